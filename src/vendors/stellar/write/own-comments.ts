import { isSameWords } from '#http/judge-write.ts';
import type { CaseAccess } from '../case-access.ts';
import type { People } from '../people.ts';
import { readComments, type WireComment } from '../sections/comments.ts';

/** How far the vendor's clock may be from ours. */
const clockDifferenceMs = 5 * 60_000;

/** A comment of the same words that may be ours. */
type Alike = {
  /** What it is told apart by. */
  key: string;
  /** As the vendor keeps it. */
  text: string;
  at: number | null;
};

export type OwnComments = {
  /** Those with these words, but for what somebody else is known to have written. */
  alike: (id: string, text: string, signal: AbortSignal) => Promise<readonly Alike[]>;
};

export function createOwnComments(
  { call, allow }: CaseAccess,
  people: People,
  /** The mail address that the key belongs to; '' with a scoped key, and then nobody says whose it is. */
  username: string,
): OwnComments {
  /** An author that cannot be made out may be us: better a look at it than the same words twice. */
  function isSomebodyElse({ user }: WireComment, names: ReadonlyMap<string, string>): boolean {
    const me = names.get(username.toLowerCase());
    const author = names.get(user.toLowerCase());
    return me !== undefined && author !== undefined && me !== author;
  }

  return {
    async alike(id, text, signal) {
      const [comments, names] = await Promise.all([
        readComments(call, id, signal),
        people(signal),
        allow(id, signal),
      ]);
      return comments
        .filter(comment => isSameWords(comment.comment, text) && !isSomebodyElse(comment, names))
        .map(({ _id, comment, created_at: createdAt }) => ({
          key: `${_id} ${createdAt?.original ?? ''}`,
          text: comment,
          at: createdAt?.at ?? null,
        }));
    },
  };
}

/** Written since then, as far as two clocks agree. One without a time may be. */
export function isSince(at: number | null, sentAt: number): boolean {
  return at === null || at >= sentAt - clockDifferenceMs;
}
