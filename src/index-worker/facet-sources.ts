import type { Person } from '#domain/case.ts';
import { assigneeMe, type FacetKey, nobody } from '#domain/view.ts';
import { kindLabels, severityLabels, statusLabels } from '#domain/words.ts';
import type { CodeColumn } from './code-column.ts';
import type { CodeColumns } from './columns.ts';
import type { Dictionary } from './dictionary.ts';
import { ValueSpread } from './value-spread.ts';

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
  spread: Pick<ValueSpread<never>, 'values' | 'starts' | 'valueCodes'>;
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
    {
      key: 'tag',
      codes: columns.tags.codes,
      spread: tagSpread(columns.tags.dictionary),
      labelOf: labelsFrom({ [nobody]: 'No tag' }),
    },
  ];
}

/** Lists of tags are many and few of them are new: their spread is kept, and grows. */
const tagSpreads = new WeakMap<Dictionary<readonly string[]>, ValueSpread<readonly string[]>>();

function tagSpread(dictionary: Dictionary<readonly string[]>): ValueSpread<readonly string[]> {
  let spread = tagSpreads.get(dictionary);
  if (spread === undefined) {
    spread = new ValueSpread(tags => (tags.length === 0 ? [nobody] : tags));
    tagSpreads.set(dictionary, spread);
  }
  return spread.of(dictionary.values);
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
    spread: new ValueSpread(valuesOf).of(column.dictionary.values),
    labelOf: labelsFrom(labels),
  };
}

function labelsFrom(labels: Labels): (value: string) => string {
  return value => (Object.hasOwn(labels, value) ? (labels[value] as string) : value);
}

function namesOf(connections: ReadonlyMap<string, IndexConnection>): Labels {
  return Object.fromEntries([...connections.values()].map(({ id, name }) => [id, name]));
}
