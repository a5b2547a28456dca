import type { Block, Cell, TableRow } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { GtaApi } from '../api.ts';
import type { RecordReader } from '../record-reader.ts';
import { distinct } from './observable.ts';
import { type FoundAsset, readAssets } from './read-assets.ts';

export function createAssets(records: RecordReader, api: GtaApi): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const known = await records.share(id, signal);
      const assets = await readAssets(api, known, signal);
      return {
        blocks: toBlocks(assets),
        entries: [],
        observables: distinct(
          assets.flatMap(({ owner, addresses }) => [...(owner === null ? [] : [owner]), ...addresses]),
        ),
        count: assets.length,
        next: null,
      };
    },
  };
}

function toBlocks(assets: readonly FoundAsset[]): Block[] {
  if (assets.length === 0) return [];
  const table: Block = {
    kind: 'table',
    key: 'assets',
    title: null,
    columns: [
      { id: 'owner', title: 'Assumed owner' },
      { id: 'addresses', title: 'Addresses' },
      { id: 'detections', title: 'Detections', isNumeric: true },
      { id: 'id', title: 'Asset id' },
    ],
    rows: assets.map(toRow),
  };
  if (!assets.some(({ mayHaveMore }) => mayHaveMore)) return [table];
  return [
    table,
    { kind: 'notice', key: 'more-addresses', text: 'The first 100 addresses of an asset are shown.' },
  ];
}

function toRow({ id, owner, addresses, detections }: FoundAsset): TableRow {
  const ownerCell: Cell =
    owner === null ? { kind: 'text', text: 'Not known' } : { kind: 'observable', observable: owner };
  return {
    id,
    cells: {
      owner: ownerCell,
      addresses: { kind: 'observables', observables: addresses },
      detections: { kind: 'number', value: detections, text: String(detections) },
      id: { kind: 'mono', text: id },
    },
  };
}
