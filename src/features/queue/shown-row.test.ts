import { expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import type { OutboxEntry, Stage } from '#store/outbox/outbox-entry.ts';
import { row } from './bulk/test-groups.ts';
import { toShownRow } from './shown-row.ts';

const queued: Stage = { kind: 'queued', notBefore: 0, attempts: 0, because: null };
const failed: Stage = {
  kind: 'failed',
  error: { code: 'invalid', reason: 'x', message: 'No.', retryable: false },
  attempts: 1,
};

function entry(change: Change, stage: Stage = queued, base = {}): OutboxEntry {
  const ref = { connectionId: 'argus', id: '1' };
  return {
    command: { id: JSON.stringify(change), ref, title: '#1', change, base, madeAt: 0, batchId: null },
    stage,
  };
}

const toOpen: Change = { name: 'status', to: '3', label: 'In Progress' };

test.each<[Change, object]>([
  [toOpen, { status: { value: 'in-progress', raw: 'In Progress' } }],
  [{ name: 'severity', to: 'high' }, { severity: { value: 'high', raw: 'high' } }],
  [{ name: 'assignee', to: '9', label: 'Ida Moen' }, { assignee: { id: '9', name: 'Ida Moen' } }],
  [{ name: 'tags', add: ['b', 'a'], remove: ['c'] }, { tags: ['a', 'b'] }],
  [{ name: 'title', to: 'Better' }, { title: 'Better' }],
  [
    { name: 'close', to: '9', label: 'Closed as duplicate', reason: '', withAlerts: false },
    { status: { value: 'closed', raw: 'Closed as duplicate' } },
  ],
])('%j is shown as it is meant to be, marked as queued', (change, expected) => {
  const before = row('1', { tags: ['a', 'c'] });
  expect(toShownRow(before, [entry(change)])).toEqual({ row: { ...before, ...expected }, mark: 'queued' });
});

test('a note changes nothing of the row and is marked all the same', () => {
  const before = row('1');
  const note: Change = { name: 'post', section: 'notes', text: 'x', isInternal: false, replyTo: null };
  expect(toShownRow(before, [entry(note)])).toEqual({ row: before, mark: 'queued' });
});

test('what failed or met another’s change shows as it is at the vendor, and says that it is not saved', () => {
  const before = row('1');
  expect(toShownRow(before, [entry(toOpen, failed)])).toEqual({ row: before, mark: 'not saved' });
  const conflict: Stage = { kind: 'conflict', theirs: { status: 'Closed' } };
  expect(toShownRow(row('1'), [entry(toOpen, conflict)])).toEqual({ row: before, mark: 'not saved' });
});

test('what was saved stays shown until the row is read again, and then the row counts', () => {
  const saved = entry(toOpen, { kind: 'sending', sentAt: 0, attempts: 1 }, { status: 'New' });
  expect(toShownRow(row('1'), [], [saved]).row.status.raw).toBe('In Progress');
  const read = row('1', { status: { value: 'closed', raw: 'Closed' } });
  expect(toShownRow(read, [], [saved])).toEqual({ row: read, mark: null });
});

test('a vendor without a word for its status means something else by it', () => {
  const before = row('1', { status: { value: 'open', raw: '' } });
  expect(toShownRow(before, [entry(toOpen)])).toEqual({ row: before, mark: 'queued' });
});

test('the same row under the same changes is the same object, so that it is not drawn again', () => {
  const before = row('1');
  const first = toShownRow(before, [entry(toOpen)]);
  expect(toShownRow(before, [entry(toOpen)])).toBe(first);
  expect(toShownRow(before, [entry(toOpen, failed)])).not.toBe(first);
  expect(toShownRow(before).row).toBe(before);
});
