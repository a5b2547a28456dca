import type { Change, FieldValues } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import type { CaseFinder } from '../case-finder.ts';
import { readOne } from '../container.ts';
import { toTags } from '../mapping.ts';
import type { operations } from '../operations.ts';
import { type WireCase, type WireUser, wireUser } from '../wire.ts';
import { readFields, wordsOf } from './fields.ts';
import { toHtml } from './html.ts';
import type { Memory } from './memory.ts';
import type { People, Slot } from './people.ts';
import { findComments, readAuthors } from './read-comments.ts';
import { notAcceptable, notAllowed, notAsItWas, sayMerged } from './refusals.ts';
import { isTech } from './rights.ts';
import { joinTags, readKeptTags } from './tag-change.ts';

export type ReadParts = {
  call: Call<typeof operations>;
  cases: CaseFinder;
  people: People;
  memory: Memory;
};

/** The case itself: what is written to a merged one is never read back. */
export async function readForWrite({ cases }: ReadParts, id: string, signal: AbortSignal): Promise<WireCase> {
  const item = await cases.find(id, signal);
  if (item.id !== id) throw notAsItWas(sayMerged(id, item.id));
  return item;
}

/** Sees who there is. Answers who asks, and the ids of those who wrote on the case. */
export async function meetPeople({ call, people }: ReadParts, item: WireCase, signal: AbortSignal) {
  const [authors, self] = await Promise.all([
    readAuthors(call, item.id, signal).catch(error => {
      signal.throwIfAborted();
      if (error instanceof VendorError) return [];
      throw error;
    }),
    readSelf(call, signal),
  ]);
  const me = self === null ? [] : [{ user: self, isTech: isTech(item) ? true : null }];
  people.see(item, [...authors, ...me]);
  return { selfId: self?.id ?? null, ids: [...me, ...authors].map(({ user }) => user.id) };
}

/** Some operations refuse API keys: what this key writes is then known by its words and time alone. */
async function readSelf(call: ReadParts['call'], signal: AbortSignal): Promise<WireUser | null> {
  try {
    return readOne(await call('currentUser', { signal }), wireUser, 'the current user');
  } catch (error) {
    if (error instanceof VendorError && error.code === 'forbidden') return null;
    throw error;
  }
}

/**
 * What of a case a change touches. `said`: the comments that say what the change says, by who asks, which the memory
 * does not know as earlier ones. null for an assignment to somebody of whom nobody knows whether they are a tech.
 */
export async function readChange(
  parts: ReadParts,
  item: WireCase,
  change: Change,
  said: readonly string[],
  signal: AbortSignal,
): Promise<FieldValues | null> {
  if (change.name === 'tags')
    return { tags: joinTags(toTags(await readKeptTags(parts.call, item.id, signal))) };
  const slots = change.name === 'assignee' ? await slotsOf(parts, item, change.to, signal) : [];
  return slots === null ? null : readFields(item, change, { slots, isSaid: said.length > 0 });
}

async function slotsOf(
  parts: ReadParts,
  item: WireCase,
  to: string | null,
  signal: AbortSignal,
): Promise<readonly Slot[] | null> {
  if (to === null) return isTech(item) ? ['assignedTech', 'assignedUser'] : ['assignedUser'];
  parts.people.see(item, []);
  if (parts.people.slotOf(item, to) === null) await meetPeople(parts, item, signal);
  const slot = parts.people.slotOf(item, to);
  return slot === null ? null : [slot];
}

/** Refuses an assignment that cannot be meant or may not be made. */
export function requireSlot(item: WireCase, fields: FieldValues | null): FieldValues {
  if (fields === null)
    throw notAcceptable(
      'assignee',
      'This person was not seen on the case, so it is not known whether they are a tech or a user of the customer.',
    );
  if ('assignedTech' in fields && item.currentUserAccess?.role === 'user')
    throw notAllowed('Techs alone assign a tech in Argus. This API key has the role user.');
  return fields;
}

/** The ids of comments that say what a change says, by who asks, since an instant of the vendor's clock. */
export async function findSaid(
  { call }: ReadParts,
  item: WireCase,
  change: Change,
  notBefore: number,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const words = wordsOf(change);
  if (words === null) return [];
  const authorId = (await readSelf(call, signal))?.id ?? null;
  const wording = { html: toHtml(words), authorId, notBefore, withDeleted: isTech(item) };
  const found = await findComments(call, item.id, wording, signal);
  return found.flatMap(comment => (comment.id === null ? [] : [comment.id]));
}
