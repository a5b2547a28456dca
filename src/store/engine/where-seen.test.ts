import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueueRow } from '#domain/case.ts';
import type { Observable, ObservableType } from '#domain/section.ts';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import type { Status } from '#domain/words.ts';
import { createQueueIndex } from '#index-worker/queue-index.ts';
import { holdsToken } from './holds-token.ts';
import { createWhereSeen } from './where-seen.ts';

const vendors: Readonly<Record<string, string>> = { iris: 'iris', stellar: 'stellar', emea: 'stellar' };

function row(connectionId: string, id: string, title: string, more: Partial<QueueRow> = {}): QueueRow {
  return createSampleRow(id, title, { connectionId, ...more });
}

function seenIn(rows: readonly QueueRow[], sleep: () => Promise<void> = async () => {}) {
  const index = createQueueIndex();
  index.upsert(rows);
  return createWhereSeen(index, sleep, id => vendors[id]).whereSeen;
}

function observable(type: ObservableType, value: string): Observable {
  return { type, value, raw: '' };
}

const closed = { value: 'closed', raw: 'Closed' } satisfies { value: Status; raw: string };
const asking = { connectionId: 'iris', id: '1' };

test('other rows are counted by vendor and by what is closed, the latest first', async () => {
  const whereSeen = seenIn([
    row('iris', '1', 'Beacon to 10.0.0.1'),
    row('iris', '2', 'RDP from 10.0.0.1', { updatedAt: 1_000 }),
    row('stellar', '3', 'Scan', { tags: ['ip:10.0.0.1'], status: closed, updatedAt: 3_000 }),
    row('emea', '4', 'Scan by (10.0.0.1), 10.0.0.2', { updatedAt: 2_000 }),
    row('emea', '5', 'Scan by 10.0.0.10 and 110.0.0.1 and 10.0.0.1.5'),
  ]);
  const [sightings] = await whereSeen(asking, [observable('ipv4', '10.0.0.1')]);
  expect(sightings).toMatchObject({ count: 3, vendorCount: 2, closedCount: 1 });
  expect(sightings?.latest.map(({ id }) => id)).toEqual(['3', '4', '2']);
});

test('answers stand in the order of the questions; what is nowhere else is counted as nowhere', async () => {
  const whereSeen = seenIn([
    row('iris', '1', 'evil.com'),
    row('iris', '2', 'Seen EVIL.COM', { assignee: { id: 'u1', name: 'Mari Dahl' } }),
  ]);
  const answers = await whereSeen(asking, [
    observable('domain', 'nowhere.no'),
    observable('domain', 'evil.com'),
    observable('user', 'Mari Dahl'),
  ]);
  expect(answers.map(({ count }) => count)).toEqual([0, 1, 1]);
});

test('what was read of a case counts for the others, as long as its row is held', async () => {
  const whereSeen = seenIn([row('iris', '1', 'One'), row('stellar', '2', 'Two')]);
  const hash = observable('hash', 'DA39A3EE5E6B4B0D3255BFEF95601890AFD80709');
  const same = observable('hash', 'da39a3ee5e6b4b0d3255bfef95601890afd80709');
  expect((await whereSeen({ connectionId: 'stellar', id: '2' }, [hash]))[0]?.count).toBe(0);
  await whereSeen({ connectionId: 'gone', id: '9' }, [hash]);
  expect((await whereSeen(asking, [same]))[0]?.latest.map(({ id }) => id)).toEqual(['2']);
});

test('of many only twenty are listed', async () => {
  const rows = Array.from({ length: 50 }, (_, number) => row('iris', `r${number}`, 'evil.com'));
  const [sightings] = await seenIn(rows)(asking, [observable('domain', 'evil.com')]);
  expect(sightings?.count).toBe(50);
  expect(sightings?.latest).toHaveLength(20);
});

test('others get their turn between questions and within a long one', async () => {
  let turns = 0;
  const rows = Array.from({ length: 2_500 }, (_, number) => row('iris', `r${number}`, 'evil.com'));
  const whereSeen = seenIn(rows, async () => {
    turns += 1;
  });
  await whereSeen(asking, [observable('domain', 'evil.com'), observable('domain', 'other.com')]);
  expect(turns).toBe(4);
});

test.each<[boolean, ObservableType, string, string]>([
  [true, 'ipv4', '10.0.0.1', 'to 10.0.0.1.'],
  [true, 'ipv4', '10.0.0.1', 'to 10.0.0.1:443/x'],
  [true, 'ipv4', '10.0.0.1', '10.0.0.1-10.0.0.9'],
  [true, 'ipv4', '10.0.0.1', 'not 10.0.0.10, but 10.0.0.1'],
  [false, 'ipv4', '10.0.0.1', 'to 10.0.0.10'],
  [false, 'ipv4', '0.0.0.1', 'to 10.0.0.1'],
  [true, 'domain', 'evil.com', 'https://Evil.com/x'],
  [false, 'domain', 'evil.com', 'login.evil.com'],
  [false, 'domain', 'evil.com', 'evil.com.au'],
  [false, 'domain', 'evil.com', 'not-evil.com'],
  [false, 'domain', 'evil.com', 'a@evil.com'],
  [true, 'host', 'SRV-FIN-07', 'RDP to srv-fin-07, then'],
  [false, 'host', 'SRV-FIN-07', 'RDP to SRV-FIN-071'],
  [false, 'host', 'SRV-FIN-07', 'RDP to SRV-FIN-07-OLD'],
  [true, 'user', 't.haugen', 'by VIDAR\\t.haugen'],
  [false, 'user', 't.haugen', 'by t.haugen@vidar.no'],
  [true, 'user', 'Bjørn Æra', 'by bjørn æra again'],
  [false, 'other', '', 'anything'],
])('%s: the %s %s in %j', (isHeld, type, value, title) => {
  expect(holdsToken(row('iris', '1', title), { type, value })).toBe(isHeld);
});

test('what holds a token is found by the search of the index', async () => {
  const value = fc.oneof(
    fc.ipV4(),
    fc.domain(),
    fc.string().filter(text => text.trim().length > 2),
  );
  await fc.assert(
    fc.asyncProperty(value, async text => {
      const held = row('iris', '2', `see ${text} there`);
      const [sightings] = await seenIn([held])(asking, [observable('ipv4', text)]);
      expect(sightings?.count).toBe(holdsToken(held, { type: 'ipv4', value: text }) ? 1 : 0);
    }),
  );
});
