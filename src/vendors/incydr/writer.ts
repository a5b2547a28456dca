import type { Change, FieldValues, Writer } from '#domain/command.ts';
import { judgeWrite } from '#http/judge-write.ts';
import type { Call } from '#http/request.ts';
import { createFindCase } from './find-case.ts';
import type { currentOperations, legacyOperations } from './operations.ts';
import { merge, readFields, toWanted, wordsOf } from './write/fields.ts';
import { toOffers } from './write/offers.ts';
import { createPeople } from './write/people.ts';
import { asNotSent, changedMeanwhile, noWords } from './write/refusals.ts';
import { readWhole, requireOpen } from './write/whole-case.ts';

type WriterParts = {
  /** Not shared with the reads of screens: an answer that was under way before a write left knows nothing of it. */
  call: Call<typeof currentOperations> | Call<typeof legacyOperations>;
  /** null: the legacy API, which knows no users. */
  users: Call<typeof currentOperations> | null;
  /** Who signs what is added to findings. */
  author: string;
  now: () => number;
};

/**
 * Changes of Incydr cases. There is one call for all of them, which replaces the whole case, and no version to compare:
 * each reads the case, looks whether what it touches is still as it was, and sends all of it back with its own change.
 */
export function createIncydrWriter({ call, users, author, now }: WriterParts): Writer {
  const findCase = createFindCase(call);
  const readPeople = createPeople(users, now);
  /** When words were first sent, and what was there before a change left. Lost with the page; nothing but precision is. */
  const firstSentAt = new Map<string, number>();
  const befores = new Map<string, FieldValues>();

  async function read(id: string, signal: AbortSignal) {
    return readWhole((await findCase(id, signal)).body);
  }

  return {
    async offers(id, signal) {
      const [{ wire }, people] = await Promise.all([findCase(id, signal), readPeople(signal)]);
      return toOffers(wire, people, author);
    },

    async fresh(id, change, signal) {
      if (change.name === 'post' && change.text.trim() === '') throw noWords();
      const whole = await read(id, signal);
      // What an earlier try left may show only now: then it is there, and is not sent again.
      const since = firstSentAt.get(keyOf(id, change)) ?? null;
      const fields = readFields(whole, change, { id, author, since });
      const isClosedAsWanted = change.name === 'close' && whole.status === toWanted(change, fields)['status'];
      if (!isClosedAsWanted) requireOpen(whole);
      return fields;
    },

    wanted: toWanted,

    async send(id, change, fresh, signal) {
      const whole = await read(id, signal).catch(error => {
        throw asNotSent(error);
      });
      requireOpen(whole);
      const key = keyOf(id, change);
      const since = firstSentAt.get(key) ?? null;
      const current = readFields(whole, change, { id, author, since });
      if (Object.keys(fresh).some(field => fresh[field] !== current[field])) throw changedMeanwhile();
      befores.set(key, fresh);
      const sentAt = now();
      if (wordsOf(change) !== null && since === null) firstSentAt.set(key, sentAt);
      const body = merge(whole, change, author, sentAt);
      await call('replaceCase', { params: { number: id }, body, numbers: 'exact', signal });
    },

    async verify(id, change, sentAt, signal) {
      const key = keyOf(id, change);
      const after = readFields(await read(id, signal), change, { id, author, since: sentAt });
      const verdict = judgeWrite(toWanted(change, after), after, befores.get(key) ?? null);
      if (verdict.kind === 'applied') {
        befores.delete(key);
        firstSentAt.delete(key);
      }
      return verdict;
    },

    // Words would be there twice.
    isRepeatable: change => change.name !== 'close' && wordsOf(change) === null,
    isFinal: ({ name }) => name === 'close',
  };
}

function keyOf(id: string, change: Change): string {
  return `${id} ${JSON.stringify(change)}`;
}
