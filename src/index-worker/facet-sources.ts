import type { Person } from '#domain/case.ts';
import { assigneeMe, type FacetKey, nobody } from '#domain/view.ts';
import { kindLabels, severityLabels, statusLabels } from '#domain/words.ts';
import type { CodeColumn } from './code-column.ts';
import type { CodeColumns } from './columns.ts';

/** What the index must be told of a connection: rows only name its id. */
export type IndexConnection = {
  id: string;
  vendor: string;
  /** What people call the vendor: 'Stellar'. */
  vendorName: string;
  name: string;
};

/** A facet as the index sees it: every code of a column stands for some facet values. */
export type FacetSource = {
  key: FacetKey;
  codes: Uint32Array;
  /** How many codes there are. */
  size: number;
  /** None for a code that no value of the facet stands for. */
  valuesOf: (code: number) => readonly string[];
  labelOf: (value: string) => string;
};

type Labels = Readonly<Record<string, string>>;

/** One source per facet, in the order of `facetKeys`, for a query asked by `me`. */
export function facetSources(
  columns: CodeColumns,
  connections: ReadonlyMap<string, IndexConnection>,
  me: readonly string[],
): FacetSource[] {
  const mine = new Set(me);
  const isMe = (person: Person): boolean =>
    mine.has(person.name.toLowerCase()) || mine.has(person.id.toLowerCase());
  const vendorNames: Record<string, string> = {};
  for (const { vendor, vendorName } of connections.values()) vendorNames[vendor] = vendorName;
  return [
    source('severity', columns.severity, value => [value], severityLabels),
    source('connection', columns.connectionId, id => [id], namesOf(connections)),
    source('status', columns.status, value => [value], statusLabels),
    source(
      'assignee',
      columns.assignee,
      person => (person === null ? [nobody] : isMe(person) ? [person.name, assigneeMe] : [person.name]),
      { [nobody]: 'Unassigned', [assigneeMe]: 'Me' },
    ),
    source('tenant', columns.tenant, tenant => [tenant ?? nobody], { [nobody]: 'No tenant' }),
    source(
      'vendor',
      columns.connectionId,
      id => {
        const vendor = connections.get(id)?.vendor;
        return vendor === undefined ? [] : [vendor];
      },
      vendorNames,
    ),
    source('kind', columns.kind, value => [value], kindLabels),
    source('tag', columns.tags, tags => (tags.length === 0 ? [nobody] : tags), { [nobody]: 'No tag' }),
  ];
}

function source<Value>(
  key: FacetKey,
  column: CodeColumn<Value>,
  valuesOf: (value: Value) => readonly string[],
  labels: Labels,
): FacetSource {
  return {
    key,
    codes: column.codes,
    size: column.dictionary.values.length,
    valuesOf: code => valuesOf(column.dictionary.valueAt(code)),
    labelOf: value => (Object.hasOwn(labels, value) ? (labels[value] as string) : value),
  };
}

function namesOf(connections: ReadonlyMap<string, IndexConnection>): Labels {
  return Object.fromEntries([...connections.values()].map(({ id, name }) => [id, name]));
}
