import type { CaseDetail, DetailField, Person, QueueRow, RichText } from '#domain/case.ts';
import { openStatuses, type Severity, type Status, type Worded } from '#domain/words.ts';
import type { WireCase } from './wire.ts';

const statuses: Readonly<Record<string, Status>> = {
  new: 'new',
  // With a higher tier: still being worked on.
  escalated: 'in-progress',
  'in progress': 'in-progress',
  resolved: 'resolved',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  // A word of alerts.
  closed: 'closed',
};
const severities: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/** null only where the vendor gave nothing to call the case by. */
export function toRow(wire: WireCase, connectionId: string): QueueRow | null {
  const id = wire._id || (wire.ticket_id === '' ? '' : `ticket-${wire.ticket_id}`);
  if (id === '') return null;
  const number = wire.ticket_id === '' ? id.slice(-8) : `#${wire.ticket_id}`;
  const status = toStatus(wire);
  return {
    connectionId,
    id,
    number,
    kind: 'case',
    title: wire.name.trim() === '' ? `Case ${number} without a name` : wire.name,
    status,
    severity: toSeverity(wire),
    assignee: toAssignee(wire),
    tenant: wire.tenant_name || wire.cust_id || null,
    tags: wire.tags,
    createdAt: wire.created_at,
    updatedAt: wire.modified_at,
    closedAt: openStatuses.has(status.value) ? null : toClosedAt(wire.closed),
    dueAt: null,
    expiresAt: null,
    alertCount: wire.size,
  };
}

/** An unknown word stays on screen as it is; whether it is done is then read off `closed`. */
function toStatus({ status, closed }: WireCase): Worded<Status> {
  const known = statusOf(status);
  return { value: known ?? ((closed ?? 0) > 0 ? 'closed' : 'other'), raw: status };
}

/** null: a word that is not known. */
export function statusOf(word: string): Status | null {
  return statuses[word.trim().toLowerCase()] ?? null;
}

function toSeverity({ severity, priority, score }: WireCase): Worded<Severity> {
  const raw = severity || priority;
  return raw === '' ? { value: severityOfScore(score), raw } : { value: severityOf(raw), raw };
}

export function severityOf(word: string): Severity {
  return severities[word.trim().toLowerCase()] ?? 'unknown';
}

export function severityOfScore(score: number | null): Severity {
  if (score === null) return 'unknown';
  if (score >= 75) return 'critical';
  if (score >= 50) return 'high';
  return score >= 25 ? 'medium' : 'low';
}

function toAssignee({ assignee, assignee_name: name }: WireCase): Person | null {
  if (assignee === '' && (name === '' || name === 'Unassigned')) return null;
  return { id: assignee, name: name || assignee };
}

/** The documents call `closed` a flag; live servers put the instant of closing there. A bare flag tells no time. */
function toClosedAt(closed: number | null): number | null {
  return closed !== null && closed > 1e11 && closed <= 8.64e15 ? Math.round(closed) : null;
}

type DetailInput = {
  wire: WireCase;
  row: QueueRow;
  /** The vendor's own few lines on the case, '' when there are none. They stand in for a description that is missing. */
  summary: string;
  origin: string;
};

export function toDetail({ wire, row, summary, origin }: DetailInput): CaseDetail {
  return {
    row,
    description: toDescription(wire.description, summary),
    fields: toFields(wire),
    consoleUrl: origin.startsWith('https://')
      ? `${origin}/cases/case-detail/${encodeURIComponent(row.id)}`
      : null,
  };
}

function toDescription(description: string, summary: string): RichText | null {
  const text = description || summary;
  return text === '' ? null : { format: 'text', text };
}

function toFields(wire: WireCase): DetailField[] {
  return [
    text('Score', wire.score === null ? '' : String(wire.score)),
    text('Resolution', wire.resolution),
    mono('Ticket number', wire.ticket_id),
    mono('Case id', wire._id),
    text('Tenant', wire.tenant_name),
    mono('Tenant id', wire.cust_id),
    text('Tenant group', wire.tenant_group_name),
    text('Created by', wire.created_by_name || wire.created_by),
    text('Changed by', wire.modified_by_name),
    instant('Acknowledged', wire.acknowledged),
    instant('Activity from', wire.start_timestamp),
    instant('Activity until', wire.end_timestamp),
    mono('Revision', wire.version),
  ].filter(field => field !== null);
}

function text(label: string, value: string): DetailField | null {
  return value === '' ? null : { label, text: value, kind: 'text' };
}

function mono(label: string, value: string): DetailField | null {
  return value === '' ? null : { label, text: value, kind: 'mono' };
}

function instant(label: string, at: number | null): DetailField | null {
  return at === null ? null : { label, text: new Date(at).toISOString(), kind: 'instant', at };
}
