import type { CaseDetail, DetailField } from '#domain/case.ts';
import {
  type KnownAlert,
  ownerOf,
  sortByGravity,
  threatOf,
  toInstant,
  toRow,
  unnamedThreat,
} from './mapping.ts';
import type { WireDetection } from './wire.ts';

export type DetailSource = {
  known: KnownAlert;
  customerId: string;
  /** By asset id. */
  addresses: ReadonlyMap<string, readonly string[]>;
};

export function toDetail(connectionId: string, source: DetailSource): CaseDetail {
  const detections = sortByGravity(source.known.detections ?? [], source.known.threats);
  const lines = detections.map(detection => describe(detection, source.known));
  return {
    row: toRow(connectionId, source.known),
    description: lines.length === 0 ? null : { format: 'text', text: lines.join('\n') },
    fields: toFields(source, detections),
    // How the console addresses an alert is written nowhere.
    consoleUrl: null,
  };
}

/** "Cobalt Strike beacon on HELSE-LT-2207. Attack tool, Command and control. Severity Critical, confidence High." */
function describe(detection: WireDetection, { threats, assets }: KnownAlert): string {
  const threat = threatOf(detection, threats);
  const owner = ownerOf(detection, assets);
  const grade = [
    threat?.severity && `severity ${threat.severity}`,
    detection.confidence && `confidence ${detection.confidence}`,
  ];
  const sentences = [
    `${threat?.title || unnamedThreat}${owner === null ? '' : ` on ${owner}`}`,
    [threat?.category, threat?.subcategory].filter(Boolean).join(', '),
    capitalise(grade.filter(Boolean).join(', ')),
  ];
  return sentences
    .filter(sentence => sentence !== '')
    .map(sentence => `${sentence}.`)
    .join(' ');
}

function toFields(source: DetailSource, detections: readonly WireDetection[]): DetailField[] {
  const { alert } = source.known;
  const owners = unique(detections.map(detection => ownerOf(detection, source.known.assets)));
  const assetIds = unique(detections.map(detection => detection.affectedAssetId));
  const addresses = unique(assetIds.flatMap(id => source.addresses.get(id) ?? []));
  const starts = detections.map(detection => toInstant(detection.detectedAt)).filter(at => at !== null);
  const fields = [
    text('Closing reasons', alert.status?.closingReasons.join(', ')),
    text('Asset owner', owners.join(', ')),
    mono('Addresses', addresses.join(', ')),
    instant('First detected', starts.length === 0 ? null : Math.min(...starts)),
    text(
      'Encrypted traffic analytics',
      alert.etaFlag === 'EtaBasedDetection' ? 'Yes' : (alert.etaFlag ?? ''),
    ),
    mono('Customer', source.customerId),
    mono('Alert id', alert.id),
    mono('Detection ids', detections.map(detection => detection.id).join('\n')),
    mono('Asset ids', assetIds.join('\n')),
  ];
  return fields.filter(field => field !== null);
}

function text(label: string, value: string | null | undefined): DetailField | null {
  return value ? { label, text: value, kind: 'text' } : null;
}

function mono(label: string, value: string): DetailField | null {
  return value === '' ? null : { label, text: value, kind: 'mono' };
}

function instant(label: string, at: number | null): DetailField | null {
  return at === null ? null : { label, text: new Date(at).toISOString(), kind: 'instant', at };
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter(value => value !== null))];
}

function capitalise(value: string): string {
  return value === '' ? '' : `${value[0]?.toUpperCase()}${value.slice(1)}`;
}
