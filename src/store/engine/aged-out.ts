import type { CaseRef } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import { openStatuses, statuses } from '#domain/words.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';

const dayMs = 86_400_000;
const doneStatuses = statuses.filter(status => !openStatuses.has(status));

/**
 * Rows that the connection's keep policy no longer holds: done, and not changed within its days. No vendor reports
 * these as gone, because at the vendor they are not.
 */
export function findAgedOut(index: QueueIndex, connection: Connection, now: number): CaseRef[] {
  if (connection.keep === 'all') return [];
  const before = now - connection.keep.closedDays * dayMs;
  const { resultId, total } = index.open({
    q: '',
    sort: [],
    facets: {
      connection: { include: [connection.id], exclude: [] },
      status: { include: doneStatuses, exclude: [] },
    },
    ranges: { updatedAt: { from: null, to: before - 1 } },
    me: [],
  });
  const refs = index.refsOf(resultId, 0, total);
  index.close(resultId);
  return refs.filter(ref => (index.get(ref)?.closedAt ?? 0) < before);
}
