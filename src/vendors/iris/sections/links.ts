import type { Observable, TableRow } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { SectionReader } from '#http/sections.ts';
import { dayStamp } from '../stamps.ts';
import { noLinksNotice } from './assets.ts';
import { type Asset, wireAsset } from './assets-wire.ts';
import { cellsOf, instantCell, observablesCell, tableBlock, textCell } from './blocks.ts';
import { linkText } from './case-links.ts';
import { toObservables } from './observable-type.ts';
import { type Ioc, wireIoc } from './observables.ts';
import type { Source } from './source.ts';

type Linked = {
  caseId: string | null;
  customer: string | null;
  openDay: Stamp | null;
  assets: Set<string>;
  iocs: Map<string, Observable>;
};

const columns = [
  { id: 'case', title: 'Case' },
  { id: 'customer', title: 'Customer' },
  { id: 'opened', title: 'Open date' },
  { id: 'assets', title: 'Same assets' },
  { id: 'iocs', title: 'Same IOCs' },
];

/** Other cases with the same IOCs, and those of the same customer with the same assets. Two calls. */
export function linksSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const [assets, iocs] = await Promise.all([
        source.list('listAssets', caseId, 'assets', wireAsset, signal),
        source.list('listIocs', caseId, 'ioc', wireIoc, signal),
      ]);
      const cases = gather(assets.rows, iocs.rows);
      return {
        blocks: [
          ...tableBlock('cases', null, columns, [...cases].map(toTableRow)),
          ...noLinksNotice(assets.rows.length),
        ],
        entries: [],
        observables: [],
        count: cases.size,
        next: null,
      };
    },
  };
}

function gather(assets: readonly Asset[], iocs: readonly Ioc[]): Map<string, Linked> {
  const cases = new Map<string, Linked>();
  const at = (link: Asset['link'][number] | Ioc['link'][number]): Linked => {
    const text = linkText(link);
    const known = cases.get(text);
    if (known !== undefined) return known;
    const linked = {
      caseId: link.case_id,
      customer: null,
      openDay: null,
      assets: new Set<string>(),
      iocs: new Map(),
    };
    cases.set(text, linked);
    return linked;
  };
  for (const asset of assets) {
    for (const link of asset.link) {
      const linked = at(link);
      linked.openDay ??= dayStamp(link.case_open_date);
      linked.assets.add(asset.asset_name ?? 'without a name');
    }
  }
  for (const ioc of iocs) {
    for (const link of ioc.link) {
      const linked = at(link);
      linked.customer ??= link.client_name;
      for (const observable of toObservables(ioc.ioc_value, ioc.ioc_type))
        linked.iocs.set(observable.value, observable);
    }
  }
  return cases;
}

function toTableRow([text, linked]: [string, Linked]): TableRow {
  return {
    id: text,
    cells: cellsOf({
      case: { kind: 'cases', cases: [{ text, caseId: linked.caseId }] },
      customer: textCell(linked.customer),
      opened: instantCell(linked.openDay),
      assets: textCell([...linked.assets].join(', ')),
      iocs: observablesCell([...linked.iocs.values()]),
    }),
  };
}
