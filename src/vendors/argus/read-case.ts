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
 * One case with its tags and the number of its events. A merged case is answered with the one it was merged into,
 * whose sections are then the ones to read.
 */
export async function readCase(
  call: ArgusCall,
  cases: CaseFinder,
  connectionId: string,
  id: string,
  signal: AbortSignal,
): Promise<CaseDetail> {
  const item = await cases.find(id, signal);
  const [tags, eventCount] = await Promise.all([
    readTags(call, item.id, signal),
    countEvents(call, item.id, signal),
  ]);
  const row = toRow(connectionId, item, tags);
  return toDetail(row, item, eventCount, id);
}

/** Events that cannot be read or counted do not keep the case from being shown. */
async function countEvents(call: ArgusCall, id: string, signal: AbortSignal): Promise<number | null> {
  try {
    const body = await call('events', { params: { id }, query: { limit: 1 }, signal });
    return readList(body, wireItem, 'a list of events').count;
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}
