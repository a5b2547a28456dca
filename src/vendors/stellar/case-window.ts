/** Which instant a window is cut from: when cases were made, or when they changed. */
export type WindowField = 'created_at' | 'modified_at';

/** Further conditions of a query: one status, bounds on the other instant. */
export type CaseFilter = Readonly<Record<string, string | number>>;

/** A stretch of time, both ends included, whose cases are still to be read. */
export type CaseWindow = {
  from: number;
  to: number;
  filter: CaseFilter;
  /** Rows to skip: only where a page came unsorted, or one millisecond holds more than a page. */
  skip?: number;
};

export type CasePage = {
  /** The window's instant of each row, in the order the vendor gave; null where it gave none. */
  instants: readonly (number | null)[];
  /** How many cases the window holds; null when the vendor did not say. */
  total: number | null;
};

export const pageSize = 500;

/** Some tenants answer 500 when more rows are skipped than this. */
const maxSkip = 1000;

/**
 * What is left of a window after its first page, newest first. Pages are asked for newest first, so the rest ends
 * where the page ended and nothing need be skipped. Where the vendor did not sort, the window is halved until
 * skipping gets through. `places` is how many calls stand idle: the rest is cut for as many.
 */
export function restOf(window: CaseWindow, page: CasePage, places: number): CaseWindow[] {
  const count = page.instants.length;
  const seen = (window.skip ?? 0) + count;
  const total = page.total ?? (count < pageSize ? seen : seen + 1);
  if (count === 0 || seen >= total) return [];
  const { from, to, filter } = window;
  if (window.skip !== undefined) return seen <= maxSkip ? [{ ...window, skip: seen }] : [];

  const oldest = isNewestFirst(page.instants, window) ? (page.instants.at(-1) ?? null) : null;
  if (oldest !== null && oldest < to) {
    const parts = Math.min(places, Math.floor((total - seen) / pageSize));
    return cut({ from, to: oldest, filter }, Math.max(1, parts));
  }
  if (from === to) return [{ ...window, skip: seen }];
  if (oldest !== null)
    return [
      { from: to, to, filter, skip: seen },
      { from, to: to - 1, filter },
    ];
  return total <= maxSkip ? [{ ...window, skip: seen }] : cut(window, 2);
}

function isNewestFirst(instants: readonly (number | null)[], { from, to }: CaseWindow): boolean {
  return instants.every((at, index) => {
    if (at === null || at < from || at > to) return false;
    const before = instants[index - 1];
    return before === undefined || before === null || before >= at;
  });
}

/** Equal parts, newest first, that together hold every millisecond once. */
function cut({ from, to, filter }: CaseWindow, parts: number): CaseWindow[] {
  const count = Math.min(parts, to - from + 1);
  const step = (to - from + 1) / count;
  return Array.from({ length: count }, (_, index) => {
    const position = count - 1 - index;
    const start = from + Math.floor(step * position);
    const end = position === count - 1 ? to : from + Math.floor(step * (position + 1)) - 1;
    return { from: start, to: end, filter };
  });
}
