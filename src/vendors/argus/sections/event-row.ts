import type { Cell, Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { toSeverity } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { toEventBlocks } from './event-blocks.ts';
import { parseEventId } from './event-id.ts';
import type { WireEnd, WireEvent } from './events-wire.ts';

type Keyed = WireEvent & { key: string };

export const eventColumns: readonly Column[] = [
  { id: 'time', title: 'Time' },
  { id: 'severity', title: 'Severity' },
  { id: 'attack', title: 'Attack' },
  { id: 'source', title: 'Source' },
  { id: 'destination', title: 'Destination' },
  { id: 'protocol', title: 'Protocol' },
  { id: 'count', title: 'Count', isNumeric: true },
];

export function toEventRow(event: Keyed): TableRow {
  const stamp = toStamp(event.startTimestamp ?? event.timestamp);
  const source = sayEnd(event.source);
  const destination = sayEnd(event.destination);
  const cells: Record<string, Cell> = {
    severity: { kind: 'severity', severity: toSeverity(event.severity) },
    attack: {
      kind: 'text',
      text: nameOf(event),
      ...(event.attackInfo?.attackCategoryName ? { support: event.attackInfo.attackCategoryName } : {}),
    },
  };
  if (stamp !== null) cells['time'] = { kind: 'instant', stamp };
  if (source !== '') cells['source'] = { kind: 'mono', text: source };
  if (destination !== '') cells['destination'] = { kind: 'mono', text: destination };
  if (event.protocol) cells['protocol'] = { kind: 'text', text: event.protocol };
  if (event.count !== null)
    cells['count'] = { kind: 'number', value: event.count, text: event.count.toLocaleString('en-GB') };
  const blocks = toEventBlocks(event);
  return {
    id: event.key,
    cells,
    ...(event.id !== null && event.key === event.id && parseEventId(event.id) !== null
      ? { hasMore: true }
      : {}),
    ...(blocks.length === 0 ? {} : { blocks }),
  };
}

export function toEventEntry(event: Keyed): TimelineEntry | null {
  const stamp = toStamp(event.startTimestamp ?? event.timestamp);
  if (stamp === null) return null;
  const [source, destination] = [sayEnd(event.source), sayEnd(event.destination)];
  const support = [
    source === '' ? '' : `from ${source}`,
    destination === '' ? '' : `to ${destination}`,
    event.count === null || event.count === 1 ? '' : `${event.count.toLocaleString('en-GB')} times`,
  ];
  return {
    id: `event:${event.key}`,
    kind: 'event',
    stamp,
    actor: null,
    action: '',
    subject: nameOf(event),
    support: support.filter(part => part !== '').join(' '),
    body: null,
    severity: event.severity === null ? null : toSeverity(event.severity).value,
    status: null,
    labels: event.attackInfo?.signature ? [event.attackInfo.signature] : [],
    color: null,
    section: 'events',
    notBefore: null,
  };
}

function nameOf({ attackInfo, key }: Keyed): string {
  const name = attackInfo?.alarmDescription?.trim() || attackInfo?.signature?.trim();
  return name || attackInfo?.attackCategoryName?.trim() || `Event ${key}`;
}

/** '203.0.113.77:443' */
function sayEnd(end: WireEnd): string {
  const address = end?.networkAddress?.address?.trim() ?? '';
  const port = end?.port ?? null;
  if (address === '') return port === null ? '' : `port ${port}`;
  if (port === null) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
