import type { QueueRow } from '#domain/case.ts';
import type { KeepPolicy } from '#domain/connection.ts';
import { openStatuses } from '#domain/words.ts';

const dayMs = 24 * 60 * 60_000;

/** The service cannot filter by status, so the policy is applied here: a closed alert by its last change. */
export function isKept(row: QueueRow, keep: KeepPolicy, now: number): boolean {
  if (keep === 'all' || openStatuses.has(row.status.value) || row.updatedAt === null) return true;
  return row.updatedAt >= now - keep.closedDays * dayMs;
}
