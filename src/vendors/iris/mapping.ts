import type { CaseDetail, DetailField, QueueRow } from '#domain/case.ts';
import type { Severity, Status, Worded } from '#domain/words.ts';
import { formatDay, readHistoryKey, readHttpDate, readListDay } from './dates.ts';
import type { WireCase, WireListedCase } from './wire.ts';

/** IRIS v2.0 has no severity. Tags of a name like it are tags. */
const severity: Worded<Severity> = { value: 'unknown', raw: '' };

/**
 * A case is closed when it has a closing day and open else; IRIS sends no word for it. The outcome ('True positive')
 * is another thing: it stays when a case is reopened, so it is a field and no status.
 */
function toStatus(closedAt: number | null): Worded<Status> {
  return { value: closedAt === null ? 'open' : 'closed', raw: '' };
}

/** '#3 - Phishing wave' is how IRIS stores and lists a name; the part after the prefix is what people wrote. */
export function toTitle(id: string, name: string | null): string {
  const prefix = `#${id} - `;
  const title = (name?.startsWith(prefix) ? name.slice(prefix.length) : (name ?? '')).trim();
  return title === '' ? `Case ${id}` : title;
}

function toPerson(id: number | null, name: string | null) {
  if (name === null || name === '') return null;
  return { id: id === null ? name : String(id), name };
}

function base(connectionId: string, id: string) {
  return {
    connectionId,
    id,
    number: `#${id}`,
    kind: 'case',
    severity,
    dueAt: null,
    expiresAt: null,
    alertCount: null,
  } as const;
}

/** What the list alone says: no tags and no times but days. Replaced as soon as the case itself is read. */
export function toListedRow(connectionId: string, listed: WireListedCase): QueueRow {
  const closedAt = readListDay(listed.case_close_date);
  return {
    ...base(connectionId, listed.case_id),
    title: toTitle(listed.case_id, listed.case_name),
    status: toStatus(closedAt),
    assignee: toPerson(listed.owner_id, listed.owner),
    tenant: listed.client_name || null,
    tags: [],
    createdAt: readListDay(listed.case_open_date),
    updatedAt: null,
    closedAt,
  };
}

export function toRow(connectionId: string, wire: WireCase): QueueRow {
  const closedAt = readHttpDate(wire.close_date);
  return {
    ...base(connectionId, wire.case_id),
    title: toTitle(wire.case_id, wire.case_name),
    status: toStatus(closedAt),
    assignee: toPerson(wire.owner_id, wire.owner),
    tenant: wire.customer_name || null,
    tags: toTags(wire.case_tags),
    createdAt: readHttpDate(wire.initial_date) ?? readHttpDate(wire.open_date),
    updatedAt: lastChange(wire)?.at ?? null,
    closedAt,
  };
}

/** 'a,b' */
export function toTags(text: string | null): string[] {
  const tags = (text ?? '').split(',').map(tag => tag.trim());
  return [...new Set(tags.filter(tag => tag !== ''))];
}

/**
 * The newest key of `modification_history` is the only 'last changed' of a case. Edits of the summary, of notes and of
 * everything else within the case leave no trace there.
 */
function lastChange(wire: WireCase): { at: number; action: string | null; user: string | null } | null {
  let last: ReturnType<typeof lastChange> = null;
  for (const [key, change] of Object.entries(wire.modification_history)) {
    const at = readHistoryKey(key);
    if (at !== null && (last === null || at > last.at)) last = { at, ...change };
  }
  return last;
}

export function toDetail(
  connectionId: string,
  wire: WireCase,
  about: { outcomeName: string | null; consoleUrl: string | null },
): CaseDetail {
  const text = wire.case_description ?? '';
  return {
    row: toRow(connectionId, wire),
    description: text === '' ? null : { format: 'markdown', text },
    fields: toFields(wire, about.outcomeName),
    consoleUrl: about.consoleUrl,
  };
}

function toFields(wire: WireCase, outcomeName: string | null): DetailField[] {
  const fields: DetailField[] = [];
  const add = (label: string, text: string | null, kind: 'text' | 'mono' = 'text') => {
    if (text !== null && text !== '') fields.push({ label, text, kind });
  };
  add('SOC id', wire.case_soc_id, 'mono');
  add('Outcome', outcomeName ?? (wire.status_id === null ? null : `Outcome ${wire.status_id}`));
  add('Classification', wire.classification);
  add('Opened by', wire.open_by_user);
  // Days stay days: they are not shifted into a zone.
  add('Open date', toDayText(wire.open_date));
  add('Close date', toDayText(wire.close_date));
  const last = lastChange(wire);
  if (last !== null) {
    const text = [last.action, last.user].filter(Boolean).join(', by ');
    fields.push({ label: 'Last change', text: text === '' ? 'changed' : text, kind: 'text' });
  }
  for (const person of wire.protagonists) {
    const text = [person.name, person.contact].filter(Boolean).join(', ');
    add(person.role ? `Protagonist: ${person.role}` : 'Protagonist', text);
  }
  add('UUID', wire.case_uuid, 'mono');
  return fields;
}

function toDayText(text: string | null): string | null {
  const at = readHttpDate(text);
  return at === null ? null : formatDay(at);
}
