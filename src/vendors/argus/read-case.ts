import type { CaseDetail } from '#domain/case.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import type { CaseFinder } from './case-finder.ts';
import { readList } from './container.ts';
import { toDetail, toRow } from './mapping.ts';
import type { operations } from './operations.ts';
import { readTags } from './read-tags.ts';
import { wireItem } from './wire.ts';

type ArgusCall = Call<typeof operations>;

/**
 * One case with its tags and the sizes of its sections. A merged case is answered with the one it was merged into,
 * whose sections are then the ones to read.
 */
export async function readCase(
  call: ArgusCall,
  cases: CaseFinder,
  connectionId: string,
  id: string,
  signal: AbortSignal,
): Promise<CaseDetail> {
  const { item, body } = await cases.find(id, signal);
  const [tags, comments, attachments, events] = await Promise.all([
    readTags(call, item.id, signal),
    countSection(call, 'comments', item.id, signal),
    countSection(call, 'attachments', item.id, signal),
    countSection(call, 'events', item.id, signal),
  ]);
  const row = toRow(connectionId, item, tags);
  return toDetail(row, item, { comments, attachments, events }, { case: body, tags }, id);
}

/** A section that cannot be read or counted does not keep the case from being shown. */
async function countSection(
  call: ArgusCall,
  name: 'comments' | 'attachments' | 'events',
  id: string,
  signal: AbortSignal,
): Promise<number | null> {
  try {
    const body = await call(name, { params: { id }, query: { limit: 1 }, signal });
    return readList(body, wireItem, `a list of ${name}`).count;
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}
