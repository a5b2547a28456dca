import type { Change, FieldValues, Writer } from '#domain/command.ts';
import { afterFirstCall, judgeWrite } from '#http/judge-write.ts';
import type { CaseAccess } from './case-access.ts';
import type { People } from './people.ts';
import { wordsOf } from './write/change-words.ts';
import { readOffers } from './write/offers.ts';
import { createOwnComments, isSince } from './write/own-comments.ts';
import { readFields } from './write/read-fields.ts';
import { toBody, toCommentBody } from './write/to-body.ts';
import { toWanted } from './write/to-wanted.ts';

type WriterParts = {
  access: CaseAccess;
  people: People;
  /** The mail address that the key belongs to; '' with a scoped key. */
  username: string;
};

const reasonRefused = 'The case was closed, and its reason was not taken as a comment.';

/** What is known of a change on its way, as long as this page lives. */
type Attempt = {
  /** Comments with the same words that were there before it was first sent. */
  others: ReadonlySet<string>;
  /** The fields as they were when it was sent. */
  before: FieldValues | null;
};

/** https://docs.stellarcyber.ai, API-Case-Update and the comments of API-Cases. */
export function createStellarWriter({ access, people, username }: WriterParts): Writer {
  const { call } = access;
  const comments = createOwnComments(access, people, username);
  const attempts = new Map<string, Attempt>();

  /** The words of a change where they stand already, else ''. */
  async function readWords(id: string, change: Change, sentAt: number | null, signal: AbortSignal) {
    const words = wordsOf(change);
    if (words === null) return {};
    const alike = await comments.alike(id, words.text, signal);
    const key = keyOf(id, change);
    const attempt = attempts.get(key);
    if (attempt === undefined && sentAt === null)
      attempts.set(key, { others: new Set(alike.map(one => one.key)), before: null });
    // Seen for the first time and not sent yet: whatever says the same was said before.
    const ours = alike.find(one =>
      attempt === undefined
        ? sentAt !== null && isSince(one.at, sentAt)
        : !attempt.others.has(one.key) && isSince(one.at, sentAt ?? 0),
    );
    return { [words.field]: ours?.text ?? '' };
  }

  async function read(id: string, change: Change, sentAt: number | null, signal: AbortSignal) {
    const [fields, words] = await Promise.all([
      readFields(access, id, change, signal),
      readWords(id, change, sentAt, signal),
    ]);
    return { ...fields, ...words };
  }

  return {
    offers: (id, signal) => readOffers(access, id, signal),
    fresh: (id, change, signal) => read(id, change, null, signal),
    wanted: toWanted,

    async send(id, change, fresh, signal) {
      const body = toBody(change);
      const words = wordsOf(change);
      const comment = words === null ? null : toCommentBody(words.text);
      const key = keyOf(id, change);
      attempts.set(key, { others: attempts.get(key)?.others ?? new Set(), before: fresh });
      const { reason: _, ...fields } = toWanted(change, fresh);
      const isMade = Object.keys(fields).every(field => fresh[field] === fields[field]);
      if (body !== null && !isMade) await call('updateCase', { params: { id }, body, signal });
      if (comment === null || words === null || fresh[words.field] === words.text) return;
      await call('addComment', { params: { id }, body: comment, signal }).catch(error => {
        throw body === null ? error : afterFirstCall(reasonRefused, error);
      });
    },

    async verify(id, change, sentAt, signal) {
      const after = await read(id, change, sentAt, signal);
      const key = keyOf(id, change);
      const verdict = judgeWrite(toWanted(change, after), after, attempts.get(key)?.before ?? null);
      if (verdict.kind === 'applied') attempts.delete(key);
      return verdict;
    },

    /** PUT sets what it names, however often; a comment is another one each time. */
    isRepeatable: change => wordsOf(change) === null,
    isFinal: () => false,
  };
}

function keyOf(id: string, change: Change): string {
  return JSON.stringify([id, change]);
}
