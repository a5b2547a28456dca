import type { QueueRow } from '#domain/case.ts';
import type { PullPage } from '#domain/vendor.ts';
import { kinds, openStatuses, severities, statuses } from '#domain/words.ts';

/** Rows by id, as they are kept after some pages. */
export type Held = Map<string, QueueRow>;

export function take(held: Held, page: PullPage): Held {
  for (const row of page.rows) held.set(row.id, row);
  for (const id of page.gone) held.delete(id);
  if (page.complete !== undefined) {
    const left = new Set(page.complete);
    for (const id of [...held.keys()]) if (!left.has(id)) held.delete(id);
  }
  return held;
}

export function takeAll(pages: readonly PullPage[], held: Held = new Map()): Held {
  for (const page of pages) take(held, page);
  return held;
}

export function idsOf(held: Held): string[] {
  return [...held.keys()].sort();
}

export function isOpen(row: QueueRow): boolean {
  return openStatuses.has(row.status.value);
}

/** What is wrong with a row, whatever the vendor sent; empty when nothing is. */
export function faultsOf(row: QueueRow): string[] {
  const faults: string[] = [];
  const must = (isRight: boolean, what: string) => {
    if (!isRight) faults.push(`${row.id}: ${what}`);
  };
  must(row.id !== '' && row.connectionId !== '', 'reference');
  must(kinds.includes(row.kind), 'kind');
  must(row.title.trim() !== '', 'title');
  must(row.number.trim() !== '', 'number');
  must(statuses.includes(row.status.value) && typeof row.status.raw === 'string', 'status');
  must(severities.includes(row.severity.value) && typeof row.severity.raw === 'string', 'severity');
  must(
    row.assignee === null || (isText(row.assignee.name) && typeof row.assignee.id === 'string'),
    'assignee',
  );
  must(row.tenant === null || isText(row.tenant), 'tenant');
  must(row.tags.every(isText), 'tags');
  must(row.alertCount === null || Number.isFinite(row.alertCount), 'alertCount');
  for (const key of ['createdAt', 'updatedAt', 'closedAt', 'dueAt', 'expiresAt'] as const) {
    const at = row[key];
    must(at === null || (Number.isInteger(at) && Math.abs(at) <= 8.64e15), key);
  }
  return faults;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
