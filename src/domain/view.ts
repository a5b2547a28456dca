/** The fields one can narrow the queue by. Also the URL keys. */
export const facetKeys = [
  'severity',
  'connection',
  'status',
  'assignee',
  'tenant',
  'vendor',
  'kind',
  'tag',
] as const;
export type FacetKey = (typeof facetKeys)[number];

/** Facet values with a meaning of their own. No vendor value begins with '@'. */
export const assigneeMe = '@me';
/** Also 'no tenant' and 'no tag'. */
export const nobody = '@none';

export const dateKeys = ['created', 'updated', 'closed', 'due', 'expires'] as const;
export type DateKey = (typeof dateKeys)[number];

export const sortKeys = [
  'severity',
  'title',
  'status',
  'number',
  'vendor',
  'connection',
  'kind',
  'assignee',
  'tenant',
  'alertCount',
  'createdAt',
  'updatedAt',
  'closedAt',
  'dueAt',
  'expiresAt',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** Descending severity is the gravest first; ascending status is from new to done. Nothing said sorts last, both ways. */
export type SortTerm = { key: SortKey; isDescending: boolean };

/** A row matches when it has one of `include` (or `include` is empty) and none of `exclude`. */
export type FacetFilter = { include: readonly string[]; exclude: readonly string[] };

/**
 * One end of a date range: a day ('2026-11-20', in the analyst's zone) or an age ('-1d', '-12h', '+3d' from now).
 * null: open.
 */
export type DateRange = { from: string | null; to: string | null };

/** Filter + sort + columns, as it stands in the URL. */
export type View = {
  q: string;
  sort: readonly SortTerm[];
  facets: Readonly<Partial<Record<FacetKey, FacetFilter>>>;
  dates: Readonly<Partial<Record<DateKey, DateRange>>>;
  columns: ColumnLayout | null;
  /** Keys and values that mean nothing here. Kept in the URL and shown as chips that can be removed. */
  leftovers: readonly (readonly [key: string, value: string])[];
};

/** null as a whole: the default layout for the room there is. */
export type ColumnLayout = {
  /** Visible columns in order. */
  order: readonly string[];
  /** Pixel widths where changed by hand. */
  widths: Readonly<Record<string, number>>;
  /** Columns that stay while the others scroll sideways. */
  pinned: readonly string[];
};
