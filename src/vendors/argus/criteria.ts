import type { SearchBody } from './bodies.ts';
import type { Mark } from './watermark.ts';

/** Changes are asked for from a little earlier: clocks differ, and a search may see a write late. */
export const overlapMs = 120_000;

const byUpdate = { timeFieldStrategy: ['lastUpdatedTimestamp'] };

/**
 * The search of a mark's phase, newest first. `exclude` sub-criteria are never mixed with others: it is not published
 * whether they then widen or narrow.
 */
export function toCriteria(mark: Mark): Omit<SearchBody, 'limit'> {
  const until = mark.before === null ? {} : { endTimestamp: mark.before, ...byUpdate };
  const paging = {
    offset: mark.offset,
    sortBy: ['-lastUpdatedTimestamp'],
    includeDescription: false,
    ...until,
  };
  switch (mark.phase) {
    case 'all':
      return paging;
    case 'open':
    case 'tags':
      return { ...paging, subCriteria: [{ exclude: true, status: ['closed'] }] };
    case 'closed':
      return { ...paging, status: ['closed'], ...since(mark.closedSince) };
    case 'changes':
      return { ...paging, ...since(mark.changedSince - overlapMs) };
  }
}

/** Closing is an update, so what was closed since then was updated since then. */
function since(at: number | null) {
  return at === null ? {} : { startTimestamp: at, ...byUpdate };
}
