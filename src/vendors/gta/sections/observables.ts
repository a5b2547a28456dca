import type { Observable, TableRow } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { GtaApi } from '../api.ts';
import type { RecordReader } from '../record-reader.ts';
import { type FoundAsset, readAssets } from './read-assets.ts';

/** The service has no list of them: owners and addresses of the affected assets are what it says as such. */
export function createObservables(records: RecordReader, api: GtaApi): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const known = await records.share(id, signal);
      const found = (await readAssets(api, known, signal)).flatMap(observablesOf);
      const rows = [...new Map(found.map(one => [`${one.observable.type} ${one.observable.value}`, one]))];
      return {
        blocks:
          rows.length === 0
            ? []
            : [
                {
                  kind: 'table',
                  key: 'observables',
                  title: null,
                  columns: [
                    { id: 'value', title: 'Value' },
                    { id: 'what', title: 'What it is' },
                  ],
                  rows: rows.map(([key, { observable, what }]) => toRow(key, observable, what)),
                },
              ],
        entries: [],
        observables: rows.map(([, { observable }]) => observable),
        count: rows.length,
        next: null,
      };
    },
  };
}

function observablesOf({ owner, addresses }: FoundAsset): { observable: Observable; what: string }[] {
  const whose = owner === null ? 'an asset' : owner.value;
  return [
    ...(owner === null ? [] : [{ observable: owner, what: 'Assumed owner of an affected asset' }]),
    ...addresses.map(observable => ({ observable, what: `Address of ${whose}` })),
  ];
}

function toRow(id: string, observable: Observable, what: string): TableRow {
  return { id, cells: { value: { kind: 'observable', observable }, what: { kind: 'text', text: what } } };
}
