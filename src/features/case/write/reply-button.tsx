import type { Post, SectionId } from '#domain/section.ts';
import { readDraft } from '#store/write/drafts.ts';
import { useCaseWriting } from './case-writing.ts';
import { draftField, postOffers } from './post-places.ts';
import { ReasonedButton } from './reasoned-button.tsx';

/** Where words may answer those of somebody: opens the composer for it. */
export function ReplyButton({ post, section }: { post: Post; section: SectionId }) {
  const writing = useCaseWriting();
  const offer = postOffers(writing?.offers ?? null).find(
    ({ field, canReply }) => field === section && canReply === true,
  );
  if (writing === null || offer === undefined) return null;
  const hasDraft = readDraft(writing.row, draftField(post.id)) !== null;
  return (
    <ReasonedButton
      size="compact-xs"
      variant="subtle"
      unavailable={offer.unavailable}
      onClick={() => writing.setReplyTo(post)}
    >
      {hasDraft ? 'Reply, draft kept' : 'Reply'}
    </ReasonedButton>
  );
}
