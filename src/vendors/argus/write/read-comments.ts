import type { Call } from '#http/request.ts';
import { isLastPage, readList } from '../container.ts';
import { isDeleted } from '../mapping.ts';
import type { operations } from '../operations.ts';
import { type WireComment, wireComment } from '../sections/comments-wire.ts';
import type { WireUser } from '../wire.ts';
import { hasSameWords } from './html.ts';

type ArgusCall = Call<typeof operations>;

const pageSize = 100;
/** Enough to look back over what was written in some minutes. */
const mostPages = 10;

/** The newest comments, as one page has them. `withDeleted` is refused to those who are not tech. */
async function readNewest(
  call: ArgusCall,
  id: string,
  offset: number,
  withDeleted: boolean,
  signal: AbortSignal,
) {
  const query = {
    limit: pageSize,
    offset,
    sortBy: '-addedTimestamp',
    ...(withDeleted ? { includeDeleted: true } : {}),
  };
  return readList(
    await call('comments', { params: { id }, query, signal }),
    wireComment,
    'a list of comments',
  );
}

/** Who wrote the newest comments, and whether as a tech: a comment of one is marked. */
export async function readAuthors(call: ArgusCall, id: string, signal: AbortSignal) {
  const { items } = await readNewest(call, id, 0, false, signal);
  return items.flatMap(({ addedByUser, flags }): { user: WireUser; isTech: boolean | null }[] =>
    addedByUser === null
      ? []
      : [{ user: addedByUser, isTech: flags.includes('SUBMITTED_BY_TECH') ? true : null }],
  );
}

export type Wording = {
  html: string;
  /** Who sends; null where Argus does not tell. */
  authorId: string | null;
  /** Epoch ms by the vendor's clock. */
  notBefore: number;
  /** Where the role allows to see them: what was written and deleted since was written. */
  withDeleted: boolean;
};

/** Comments with these words, newest first. An edited one is looked at as it is now. */
export async function findComments(
  call: ArgusCall,
  id: string,
  { html, authorId, notBefore, withDeleted }: Wording,
  signal: AbortSignal,
): Promise<readonly WireComment[]> {
  const found: WireComment[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const listed = await readNewest(call, id, page * pageSize, withDeleted, signal);
    const recent = listed.items.filter(({ addedTimestamp: at }) => at === null || at >= notBefore);
    found.push(
      ...recent.filter(
        item =>
          (authorId === null || item.addedByUser === null || item.addedByUser.id === authorId) &&
          hasSameWords(item.comment ?? '', html),
      ),
    );
    if (recent.length < listed.items.length || isLastPage(listed, page * pageSize)) break;
  }
  return found.toSorted((one, other) => Number(isDeleted(one)) - Number(isDeleted(other)));
}
