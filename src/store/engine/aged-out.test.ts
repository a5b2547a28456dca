import { describe, expect, it } from 'vitest';
import type { QueueRow } from '#domain/case.ts';
import type { Connection, KeepPolicy } from '#domain/connection.ts';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import type { Status } from '#domain/words.ts';
import { createQueueIndex } from '#index-worker/queue-index.ts';
import { findAgedOut } from './aged-out.ts';

const now = Date.parse('2026-11-22T08:00:00Z');
const daysAgo = (days: number) => now - days * 86_400_000;

function row(id: string, status: Status, updatedAt: number | null, closedAt: number | null = null): QueueRow {
  return createSampleRow(id, id, { status: { value: status, raw: status }, updatedAt, closedAt });
}

function agedOut(keep: KeepPolicy) {
  const index = createQueueIndex();
  index.upsert([
    row('open-old', 'open', daysAgo(400)),
    row('closed-old', 'closed', daysAgo(91)),
    row('closed-new', 'closed', daysAgo(89)),
    row('resolved-old', 'resolved', daysAgo(200), daysAgo(200)),
    row('closed-lately', 'closed', daysAgo(200), daysAgo(3)),
    row('closed-unknown', 'closed', null),
  ]);
  const connection: Connection = {
    id: 'lab',
    vendor: 'made-up',
    name: 'Lab',
    settings: {},
    keep,
    secrets: {},
    source: 'file',
  };
  return findAgedOut(index, connection, now).map(ref => ref.id);
}

describe('rows beyond the keep policy', () => {
  it('are those that are done and were not touched within its days', () => {
    expect(agedOut({ closedDays: 90 })).toEqual(['closed-old', 'resolved-old']);
  });

  it('are none where everything is kept', () => {
    expect(agedOut('all')).toEqual([]);
  });
});
