import type { Cell, Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { type KnownAlert, ownerOf, sortByGravity, threatOf, toSeverity, unnamedThreat } from '../mapping.ts';
import type { RecordReader } from '../record-reader.ts';
import { toStamp } from '../stamp.ts';
import type { WireDetection } from '../wire.ts';
import { activeStamp, ageOutStamp } from './clock.ts';
import { machineEntry } from './entry.ts';
import { fieldsOf } from './fields.ts';
import { distinct, toOwner } from './observable.ts';

const columns: readonly Column[] = [
  { id: 'threat', title: 'Threat' },
  { id: 'severity', title: 'Severity' },
  { id: 'confidence', title: 'Confidence' },
  { id: 'asset', title: 'Asset owner' },
  { id: 'detected', title: 'First detected' },
  { id: 'active', title: 'Last activity' },
];

/** What the alert is made of: its threat detections, each with its record of the threat catalogue. */
export function createDetections(records: RecordReader): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const known = await records.share(id, signal);
      if (known.detections === null) return { ...notReadable, blocks: [...notReadable.blocks] };
      const detections = sortByGravity(known.detections, known.threats);
      const rows = detections.map(detection => toRow(detection, known));
      return {
        blocks:
          rows.length === 0
            ? []
            : [{ kind: 'table', key: 'detections', title: 'Threat detections', columns, rows }],
        entries: detections.flatMap(detection => toEntries(detection, known)),
        observables: distinct(
          detections.flatMap(detection => {
            const owner = ownerOf(detection, known.assets);
            return owner === null ? [] : [toOwner(owner)];
          }),
        ),
        count: rows.length,
        next: null,
      };
    },
  };
}

const notReadable = {
  blocks: [
    {
      kind: 'notice',
      key: 'no-detections',
      text: 'This API client may not read threat detections, so it is not known what the alert is made of.',
    },
  ],
  entries: [],
  observables: [],
  count: null,
  next: null,
} as const;

function toRow(detection: WireDetection, known: KnownAlert): TableRow {
  const threat = threatOf(detection, known.threats);
  const owner = ownerOf(detection, known.assets);
  const [detected, active] = [toStamp(detection.detectedAt), activeStamp(detection)];
  const cells: Record<string, Cell> = {
    threat: {
      kind: 'text',
      text: threat?.title || unnamedThreat,
      support: [threat?.category, threat?.subcategory].filter(Boolean).join(', '),
    },
  };
  if (threat?.severity) cells['severity'] = { kind: 'severity', severity: toSeverity(threat.severity) };
  if (detection.confidence) cells['confidence'] = { kind: 'text', text: detection.confidence };
  if (owner !== null) cells['asset'] = { kind: 'observable', observable: toOwner(owner) };
  if (detected !== null) cells['detected'] = { kind: 'instant', stamp: detected };
  if (active !== null) cells['active'] = { kind: 'instant', stamp: active };
  const fields = fieldsOf([
    ['Removed after', ageOutStamp(active)],
    ['Detection id', detection.id, 'mono'],
    ['Catalogue record', detection.threatIntelRecordId, 'mono'],
    ['Asset id', detection.affectedAssetId, 'mono'],
  ]);
  return { id: detection.id, cells, blocks: [{ kind: 'fields', key: 'more', title: null, fields }] };
}

function toEntries(detection: WireDetection, known: KnownAlert): TimelineEntry[] {
  const threat = threatOf(detection, known.threats);
  const owner = ownerOf(detection, known.assets);
  const [detected, active] = [toStamp(detection.detectedAt), activeStamp(detection)];
  const common = {
    ...machineEntry,
    kind: 'alert',
    subject: threat?.title || unnamedThreat,
    severity: threat?.severity ? toSeverity(threat.severity).value : null,
    section: 'alerts',
  } as const;
  const where = owner === null ? '' : ` on ${owner}`;
  const entries: TimelineEntry[] = [];
  if (detected !== null)
    entries.push({
      ...common,
      id: `detection ${detection.id}`,
      stamp: detected,
      support: `detected${where}`,
    });
  if (active !== null && active.at !== detected?.at)
    entries.push({
      ...common,
      id: `activity ${detection.id}`,
      stamp: active,
      support: `last malicious activity${where}`,
      notBefore: detected === null ? null : { at: detected.at, what: 'its detection' },
    });
  return entries;
}
