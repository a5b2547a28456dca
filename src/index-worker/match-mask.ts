import type { IndexQuery, InstantKey } from '#domain/queue-index.ts';
import type { FacetFilter } from '#domain/view.ts';
import type { FacetSource } from './facet-sources.ts';
import { searchWords } from './fold.ts';
import type { Haystack } from './haystack.ts';
import type { RowTable } from './row-table.ts';

/** Set where a row is gone, or fails the search or a date range. Bit n is set where it fails the filter of facet n. */
const isOut = 0x8000;

/** Why each slot does not match, as bits; 0 for a row that matches. */
export function matchMask(
  table: RowTable,
  haystack: Haystack,
  sources: readonly FacetSource[],
  query: IndexQuery,
): Uint16Array {
  const { slotCount, isLive } = table;
  const mask = new Uint16Array(slotCount);
  for (let slot = 0; slot < slotCount; slot++) if (isLive[slot] === 0) mask[slot] = isOut;
  const words = searchWords(query.q);
  if (words.length > 0) {
    const found = haystack.find(table, words);
    for (let slot = 0; slot < slotCount; slot++) if (found[slot] === 0) mask[slot] = isOut;
  }
  for (const [key, range] of Object.entries(query.ranges)) {
    if (range.from === null && range.to === null) continue;
    const values = table.columns.numbers[key as InstantKey].values;
    markOutside(mask, values, range.from ?? -Infinity, range.to ?? Infinity);
  }
  sources.forEach((source, index) => {
    const filter = query.facets[source.key];
    if (filter !== undefined) markRejected(mask, source.codes, rejectedCodes(source, filter, 1 << index));
  });
  return mask;
}

/** Comparisons with NaN are false: a row without the instant is outside. */
function markOutside(mask: Uint16Array, values: Float64Array, from: number, to: number): void {
  for (let slot = 0; slot < mask.length; slot++) {
    const value = values[slot] as number;
    if (!(value >= from && value <= to)) mask[slot] = isOut;
  }
}

function markRejected(mask: Uint16Array, codes: Uint32Array, bitOfCode: Uint16Array): void {
  for (let slot = 0; slot < mask.length; slot++) {
    (mask[slot] as number) |= bitOfCode[codes[slot] as number] as number;
  }
}

function rejectedCodes({ spread }: FacetSource, filter: FacetFilter, bit: number): Uint16Array {
  const { values, starts, valueCodes } = spread;
  const codeCount = starts.length - 1;
  const bitOfCode = new Uint16Array(codeCount);
  if (filter.include.length === 0 && filter.exclude.length === 0) return bitOfCode;
  const included = values.map(value => filter.include.includes(value));
  const excluded = values.map(value => filter.exclude.includes(value));
  for (let code = 0; code < codeCount; code++) {
    let isIncluded = filter.include.length === 0;
    let isExcluded = false;
    for (let at = starts[code] as number; at < (starts[code + 1] as number); at++) {
      const value = valueCodes[at] as number;
      if (included[value]) isIncluded = true;
      if (excluded[value]) isExcluded = true;
    }
    if (!isIncluded || isExcluded) bitOfCode[code] = bit;
  }
  return bitOfCode;
}
