import type { FieldValues, Verdict } from '#domain/command.ts';
import { inCase } from '../in-case.ts';

/** Whose key this is, as lists call them. */
type Author = { login: string | null; name: string | null };

/** What is there of the words. `at`: epoch ms by the server's clock; null: it does not say. */
export type Added = { at: number | null; after: FieldValues };

/** A place for words that only adds. IRIS has no key against doubling, so what was added is looked for. */
export type PostBox = {
  /** Ids of what may be these words by this author, as far as a list tells. */
  list(caseId: string, words: string, author: Author, signal: AbortSignal): Promise<readonly string[]>;
  /** null: it is something else. */
  open(caseId: string, id: string, words: string, signal: AbortSignal): Promise<Added | null>;
  add(caseId: string, words: string, signal: AbortSignal): Promise<void>;
};

/**
 * How far the clocks of this machine and of the server may be apart, where what stood there before is no longer known:
 * after a reload. The same words by the same person within this time are taken for the ones that were sent.
 */
const clocksApartMs = 10 * 60_000;

type PosterParts = {
  /** Whose key this is. */
  authorOf: (caseId: string, signal: AbortSignal) => Promise<Author>;
  now: () => number;
};

/** Sends words once and finds them again. */
export function createPoster(box: PostBox, { authorOf, now }: PosterParts) {
  /** What stood there before the words were sent, until they were found; not for long, as another tab may send too. */
  const before = new Map<string, { ids: ReadonlySet<string>; readAt: number }>();
  const keyOf = (caseId: string, words: string) => `${caseId}:${words}`;

  function knownBefore(key: string): ReadonlySet<string> | undefined {
    const known = before.get(key);
    return known === undefined || now() - known.readAt > clocksApartMs ? undefined : known.ids;
  }

  async function find(
    caseId: string,
    words: string,
    isNew: (id: string, added: Added) => boolean,
    signal: AbortSignal,
  ): Promise<Added | null> {
    const author = await authorOf(caseId, signal);
    for (const id of await box.list(caseId, words, author, signal)) {
      const added = await box.open(caseId, id, words, signal);
      if (added !== null && isNew(id, added)) return added;
    }
    return null;
  }

  async function send(caseId: string, words: string, signal: AbortSignal): Promise<void> {
    const key = keyOf(caseId, words);
    const known = knownBefore(key);
    if (known === undefined) {
      const author = await authorOf(caseId, signal);
      before.set(key, {
        ids: new Set(await box.list(caseId, words, author, signal)),
        readAt: now(),
      });
    } else if ((await find(caseId, words, id => !known.has(id), signal)) !== null) {
      // An earlier attempt was slow and arrived after all.
      return;
    }
    await box.add(caseId, words, signal);
  }

  async function verify(
    caseId: string,
    words: string,
    sentAt: number,
    signal: AbortSignal,
  ): Promise<Verdict> {
    const key = keyOf(caseId, words);
    const known = knownBefore(key);
    const found = await inCase(caseId, () =>
      find(
        caseId,
        words,
        (id, { at }) => (known === undefined ? at !== null && at >= sentAt - clocksApartMs : !known.has(id)),
        signal,
      ),
    );
    if (found === null) return { kind: 'absent', after: {} };
    before.delete(key);
    return { kind: 'applied', after: found.after };
  }

  return { send, verify };
}
