import type { KeepPolicy } from '#domain/connection.ts';
import type { CaseFilter } from './case-window.ts';

const dayMs = 86_400_000;
const openWords = ['New', 'Escalated', 'In Progress'] as const;

/**
 * The queries whose cases together are those the policy keeps, each case in one of them only. There is no filter on
 * the instant of closing, so all that changed within the days is asked for, whatever its status (a status we do not
 * know included), and of the older ones those that are open: one status a call, several are not promised to work.
 */
export function keepFilters(keep: KeepPolicy, now: number): CaseFilter[] {
  if (keep === 'all') return [{}];
  const cutoff = Math.max(1, now - keep.closedDays * dayMs);
  return [
    { 'FROM~modified_at': cutoff, 'TO~modified_at': now + dayMs },
    ...openWords.map(status => ({ status, 'FROM~modified_at': 1, 'TO~modified_at': cutoff - 1 })),
  ];
}
