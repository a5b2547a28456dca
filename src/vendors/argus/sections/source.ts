import type { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import type { CaseFinder } from '../case-finder.ts';
import { isLastPage, type Listed } from '../container.ts';
import type { operations } from '../operations.ts';

/** What every section is read with. */
export type Source = { call: Call<typeof operations>; cases: CaseFinder };

export const pageSize = 100;
/** The vendor's own end of counting on by offset. */
const lastOffset = 100_000;

/** Opaque to everybody else: how many rows to skip. */
export function readOffset(cursor: string | null): number {
  return cursor !== null && /^\d{1,6}$/.test(cursor) ? Math.min(Number(cursor), lastOffset) : 0;
}

/** Where the next page begins; null: this was the last. */
export function nextOffset(listed: Listed<unknown>, offset: number): number | null {
  const next = offset + listed.size;
  return isLastPage(listed, offset) || next > lastOffset ? null : next;
}

/** Why a part of a section is missing, beside the parts that came. */
export function sayMissing(what: string, error: VendorError): string {
  if (error.code === 'forbidden') return `This API key may not read ${what}.`;
  return `${what[0]?.toUpperCase()}${what.slice(1)} could not be read. ${error.message}`;
}

/** What the page knows a record by, beside what the vendor does: its place where its id is missing or there already. */
export function withKeys<Item extends { id: string | null }>(
  items: readonly Item[],
  offset = 0,
): (Item & { key: string })[] {
  const seen = new Set<string>();
  return items.map((item, index) => {
    const key = item.id === null || seen.has(item.id) ? `place ${offset + index + 1}` : item.id;
    seen.add(key);
    return { ...item, key };
  });
}
