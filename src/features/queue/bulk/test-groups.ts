import type { QueueRow } from '#domain/case.ts';
import type { Choice, Offer } from '#domain/command.ts';
import type { BulkGroup } from './bulk-form.ts';

export function row(id: string, part: Partial<QueueRow> = {}): QueueRow {
  return {
    connectionId: 'argus',
    id,
    number: `#${id}`,
    kind: 'case',
    title: `Case ${id}`,
    status: { value: 'new', raw: 'New' },
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
    ...part,
  };
}

export function offer(name: Offer['name'], part: Partial<Offer> = {}): Offer {
  return {
    name,
    unavailable: null,
    choices: [],
    warning: '',
    isFinal: false,
    maxLength: null,
    format: 'text',
    ...part,
  };
}

export function choices(...words: string[]): Choice[] {
  return words.map(word => ({ value: word, label: word }));
}

export function group(offers: readonly Offer[] | null, part: Partial<BulkGroup> = {}): BulkGroup {
  return {
    key: 'argus open',
    connectionId: 'argus',
    name: 'Argus Nordic',
    rows: [row('1'), row('2')],
    offers,
    trouble: null,
    waits: null,
    ...part,
  };
}
