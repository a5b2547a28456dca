import type { DateKey, DateRange, FacetKey, SortKey, SortTerm, View } from '#domain/view.ts';

export type FacetState = 'in' | 'out' | 'off';

/** Every change an analyst makes to a view, as a function from view to view. */
export const changeView = {
  search: (view: View, q: string): View => ({ ...view, q }),

  /** Sorts by a column: another press turns it round. */
  sort(view: View, key: SortKey, isAdded: boolean): View {
    const term = view.sort.find(other => other.key === key);
    const turned: SortTerm = {
      key,
      isDescending: term === undefined ? isDescendingFirst(key) : !term.isDescending,
    };
    if (!isAdded) return { ...view, sort: [turned] };
    const rest = view.sort.filter(other => other.key !== key);
    const sort =
      term === undefined ? [...rest, turned] : view.sort.map(other => (other.key === key ? turned : other));
    return { ...view, sort: sort.slice(0, 3) };
  },

  facet(view: View, key: FacetKey, values: readonly string[], state: FacetState): View {
    const now = view.facets[key] ?? { include: [], exclude: [] };
    const without = (list: readonly string[]) => list.filter(value => !values.includes(value));
    const include = state === 'in' ? [...without(now.include), ...values] : without(now.include);
    const exclude = state === 'out' ? [...without(now.exclude), ...values] : without(now.exclude);
    const { [key]: _, ...others } = view.facets;
    return {
      ...view,
      facets: include.length + exclude.length === 0 ? others : { ...others, [key]: { include, exclude } },
    };
  },

  /** 'is' becomes 'is not' and back, for all values of one side. */
  turnFacet(view: View, key: FacetKey, side: 'include' | 'exclude'): View {
    const values = view.facets[key]?.[side] ?? [];
    return changeView.facet(view, key, values, side === 'include' ? 'out' : 'in');
  },

  dates(view: View, key: DateKey, range: DateRange | null): View {
    const { [key]: _, ...others } = view.dates;
    return { ...view, dates: range === null ? others : { ...others, [key]: range } };
  },

  dropLeftover: (view: View, index: number): View => ({
    ...view,
    leftovers: view.leftovers.filter((_, at) => at !== index),
  }),

  clearFilters: (view: View): View => ({ ...view, q: '', facets: {}, dates: {}, leftovers: [] }),
};

/** The gravest, the newest and the most first; words from A. */
function isDescendingFirst(key: SortKey): boolean {
  return (
    key === 'severity' ||
    key === 'alertCount' ||
    key === 'updatedAt' ||
    key === 'createdAt' ||
    key === 'closedAt'
  );
}
