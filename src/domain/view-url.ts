import {
  type ColumnLayout,
  type DateKey,
  type DateRange,
  dateKeys,
  type FacetFilter,
  type FacetKey,
  facetKeys,
  type SortKey,
  type SortTerm,
  sortKeys,
  type View,
} from './view.ts';
import { kinds, severities, statuses } from './words.ts';

/**
 * A view as URL search parameters and back.
 *
 *   q=rdp  sort=-severity,-updatedAt  status=new,open  tenant=!Demo%2C Inc  created=-1d..  columns=title,status:140,number*
 *
 * Parsing never throws and never loses: what means nothing here becomes a leftover, and formatting writes it back.
 */

export const defaultSort: readonly SortTerm[] = [
  { key: 'severity', isDescending: true },
  { key: 'updatedAt', isDescending: true },
];

export const emptyView: View = {
  q: '',
  sort: defaultSort,
  facets: {},
  dates: {},
  columns: null,
  leftovers: [],
};

const longestText = 500;
const mostSortTerms = 3;

/** Facets whose values are ours. The others hold vendors' words, so every value may be right. */
const closedValues: Partial<Record<FacetKey, ReadonlySet<string>>> = {
  status: new Set(statuses),
  severity: new Set(severities),
  kind: new Set(kinds),
};

export function parseView(params: URLSearchParams): View {
  const leftovers: [string, string][] = [];
  const sort: SortTerm[] = [];
  const facets: Partial<Record<FacetKey, FacetFilter>> = {};
  const dates: Partial<Record<DateKey, DateRange>> = {};
  let columns: ColumnLayout | null = null;
  let q = '';

  for (const key of new Set(params.keys())) {
    const values = params.getAll(key);
    if (key === 'q') q = cleanText(values.join(' '));
    else if (key === 'sort') parseSort(values, sort, leftovers);
    else if (key === 'columns') columns = parseColumns(values.join(','));
    else if (isFacetKey(key)) {
      const filter = parseFacet(key, values, leftovers);
      if (filter !== null) facets[key] = filter;
    } else if (isDateKey(key)) {
      for (const value of values) {
        const range = parseRange(value);
        if (range === null || dates[key] !== undefined) leftovers.push([key, value]);
        else dates[key] = range;
      }
    } else for (const value of values) leftovers.push([key, value]);
  }
  return { q, sort: sort.length > 0 ? sort : defaultSort, facets, dates, columns, leftovers };
}

export function formatView(view: View): URLSearchParams {
  const params = new URLSearchParams();
  const lost = (key: string) => view.leftovers.filter(([name]) => name === key).map(([, value]) => value);
  if (view.q !== '') params.set('q', view.q);

  const sort = sameSort(view.sort, defaultSort)
    ? lost('sort')
    : [...view.sort.map(term => (term.isDescending ? '-' : '') + term.key), ...lost('sort')];
  if (sort.length > 0) params.set('sort', sort.join(','));

  for (const key of facetKeys) {
    const { include, exclude } = view.facets[key] ?? { include: [], exclude: [] };
    const items = [
      ...include.map(escapeItem),
      ...exclude.map(value => `!${escapeItem(value)}`),
      ...lost(key),
    ];
    if (items.length > 0) params.set(key, items.join(','));
  }
  for (const key of dateKeys) {
    const range = view.dates[key];
    if (range !== undefined) params.append(key, `${range.from ?? ''}..${range.to ?? ''}`);
    for (const value of lost(key)) params.append(key, value);
  }
  if (view.columns !== null) params.set('columns', formatColumns(view.columns));
  for (const [key, value] of view.leftovers) {
    if (key !== 'sort' && !isFacetKey(key) && !isDateKey(key)) params.append(key, value);
  }
  return params;
}

function parseSort(values: readonly string[], sort: SortTerm[], leftovers: [string, string][]): void {
  for (const item of splitList(values)) {
    const isDescending = item.startsWith('-');
    const key = isDescending ? item.slice(1) : item;
    const isRepeated = sort.some(term => term.key === key);
    if (isSortKey(key) && !isRepeated && sort.length < mostSortTerms) sort.push({ key, isDescending });
    else leftovers.push(['sort', item]);
  }
}

function parseFacet(
  key: FacetKey,
  values: readonly string[],
  leftovers: [string, string][],
): FacetFilter | null {
  const include = new Set<string>();
  const exclude = new Set<string>();
  for (const item of splitList(values)) {
    const isExcluded = item.startsWith('!');
    const value = unescapeItem(isExcluded ? item.slice(1) : item);
    if (value === null || value === '' || closedValues[key]?.has(value) === false)
      leftovers.push([key, item]);
    else (isExcluded ? exclude : include).add(value);
  }
  for (const value of exclude) include.delete(value);
  if (include.size + exclude.size === 0) return null;
  return { include: [...include], exclude: [...exclude] };
}

function parseRange(value: string): DateRange | null {
  const ends = value.split('..');
  if (ends.length !== 2 || !ends.every(end => end === '' || isDayOrAge(end))) return null;
  const [from = '', to = ''] = ends;
  if (from === '' && to === '') return null;
  return { from: from === '' ? null : from, to: to === '' ? null : to };
}

/** '2026-11-20' or '-12h', '+3d', '-2w'. */
function isDayOrAge(text: string): boolean {
  if (/^[+-]\d{1,4}[hdw]$/.test(text)) return true;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function parseColumns(text: string): ColumnLayout | null {
  const order: string[] = [];
  const widths: Record<string, number> = {};
  const pinned: string[] = [];
  for (const item of text.split(',')) {
    const match = /^([a-zA-Z]{1,30})(?::(\d{2,4}))?(\*)?$/.exec(item);
    const id = match?.[1];
    if (id === undefined || order.includes(id)) continue;
    order.push(id);
    if (match?.[2] !== undefined) widths[id] = Number(match[2]);
    if (match?.[3] !== undefined) pinned.push(id);
  }
  return order.length === 0 ? null : { order, widths, pinned };
}

function formatColumns({ order, widths, pinned }: ColumnLayout): string {
  return order
    .map(id => id + (Object.hasOwn(widths, id) ? `:${widths[id]}` : '') + (pinned.includes(id) ? '*' : ''))
    .join(',');
}

function splitList(values: readonly string[]): string[] {
  return values.flatMap(value => value.split(',')).filter(item => item !== '');
}

/** Commas part values and '!' negates, so both are written as escapes inside a value. */
function escapeItem(value: string): string {
  return value.replaceAll('%', '%25').replaceAll(',', '%2C').replace(/^!/, '%21');
}

function unescapeItem(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function cleanText(text: string): string {
  return text.slice(0, longestText);
}

function sameSort(left: readonly SortTerm[], right: readonly SortTerm[]): boolean {
  return (
    left.length === right.length &&
    left.every((term, index) => {
      const other = right[index];
      return term.key === other?.key && term.isDescending === other.isDescending;
    })
  );
}

function isFacetKey(key: string): key is FacetKey {
  return (facetKeys as readonly string[]).includes(key);
}

function isDateKey(key: string): key is DateKey {
  return (dateKeys as readonly string[]).includes(key);
}

function isSortKey(key: string): key is SortKey {
  return (sortKeys as readonly string[]).includes(key);
}
