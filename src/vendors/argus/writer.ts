import type { Change, Writer } from '#domain/command.ts';
import type { Call } from '#http/request.ts';
import type { CaseFinder } from './case-finder.ts';
import type { operations } from './operations.ts';
import type { WireCase } from './wire.ts';
import { toWanted } from './write/fields.ts';
import { createMemory } from './write/memory.ts';
import { toNoOffers, toOffers } from './write/offers.ts';
import { createPeople } from './write/people.ts';
import { findSaid, meetPeople, readChange, readForWrite, requireSlot } from './write/read-change.ts';
import { notAcceptable, notAllowed, notOffered, sayMerged } from './write/refusals.ts';
import { sayNoRight } from './write/rights.ts';
import { sendChange } from './write/send-change.ts';
import { readPair } from './write/tag-change.ts';

/** The vendor's clock and this machine's differ by no more than that. What is older than it was sent is an earlier one. */
const clockDifferenceMs = 300_000;

type WriterParts = { call: Call<typeof operations>; cases: CaseFinder; now: () => number };

/**
 * Changes of Argus cases. Its reads must not be shared with those of screens: an answer that was under way before a
 * write left knows nothing of it.
 */
export function createArgusWriter({ call, cases, now }: WriterParts): Writer {
  const memory = createMemory();
  const parts = { call, cases, memory, people: createPeople() };

  return {
    async offers(id, signal) {
      const item = await cases.find(id, signal);
      if (item.id !== id) return toNoOffers(sayMerged(id, item.id));
      const { selfId, ids } = await meetPeople(parts, item, signal);
      return toOffers(item, parts.people.on(item, ids), selfId);
    },

    async fresh(id, change, signal) {
      const item = await readForWrite(parts, id, signal);
      requireAllowed(item, change);
      const said = await findSaid(parts, item, change, now() - 2 * clockDifferenceMs, signal);
      memory.setEarlier(id, change, said);
      // What an earlier try left may show only now: then it is there, and is not sent again.
      const fields = await readChange(parts, item, change, memory.onlyNew(id, change, said), signal);
      return requireSlot(item, fields);
    },

    wanted: toWanted,

    async send(id, change, fresh, signal) {
      memory.setBefore(id, change, fresh);
      await sendChange(call, id, change, fresh, signal);
    },

    async verify(id, change, sentAt, signal) {
      const item = await readForWrite(parts, id, signal);
      const said = await findSaid(parts, item, change, sentAt - clockDifferenceMs, signal);
      const after = await readChange(parts, item, change, memory.onlyNew(id, change, said), signal);
      if (after === null) return { kind: 'absent', after: {} };
      return memory.judge(id, change, toWanted(change, after), after);
    },

    // A tag would be there twice, and so would words.
    isRepeatable: ({ name }) => name !== 'post' && name !== 'close' && name !== 'tags',
    // What is closed can be opened again.
    isFinal: () => false,
  };
}

/** Said before anything is sent, in the sentence of the offer. */
function requireAllowed(item: WireCase, change: Change): void {
  const sentence = sayNoRight(item, change.name);
  if (sentence !== null) throw notAllowed(sentence);
  if (change.name === 'text' && change.field !== 'description') throw notOffered(change.field);
  if (change.name === 'tags') change.add.forEach(readPair);
  if (change.name === 'title' && change.to.trim() === '')
    throw notAcceptable('subject', 'A case needs a subject.');
  if (change.name !== 'post') return;
  if (change.section !== 'comments') throw notOffered(change.section);
  if (change.text.trim() === '') throw notAcceptable('comment', 'A comment needs words.');
  if (change.isInternal && item.currentUserAccess?.role === 'user')
    throw notAllowed('Internal comments are for techs in Argus. This API key has the role user.');
}
