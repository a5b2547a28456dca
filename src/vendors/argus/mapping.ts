import type { CaseDetail, DetailField, Person, QueueRow } from '#domain/case.ts';
import type { Severity, Status, Worded } from '#domain/words.ts';
import { sayMayChange, saySees } from './access-words.ts';
import type { WireCase, WireNamed, WireTag, WireUser } from './wire.ts';

/**
 * The vendor's page says waiting* where its clients see working*: both are read. What waits for the SOC is ours to
 * take; what waits for anybody else is pending.
 */
const statusWords: ReadonlyMap<string, Status> = new Map([
  ['pendingSoc', 'open'],
  ['workingSoc', 'in-progress'],
  ['workingCustomer', 'in-progress'],
  ['waitingSoc', 'in-progress'],
  ['waitingCustomer', 'in-progress'],
  ['pendingCustomer', 'pending'],
  ['pendingVendor', 'pending'],
  ['pendingClose', 'pending'],
  ['closed', 'closed'],
]);
const severityWords: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
]);

export function isDeleted(item: { flags: readonly string[] }): boolean {
  return item.flags.includes('DELETED');
}

export function toStatus(word: string | null): Worded<Status> {
  return { value: statusWords.get(word ?? '') ?? 'other', raw: word ?? '' };
}

export function toSeverity(word: string | null): Worded<Severity> {
  return { value: severityWords.get(word ?? '') ?? 'unknown', raw: word ?? '' };
}

export function toPerson(user: WireUser | null): Person | null {
  if (user === null) return null;
  return { id: user.id, name: user.name || user.userName || user.shortName || `User ${user.id}` };
}

export function toTags(tags: readonly WireTag[]): string[] {
  return tags.filter(tag => !isDeleted(tag)).map(({ key, value }) => `${key ?? ''}/${value ?? ''}`);
}

export function toRow(connectionId: string, item: WireCase, tags: readonly string[]): QueueRow {
  return {
    connectionId,
    id: item.id,
    number: item.id,
    kind: 'case',
    title: item.subject?.trim() || `Case ${item.id}`,
    status: toStatus(item.status),
    severity: toSeverity(item.priority),
    assignee: toPerson(item.assignedTech ?? item.assignedUser),
    tenant: nameOf(item.customer),
    tags,
    createdAt: item.createdTimestamp,
    updatedAt: item.lastUpdatedTimestamp ?? item.createdTimestamp,
    closedAt: item.closedTimestamp,
    dueAt: item.techDueTimestamp,
    expiresAt: null,
    alertCount: null,
  };
}

/** `eventCount`: null where it could not be read. */
export function toDetail(
  row: QueueRow,
  item: WireCase,
  eventCount: number | null,
  askedId: string,
): CaseDetail {
  return {
    row: { ...row, alertCount: eventCount },
    description: item.description ? { format: 'html', text: item.description } : null,
    fields: toFields(item),
    consoleUrl: `https://portal.mnemonic.no/spa/case/view/${encodeURIComponent(item.id)}`,
    ...(askedId === item.id ? {} : { redirectedFrom: askedId }),
  };
}

/** The vendor's words for what the owner of this key may, and what they mean. */
export function toAccess(access: WireCase['currentUserAccess']): [label: string, text: string | null][] {
  if (access === null) return [];
  return [
    ['My access', [access.level, access.role].filter(Boolean).join(', ')],
    ['I may change', sayMayChange(access)],
    ['I see', saySees(access)],
  ];
}

/** What only this vendor has of a case. */
export function toFields(item: WireCase): DetailField[] {
  const values: [label: string, text: string | null][] = [
    ['Service', nameOf(item.service)],
    ['Category', nameOf(item.category)],
    ['Type', item.type],
    ['Assigned tech', toPerson(item.assignedTech)?.name ?? null],
    ['Assigned user', toPerson(item.assignedUser)?.name ?? null],
    ['Reporter', toPerson(item.reporter)?.name ?? null],
    ['Customer reference', item.customerReference],
    ['Access mode', item.accessMode],
    ...toAccess(item.currentUserAccess),
    ['Created by', toPerson(item.createdByUser)?.name ?? null],
    ['Last updated by', toPerson(item.lastUpdatedByUser)?.name ?? null],
    ['Closed by', toPerson(item.closedByUser)?.name ?? null],
    ['Published by', toPerson(item.publishedByUser)?.name ?? null],
    ['Initial status', item.initialStatus],
    ['Initial priority', item.initialPriority],
    [
      'Workflows',
      item.workflows.map(({ workflow, state }) => `${workflow ?? ''} (${state ?? ''})`).join(', '),
    ],
    ['Origin e-mail', item.originEmailAddress],
    ['Flags', item.flags.join(', ')],
  ];
  const fields = values.flatMap(([label, text]): DetailField[] =>
    text?.trim() ? [{ label, text, kind: 'text' }] : [],
  );
  if (item.publishedTimestamp !== null) fields.push(toInstant('Published', item.publishedTimestamp));
  return fields;
}

function toInstant(label: string, at: number): DetailField {
  return { label, text: new Date(at).toISOString(), kind: 'instant', at };
}

export function nameOf(named: WireNamed | null): string | null {
  return named?.name || named?.shortName || null;
}
