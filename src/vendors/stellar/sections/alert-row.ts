import type { Cell, Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { severityOfScore } from '../mapping.ts';
import {
  alertStatus,
  attackOf,
  destinationOf,
  observablesOf,
  raisedAt,
  sourceOf,
  titleOf,
  usersOf,
} from './alert-facts.ts';
import type { WireAlert } from './alert-wire.ts';
import { fieldsOf } from './fields.ts';

export const alertColumns: readonly Column[] = [
  { id: 'raised', title: 'Raised' },
  { id: 'alert', title: 'Alert' },
  { id: 'score', title: 'Score', isNumeric: true },
  { id: 'status', title: 'Status' },
  { id: 'tactic', title: 'Tactic' },
  { id: 'technique', title: 'Technique' },
  { id: 'stage', title: 'Kill-chain stage' },
  { id: 'source', title: 'Source' },
  { id: 'destination', title: 'Destination' },
];

const nameless = 'Alert without a name';

/** `id` is what the row is asked for by; null: the vendor gave nothing to ask by. */
export function toAlertRow(alert: WireAlert, id: string | null, position: number): TableRow {
  const { _source: source } = alert;
  const { tactics, techniques } = attackOf(alert);
  const stamp = raisedAt(alert);
  const status = alertStatus(alert);
  const score = source.event_score;
  const cells: Record<string, Cell> = {
    alert: {
      kind: 'text',
      text: titleOf(alert) || nameless,
      ...(source.xdr_event.description === '' ? {} : { support: source.xdr_event.description }),
    },
  };
  if (stamp !== null) cells['raised'] = { kind: 'instant', stamp };
  if (score !== null) cells['score'] = { kind: 'number', value: score, text: String(score) };
  if (status !== null) cells['status'] = { kind: 'status', status };
  if (tactics.length > 0) cells['tactic'] = namedCell(tactics);
  if (techniques.length > 0) cells['technique'] = namedCell(techniques);
  if (source.xdr_event.xdr_killchain_stage !== '')
    cells['stage'] = { kind: 'text', text: source.xdr_event.xdr_killchain_stage };
  cells['source'] = { kind: 'observables', observables: sourceOf(alert) };
  cells['destination'] = { kind: 'observables', observables: destinationOf(alert) };
  return {
    id: id ?? `position-${position}`,
    cells,
    hasMore: id !== null,
    blocks: [{ kind: 'fields', key: 'more', title: null, fields: toFields(alert) }],
  };
}

function toFields(alert: WireAlert) {
  const { _source: source } = alert;
  return fieldsOf([
    ['Seen', source.timestamp],
    ['Written', source.write_time],
    [
      'User',
      usersOf(alert)
        .map(({ value }) => value)
        .join(', '),
    ],
    ['Source country', source.srcip_geo.countryName],
    ['Source reputation', source.srcip_reputation],
    ['Destination country', source.dstip_geo.countryName],
    ['Destination reputation', source.dstip_reputation],
    ['Detected in', [...source.detected_fields, ...source.detected_field].join(', ')],
    ['Detected', [...source.detected_values, ...source.detected_value].join(', ')],
    ['Severity', source.severity],
    ['Fidelity', source.fidelity],
    ['Tags', [...new Set([...source.xdr_event.tags, ...source.event_tags])].join(', ')],
    ['Tenant', source.tenant_name],
    ...source.comments.map(one => [`Comment of ${one.comment_user || 'somebody'}`, one.comment] as const),
    ...source.user_action.history.map(
      one => [`Action: ${one.action || 'unnamed'}`, one.action_time] as const,
    ),
    ['Index', alert._index, 'mono'],
    ['Alert id', alert._id, 'mono'],
  ]);
}

/** An alert is raised after what it saw; one that says otherwise has a clock that is off. */
export function toAlertEntries(alert: WireAlert, rowId: string): TimelineEntry[] {
  const { _source: source } = alert;
  const stamp = raisedAt(alert);
  if (stamp === null) return [];
  const ends = [sourceOf(alert), destinationOf(alert)].map(end => end.map(({ value }) => value).join(' '));
  return [
    {
      id: `alert ${rowId}`,
      kind: 'alert',
      stamp,
      actor: null,
      action: '',
      subject: titleOf(alert) || nameless,
      support: [ends[0] && `from ${ends[0]}`, ends[1] && `to ${ends[1]}`].filter(Boolean).join(' '),
      body: null,
      severity: severityOfScore(source.event_score),
      status: null,
      labels: attackOf(alert).techniques.map(({ id, name }) => id || name),
      color: null,
      section: 'alerts',
      notBefore: source.timestamp === null ? null : { at: source.timestamp.at, what: 'what it saw' },
    },
  ];
}

export function alertObservables(alerts: readonly WireAlert[]) {
  return alerts.flatMap(observablesOf);
}

function namedCell(named: readonly { id: string; name: string }[]): Cell {
  return {
    kind: 'text',
    text: named.map(({ id, name }) => name || id).join(', '),
    support: named
      .map(({ id }) => id)
      .filter(id => id !== '')
      .join(', '),
  };
}
