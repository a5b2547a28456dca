import type { Cell, Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { type KnownAlert, toSeverity } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireEvent } from '../wire.ts';
import { machineEntry } from './entry.ts';
import { fieldsOf } from './fields.ts';
import { toOwner } from './observable.ts';
import type { FoundEvent } from './read-events.ts';

export const eventColumns: readonly Column[] = [
  { id: 'detected', title: 'First seen' },
  { id: 'event', title: 'Event' },
  { id: 'role', title: 'Role' },
  { id: 'asset', title: 'Asset owner' },
  { id: 'modified', title: 'Last changed' },
  { id: 'annotation', title: 'Annotation' },
];

export function toEventRow({ event, convicts }: FoundEvent, known: KnownAlert): TableRow {
  const [detected, modified] = [toStamp(event.detectedAt), toStamp(event.modifiedAt)];
  const owner = ownerOf(event, known);
  const annotation = event.securityAnnotation;
  const cells: Record<string, Cell> = {
    event: { kind: 'text', text: titleOf(event), support: event.subtitle ?? '' },
    role:
      convicts.length > 0
        ? { kind: 'state', text: 'Convicting', tone: 'bad' }
        : { kind: 'state', text: 'Context', tone: 'quiet' },
  };
  if (detected !== null) cells['detected'] = { kind: 'instant', stamp: detected };
  if (modified !== null) cells['modified'] = { kind: 'instant', stamp: modified };
  if (owner !== null) cells['asset'] = { kind: 'observable', observable: toOwner(owner) };
  if (annotation?.id) cells['annotation'] = { kind: 'text', text: annotation.id };
  const fields = fieldsOf([
    ['Severity', event.severity],
    ['Annotation needs', annotation?.requiredAttributes.join(', ')],
    ['Event type', event.securityEventTypeId, 'mono'],
    ['Convicts detections', convicts.join('\n'), 'mono'],
    ['Asset id', event.affectedAssetId, 'mono'],
    ['Event id', event.id, 'mono'],
  ]);
  return {
    id: event.id,
    cells,
    hasMore: true,
    blocks: [{ kind: 'fields', key: 'more', title: null, fields }],
  };
}

export function toEventEntries({ event, convicts }: FoundEvent, known: KnownAlert): TimelineEntry[] {
  const stamp = toStamp(event.detectedAt) ?? toStamp(event.modifiedAt);
  if (stamp === null) return [];
  const owner = ownerOf(event, known);
  return [
    {
      ...machineEntry,
      id: `event ${event.id}`,
      kind: 'event',
      stamp,
      subject: titleOf(event),
      support: [event.subtitle, owner === null ? '' : `on ${owner}`].filter(Boolean).join(', '),
      severity: event.severity === null ? null : toSeverity(event.severity).value,
      labels: [convicts.length > 0 ? 'convicting' : 'context'],
      section: 'events',
    },
  ];
}

function titleOf(event: WireEvent): string {
  return event.title?.trim() || event.securityEventTypeId || 'Event without a name';
}

function ownerOf(event: WireEvent, { assets }: KnownAlert): string | null {
  return assets.get(event.affectedAssetId ?? '')?.assumedOwner || null;
}
