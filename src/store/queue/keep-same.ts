import type { QueueRow } from '#domain/case.ts';
import type { FacetCounts } from '#domain/queue-index.ts';
import { type FacetKey, facetKeys } from '#domain/view.ts';

/**
 * What comes from the engine is a new object each time. Where it says what was said before, the object of before
 * stays, and nothing of it is drawn again.
 */
export function keepSameCounts(before: FacetCounts | null, after: FacetCounts): FacetCounts {
  if (before === null) return after;
  const kept = facetKeys.map((key): [FacetKey, FacetCounts[FacetKey]] => {
    const isSame =
      before[key].length === after[key].length &&
      after[key].every((value, at) => isAlike(before[key][at], value));
    return [key, isSame ? before[key] : after[key]];
  });
  return Object.fromEntries(kept) as FacetCounts;
}

type Rows = readonly (QueueRow | null)[];

export function keepSameRows(before: Rows | undefined, after: Rows): Rows {
  if (before === undefined) return after;
  return after.map((row, at) => {
    const old = before[at];
    const isSame = old !== undefined && old?.id === row?.id && JSON.stringify(old) === JSON.stringify(row);
    return isSame ? old : row;
  });
}

function isAlike(before: FacetCounts[FacetKey][number] | undefined, after: FacetCounts[FacetKey][number]) {
  return before?.count === after.count && before.value === after.value && before.label === after.label;
}
