import type { QueueRow } from '../case.ts';

/** A row that knows nothing but its id and title, and what a test says of it. */
export function createSampleRow(id: string, title: string, more: Partial<QueueRow> = {}): QueueRow {
  return {
    connectionId: 'lab',
    id,
    number: `#${id}`,
    kind: 'case',
    title,
    status: { value: 'open', raw: 'Open' },
    severity: { value: 'low', raw: 'Low' },
    assignee: null,
    tenant: null,
    tags: [],
    createdAt: null,
    updatedAt: null,
    closedAt: null,
    dueAt: null,
    expiresAt: null,
    alertCount: null,
    ...more,
  };
}
