import type { CaseDetail, DetailField, Person, QueueRow, RichText } from '#domain/case.ts';
import type { Status } from '#domain/words.ts';
import type { WireCase, WireCaseDetail } from './wire.ts';

/** Where a row belongs: the connection, and the customer whose tenant this is. */
type RowHome = { connectionId: string; tenant: string | null };

/** Closed is final, and archived cases have lost their events. */
export const archived = 'ARCHIVED';

const statuses: Readonly<Record<string, Status>> = { OPEN: 'open', CLOSED: 'closed', ARCHIVED: 'archived' };

export function toRow(home: RowHome, wire: WireCase): QueueRow {
  const raw = wire.status ?? '';
  const updatedAt = toInstant(wire.updatedAt);
  return {
    connectionId: home.connectionId,
    id: wire.number,
    number: wire.number,
    kind: 'case',
    title: wire.name?.trim() || `Case ${wire.number}`,
    status: { value: statuses[raw] ?? 'other', raw },
    // A case has no severity and no tags.
    severity: { value: 'unknown', raw: '' },
    assignee: toPerson(wire.assignee, wire.assigneeUsername),
    tenant: home.tenant,
    tags: [],
    createdAt: toInstant(wire.createdAt),
    updatedAt,
    // Not told. A closed case cannot be edited, so closing it was its last change.
    closedAt: raw === 'CLOSED' ? updatedAt : null,
    dueAt: null,
    expiresAt: toInstant(wire.archivalTime),
    alertCount: null,
  };
}

export function toDetail(home: RowHome, wire: WireCaseDetail): CaseDetail {
  return {
    row: toRow(home, wire),
    description: toDescription(wire.description, wire.findings),
    fields: toFields(wire),
    // How the console addresses a case is not published.
    consoleUrl: null,
  };
}

/** Description is plain text, findings are Markdown: together they are Markdown in which the first stays literal. */
export function toDescription(description: string | null, findings: string | null): RichText | null {
  const plain = description?.trim() ?? '';
  if ((findings?.trim() ?? '') === '') return plain === '' ? null : { format: 'text', text: plain };
  const parts = [...(plain === '' ? [] : [toLiteralMarkdown(plain)]), '## Findings', findings];
  return { format: 'markdown', text: parts.join('\n\n') };
}

/** Every mark escaped, every line end a hard break. */
function toLiteralMarkdown(text: string): string {
  return text
    .split(/\r?\n/)
    .map(line => line.trim().replace(/[!-/:-@[-`{-~]/g, '\\$&'))
    .join('\\\n')
    .replace(/(?:\\\n){2,}/g, '\n\n');
}

const editing: Readonly<Record<string, string>> = {
  OPEN: 'Name, description, findings, subject and assignee can be changed',
  CLOSED: 'Closed is final in Incydr: nothing can be changed',
  ARCHIVED: 'Archived is final in Incydr: nothing can be changed',
};

export function toFields(wire: WireCaseDetail): DetailField[] {
  const archivalAt = toInstant(wire.archivalTime);
  return [
    ...(wire.status === null || !Object.hasOwn(editing, wire.status)
      ? []
      : [{ label: 'Editing', text: editing[wire.status] ?? '', kind: 'text' as const }]),
    ...people('Subject', wire.subject, wire.subjectUsername),
    ...people('Assignee', wire.assignee, wire.assigneeUsername),
    ...people('Created by', wire.createdByUserUid, wire.createdByUsername),
    ...people('Last modified by', wire.lastModifiedByUserUid, wire.lastModifiedByUsername),
    ...(archivalAt === null
      ? []
      : [{ label: 'Archival', text: wire.archivalTime ?? '', kind: 'instant' as const, at: archivalAt }]),
  ];
}

/** Name and id, each where it is told. The name of an API client is a GUID. */
function people(label: string, id: string | null, name: string | null): DetailField[] {
  return [
    ...(name === null || name === '' ? [] : [{ label, text: name, kind: 'text' as const }]),
    ...(id === null ? [] : [{ label: `${label} id`, text: id, kind: 'mono' as const }]),
  ];
}

function toPerson(id: string | null, name: string | null): Person | null {
  return id === null ? null : { id, name: name || id };
}

/** Epoch ms; the vendor's microseconds are cut off. */
export function toInstant(text: string | null): number | null {
  const at = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
