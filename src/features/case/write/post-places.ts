import type { Offer, PostPlace } from '#domain/command.ts';

type PostOffer = Offer & { field: PostPlace };

const names: Record<PostPlace, string> = { comments: 'Comment', notes: 'Note', log: 'Task log' };
const verbs: Record<PostPlace, string> = {
  comments: 'Add comment',
  notes: 'Add note',
  log: 'Add to task log',
};

/** Where words may go, what is open first. */
export function postOffers(offers: readonly Offer[] | null): readonly PostOffer[] {
  return (offers ?? [])
    .filter(isPost)
    .toSorted((one, other) => Number(one.unavailable !== null) - Number(other.unavailable !== null));
}

function isPost(offer: Offer): offer is PostOffer {
  return offer.name === 'post' && offer.field !== undefined && Object.hasOwn(names, offer.field);
}

export function placeName(place: PostPlace): string {
  return names[place];
}

/** What the button says. */
export function sendWords({ label, field }: PostOffer, isReply: boolean): string {
  return isReply ? 'Send reply' : (label ?? verbs[field]);
}

/** The draft of an answer stands apart from that of a new post. */
export function draftField(replyToId: string | null): string {
  return replyToId === null ? 'post' : `reply-${encodeURIComponent(replyToId)}`;
}
