import type { FacetCount, FacetCounts, IndexQuery } from '#domain/queue-index.ts';
import type { FacetFilter } from '#domain/view.ts';
import type { FacetSource } from './facet-sources.ts';

const valueLimit = 200;

/** Counts every facet over the rows that fail no filter but, at most, the facet's own. */
export function countFacets(
  sources: readonly FacetSource[],
  mask: Uint16Array,
  query: IndexQuery,
): FacetCounts {
  const counts = sources.map(
    (source, index) =>
      [
        source.key,
        listed(source, countCodes(source, mask, ~(1 << index)), query.facets[source.key]),
      ] as const,
  );
  return Object.fromEntries(counts) as Record<FacetSource['key'], readonly FacetCount[]>;
}

function countCodes(source: FacetSource, mask: Uint16Array, others: number): Uint32Array {
  const { codes } = source;
  const counts = new Uint32Array(source.spread.starts.length - 1);
  for (let slot = 0; slot < mask.length; slot++) {
    if (((mask[slot] as number) & others) === 0) (counts[codes[slot] as number] as number)++;
  }
  return counts;
}

/** Values of the filter are listed even at 0, and are never the ones cut off. */
function listed(
  source: FacetSource,
  countOfCode: Uint32Array,
  filter: FacetFilter | undefined,
): readonly FacetCount[] {
  const countOf = countValues(source, countOfCode);
  const chosen = new Set([...(filter?.include ?? []), ...(filter?.exclude ?? [])]);
  for (const value of chosen) if (!countOf.has(value)) countOf.set(value, 0);
  const all = Array.from(countOf, ([value, count]) => ({ value, label: source.labelOf(value), count }));
  all.sort(largestFirst);
  if (all.length <= valueLimit) return all;
  let room = Math.max(0, valueLimit - chosen.size);
  return all.filter(({ value }) => chosen.has(value) || room-- > 0);
}

/** Counts above 0 by value. */
function countValues({ spread }: FacetSource, countOfCode: Uint32Array): Map<string, number> {
  const { values, starts, valueCodes } = spread;
  const counts = new Uint32Array(values.length);
  for (let code = 0; code < countOfCode.length; code++) {
    const count = countOfCode[code] as number;
    if (count === 0) continue;
    for (let at = starts[code] as number; at < (starts[code + 1] as number); at++) {
      (counts[valueCodes[at] as number] as number) += count;
    }
  }
  const countOf = new Map<string, number>();
  values.forEach((value, code) => {
    if (counts[code] !== 0) countOf.set(value, counts[code] as number);
  });
  return countOf;
}

function largestFirst(a: FacetCount, b: FacetCount): number {
  if (a.count !== b.count) return b.count - a.count;
  return a.label < b.label ? -1 : a.label > b.label ? 1 : a.value < b.value ? -1 : 1;
}
