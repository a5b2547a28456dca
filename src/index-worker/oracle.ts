import { formatRef, type QueueRow } from '#domain/case.ts';
import type { FacetCount, IndexQuery, InstantKey } from '#domain/queue-index.ts';
import { assigneeMe, type FacetKey, facetKeys, nobody, type SortTerm } from '#domain/view.ts';
import { kindLabels, severities, severityLabels, statuses, statusLabels } from '#domain/words.ts';
import type { IndexConnection } from './facet-sources.ts';

/** The queue's rules over plain objects, with no thought of speed: what the index is tested against. */
export type Oracle = {
  order: QueueRow[];
  facets: Record<FacetKey, FacetCount[]>;
};

export function askOracle(
  rows: readonly QueueRow[],
  query: IndexQuery,
  connections: readonly IndexConnection[],
): Oracle {
  const base = rows.filter(row => matchesText(row, query.q) && matchesRanges(row, query));
  const failed = (row: QueueRow): FacetKey[] =>
    facetKeys.filter(key => !matchesFacet(row, key, query, connections));
  const order = base.filter(row => failed(row).length === 0);
  order.sort((a, b) => compareRows(a, b, query.sort, connections));
  const facets = Object.fromEntries(
    facetKeys.map(key => {
      const counted = base.filter(row => failed(row).every(other => other === key));
      return [key, countValues(counted, key, query, connections)];
    }),
  );
  return { order, facets: facets as Oracle['facets'] };
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss');
}

function matchesText(row: QueueRow, q: string): boolean {
  const { title, id, number, assignee, tenant, tags } = row;
  const fields = [title, id, number, assignee?.id ?? '', assignee?.name ?? '', tenant ?? '', ...tags].map(
    plain,
  );
  const words = plain(q).split(/\s+/).filter(Boolean);
  return words.every(word => fields.some(field => field.includes(word)));
}

function matchesRanges(row: QueueRow, query: IndexQuery): boolean {
  return Object.entries(query.ranges).every(([key, { from, to }]) => {
    if (from === null && to === null) return true;
    const value = row[key as InstantKey];
    return value !== null && (from === null || value >= from) && (to === null || value <= to);
  });
}

function facetValues(
  row: QueueRow,
  key: FacetKey,
  query: IndexQuery,
  connections: readonly IndexConnection[],
): string[] {
  switch (key) {
    case 'severity':
    case 'status':
      return [row[key].value];
    case 'kind':
      return [row.kind];
    case 'connection':
      return [row.connectionId];
    case 'vendor':
      return connections.filter(({ id }) => id === row.connectionId).map(({ vendor }) => vendor);
    case 'tenant':
      return [row.tenant ?? nobody];
    case 'tag':
      return row.tags.length === 0 ? [nobody] : [...new Set(row.tags)];
    case 'assignee': {
      if (row.assignee === null) return [nobody];
      const { id, name } = row.assignee;
      const isMe = query.me.includes(id.toLowerCase()) || query.me.includes(name.toLowerCase());
      return isMe ? [name, assigneeMe] : [name];
    }
  }
}

function matchesFacet(
  row: QueueRow,
  key: FacetKey,
  query: IndexQuery,
  connections: readonly IndexConnection[],
): boolean {
  const { include, exclude } = query.facets[key] ?? { include: [], exclude: [] };
  const values = facetValues(row, key, query, connections);
  const isIncluded = include.length === 0 || include.some(value => values.includes(value));
  return isIncluded && !exclude.some(value => values.includes(value));
}

function countValues(
  rows: readonly QueueRow[],
  key: FacetKey,
  query: IndexQuery,
  connections: readonly IndexConnection[],
): FacetCount[] {
  const filter = query.facets[key];
  const values = [...(filter?.include ?? []), ...(filter?.exclude ?? [])];
  for (const row of rows) values.push(...facetValues(row, key, query, connections));
  return [...new Set(values)].map(value => ({
    value,
    label: labelFor(key, value, connections),
    count: rows.filter(row => facetValues(row, key, query, connections).includes(value)).length,
  }));
}

function labelFor(key: FacetKey, value: string, connections: readonly IndexConnection[]): string {
  const words: Record<string, string> = { ...severityLabels, ...statusLabels, ...kindLabels };
  switch (key) {
    case 'severity':
    case 'status':
    case 'kind':
      return words[value] ?? value;
    case 'connection':
      return connections.find(({ id }) => id === value)?.name ?? value;
    case 'vendor':
      return connections.find(({ vendor }) => vendor === value)?.vendorName ?? value;
    case 'assignee':
      return { [nobody]: 'Unassigned', [assigneeMe]: 'Me' }[value] ?? value;
    case 'tenant':
      return value === nobody ? 'No tenant' : value;
    case 'tag':
      return value === nobody ? 'No tag' : value;
  }
}

/** What a row is sorted by: parts compared one after the other; null stands last in both directions. */
function sortValue(
  row: QueueRow,
  key: SortTerm['key'],
  connections: readonly IndexConnection[],
): (string | number)[] | null {
  const connection = connections.find(({ id }) => id === row.connectionId);
  switch (key) {
    case 'severity':
      return row.severity.value === 'unknown' ? null : [-severities.indexOf(row.severity.value)];
    case 'status':
      return row.status.value === 'other' ? null : [statuses.indexOf(row.status.value)];
    case 'kind':
      return [row.kind === 'case' ? 0 : 1];
    case 'title':
      return [plain(row.title)];
    case 'number':
      return plain(row.number)
        .split(/(\d+)/)
        .map((part, index) => (index % 2 === 1 ? Number(part) : part));
    case 'vendor':
      return connection === undefined ? null : [plain(connection.vendorName)];
    case 'connection':
      return [plain(connection?.name ?? row.connectionId)];
    case 'assignee':
      return row.assignee === null ? null : [plain(row.assignee.name)];
    case 'tenant':
      return row.tenant === null ? null : [plain(row.tenant)];
    default: {
      const value = row[key];
      return value === null ? null : [value];
    }
  }
}

function compareRows(
  a: QueueRow,
  b: QueueRow,
  terms: readonly SortTerm[],
  connections: readonly IndexConnection[],
): number {
  for (const { key, isDescending } of terms.slice(0, 3)) {
    const valueA = sortValue(a, key, connections);
    const valueB = sortValue(b, key, connections);
    if (valueA === null && valueB === null) continue;
    if (valueA === null) return 1;
    if (valueB === null) return -1;
    const order = compareParts(valueA, valueB);
    if (order !== 0) return isDescending ? -order : order;
  }
  return formatRef(a) < formatRef(b) ? -1 : 1;
}

function compareParts(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const partA = a[index] ?? '';
    const partB = b[index] ?? '';
    if (partA < partB) return -1;
    if (partA > partB) return 1;
  }
  return a.length - b.length;
}
