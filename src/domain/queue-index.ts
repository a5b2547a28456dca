import type { QueueRow } from './case.ts';
import type { FacetFilter, FacetKey, SortTerm } from './view.ts';

/** A view with everything relative resolved: what the index answers. Structured-clonable. */
export type IndexQuery = {
  /** Every word must occur (case- and diacritic-insensitive) in title, id, number, people, tenant or tags. */
  q: string;
  /** At most three are used; ties are broken by ref, so that the order is total. */
  sort: readonly SortTerm[];
  facets: Readonly<Partial<Record<FacetKey, FacetFilter>>>;
  /** Inclusive epoch ms. A row without the instant does not match a range on it. */
  ranges: Readonly<Partial<Record<InstantKey, { from: number | null; to: number | null }>>>;
  /** Lower-case names and ids that are the analyst; what '@me' stands for. */
  me: readonly string[];
};

export type InstantKey = 'createdAt' | 'updatedAt' | 'closedAt' | 'dueAt' | 'expiresAt';

export type FacetCount = { value: string; label: string; count: number };

/**
 * Counts per facet value under the query, each facet counted without its own filter (so its other values can be
 * chosen), largest first, at most 200 values a facet.
 */
export type FacetCounts = Readonly<Record<FacetKey, readonly FacetCount[]>>;

/** One answer of the index. The order is frozen under `resultId` until the caller opens the query again. */
export type IndexResult = {
  resultId: number;
  total: number;
  facets: FacetCounts;
};

/** Rows of a frozen order, with their values of now. A row deleted since is null. */
export type IndexWindow = {
  resultId: number;
  offset: number;
  rows: readonly (QueueRow | null)[];
};
