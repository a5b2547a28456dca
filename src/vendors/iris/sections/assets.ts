import type { Block, Cell, Column, Observable, TableRow } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { utcStamp } from '../stamps.ts';
import { type Asset, type WholeAsset, wireAsset, wireWholeAsset } from './assets-wire.ts';
import {
  cellsOf,
  fieldsBlock,
  instantField,
  markdownBlock,
  observablesCell,
  tableBlock,
  tagsCell,
  textCell,
  textField,
} from './blocks.ts';
import { linkedCases } from './case-links.ts';
import { customFields } from './custom-attributes.ts';
import { type Keyed, keyed } from './keyed.ts';
import { listPage, withComments } from './list-section.ts';
import { toAddresses, toObservables } from './observable-type.ts';
import type { Source } from './source.ts';

/** From this many assets on, IRIS answers `link` as `[]` for each of them. */
const linkLimit = 300;

const columns: readonly Column[] = [
  { id: 'name', title: 'Name' },
  { id: 'compromise', title: 'Compromise' },
  { id: 'analysis', title: 'Analysis' },
  { id: 'type', title: 'Type' },
  { id: 'address', title: 'Address' },
  { id: 'domain', title: 'Domain' },
  { id: 'iocs', title: 'Linked IOCs' },
  { id: 'cases', title: 'Also in' },
  { id: 'tags', title: 'Tags' },
  { id: 'description', title: 'Description' },
];

export function assetsSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const { rows, lost } = await source.list('listAssets', caseId, 'assets', wireAsset, signal);
      const assets = keyed(rows, asset => asset.asset_id);
      return {
        ...listPage({
          key: 'assets',
          columns,
          rows: assets.map(toTableRow),
          lost,
          plural: 'assets',
          notices: noLinksNotice(rows.length),
        }),
        observables: rows.flatMap(asset => [...nameOf(asset), ...toAddresses(asset.asset_ip)]),
      };
    },
    item: withComments(source, 'assets', async (caseId, id, signal) => {
      const asset = await source.one('getAsset', caseId, wireWholeAsset, signal, { id });
      const addedBy = (await source.people(caseId, signal)).byId(asset.user_id);
      return {
        blocks: wholeAsset(asset, addedBy),
        observables: asset.linked_ioc.flatMap(ioc => toObservables(ioc.ioc_value, ioc.type_name)),
      };
    }),
  };
}

export function noLinksNotice(count: number): Block[] {
  if (count < linkLimit) return [];
  const text = `IRIS does not say which other cases have these assets: it stops at ${linkLimit}, and this case has ${count}.`;
  return [{ kind: 'notice', key: 'no-links', text }];
}

function nameOf(asset: Asset): Observable[] {
  const type = /account/i.test(asset.asset_type ?? '') ? 'user' : 'host';
  const value = asset.asset_name?.trim() ?? '';
  return value === '' ? [] : [{ type, value, raw: asset.asset_type ?? '' }];
}

function toTableRow({ key, canOpen, row }: Keyed<Asset>): TableRow {
  return {
    id: key,
    hasMore: canOpen,
    cells: cellsOf({
      name: observablesCell(nameOf(row)),
      compromise: compromiseCell(row.asset_compromise_status_id),
      analysis: analysisCell(row.analysis_status),
      type: textCell(row.asset_type),
      address: observablesCell(toAddresses(row.asset_ip)) ?? textCell(row.asset_ip),
      domain: observablesCell(toObservables(row.asset_domain, 'domain')),
      iocs: observablesCell(row.ioc_links.flatMap(link => toObservables(link.ioc_value, null))),
      cases: linkedCases(row.link),
      tags: tagsCell(row.asset_tags),
      description: textCell(row.asset_description),
    }),
  };
}

/** The four of IRIS's own code; null is an asset that was added without one, which is not 'To be determined'. */
function compromiseCell(status: number | null): Cell {
  switch (status) {
    case null:
      return { kind: 'state', text: 'Not set', tone: 'quiet' };
    case 0:
      return { kind: 'state', text: 'To be determined', tone: 'wait' };
    case 1:
      return { kind: 'state', text: 'Compromised', tone: 'bad' };
    case 2:
      return { kind: 'state', text: 'Not compromised', tone: 'good' };
    case 3:
      return { kind: 'state', text: 'Unknown', tone: 'quiet' };
    default:
      return { kind: 'state', text: `Status ${status}`, tone: 'quiet' };
  }
}

function analysisCell(word: string | null): Cell | null {
  if (word === null || word === '') return null;
  const isWaiting = /^(to be done|started|pending)$/i.test(word);
  return { kind: 'state', text: word, tone: /^done$/i.test(word) ? 'good' : isWaiting ? 'wait' : 'quiet' };
}

function wholeAsset(asset: WholeAsset, addedBy: string | null) {
  return [
    ...markdownBlock('info', 'Information', asset.asset_info),
    ...fieldsBlock('asset', null, [
      textField('Added by', addedBy),
      instantField('Added', utcStamp(asset.date_added)),
      instantField('Changed', utcStamp(asset.date_update)),
      textField('UUID', asset.asset_uuid, 'mono'),
    ]),
    ...linkedIocs(asset),
    ...fieldsBlock('custom', 'Custom attributes', customFields(asset.custom_attributes)),
  ];
}

function linkedIocs({ linked_ioc: iocs }: WholeAsset): Block[] {
  const iocColumns = [
    { id: 'ioc', title: 'Linked IOC' },
    { id: 'type', title: 'Type' },
    { id: 'description', title: 'Description' },
  ];
  const rows = iocs.map((ioc, index) => ({
    id: `ioc-${index + 1}`,
    cells: cellsOf({
      ioc: observablesCell(toObservables(ioc.ioc_value, ioc.type_name)),
      type: textCell(ioc.type_name),
      description: textCell(ioc.ioc_description),
    }),
  }));
  return tableBlock('iocs', null, iocColumns, rows);
}
