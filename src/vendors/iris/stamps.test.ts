import { afterEach, describe, expect, test } from 'vitest';
import { readListDay } from './dates.ts';
import { dayStamp, eventStamp, historyStamp, serverStamp, utcStamp } from './stamps.ts';
import { createTestWorld, readSection } from './test-world.ts';

const runnerZone = process.env['TZ'];
afterEach(() => {
  if (runnerZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = runnerZone;
});

const day = Date.UTC(2026, 10, 22);
const morning = Date.parse('2026-11-22T06:34:23Z');

/** The machine that Casefold runs on, which must not matter. */
const machines = ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];

describe.each(machines)('on a machine in %s', machine => {
  test.each(['11/22/2026', '2026-11-22', 'Sun, 22 Nov 2026 00:00:00 GMT'])('%s is that day', text => {
    process.env['TZ'] = machine;
    expect(dayStamp(text)).toEqual({
      at: day,
      precision: 'day',
      original: text,
      zone: 'UTC',
      doubt: null,
    });
  });

  test.each([
    ['Sun, 22 Nov 2026 06:34:23 GMT', 'second', morning],
    ['2026-11-22T06:34:23', 'second', morning],
    ['2026-11-22T06:34:23.575', 'millisecond', morning + 575],
    ['2026-11-22T06:34:23.575894', 'microsecond', morning + 575],
  ])('%s is an instant in UTC, to the %s', (text, precision, at) => {
    process.env['TZ'] = machine;
    expect(utcStamp(text)).toEqual({ at, precision, original: text, zone: 'UTC', doubt: null });
  });

  test('a key of a history is an instant to the microsecond', () => {
    process.env['TZ'] = machine;
    expect(historyStamp('1795329263.469098')).toMatchObject({ at: morning + 469, precision: 'microsecond' });
    expect(historyStamp('1795329263.0')).toMatchObject({ at: morning, precision: 'second' });
  });

  test('an event has its own wall clock; zeros of its fraction say nothing', () => {
    process.env['TZ'] = machine;
    expect(eventStamp('2026-11-21T05:50:00.000000', '2026-11-21T11:20:00.000000', '+05:30')).toEqual({
      at: Date.parse('2026-11-21T05:50:00Z'),
      precision: 'second',
      original: '2026-11-21T11:20:00.000000',
      zone: '+05:30',
      doubt: null,
    });
    expect(eventStamp('2026-11-21T05:50:00.120000', null, null)).toMatchObject({
      precision: 'millisecond',
      zone: 'UTC',
    });
  });

  // The same instant, 06:34:23 UTC, as servers in three zones write it and call it GMT.
  test.each([
    ['UTC', 'Sun, 22 Nov 2026 06:34:23 GMT', 'UTC'],
    ['America/New_York', 'Sun, 22 Nov 2026 01:34:23 GMT', '-05:00'],
    ['Asia/Kolkata', 'Sun, 22 Nov 2026 12:04:23 GMT', '+05:30'],
    ['America/New_York', '2026-11-22T01:34:23', '-05:00'],
  ])('the clock of a server in %s: %s', (serverZone, text, zone) => {
    process.env['TZ'] = machine;
    expect(serverStamp(text, serverZone)).toEqual({
      at: morning,
      precision: 'second',
      original: text,
      zone,
      doubt: null,
    });
  });
});

test('the zone of a server has its summer time', () => {
  expect(serverStamp('Wed, 22 Jul 2026 02:34:23 GMT', 'America/New_York')).toMatchObject({
    at: Date.parse('2026-07-22T06:34:23Z'),
    zone: '-04:00',
  });
  expect(serverStamp('2026-03-29T03:30:00', 'Europe/Oslo')).toMatchObject({
    at: Date.parse('2026-03-29T01:30:00Z'),
    zone: '+02:00',
  });
});

test('a server whose zone nobody set is read as UTC, and doubted', () => {
  expect(serverStamp('Sun, 22 Nov 2026 01:34:23 GMT', null)).toEqual({
    at: Date.parse('2026-11-22T01:34:23Z'),
    precision: 'second',
    original: 'Sun, 22 Nov 2026 01:34:23 GMT',
    zone: 'server time',
    doubt: expect.stringContaining('clock of its server'),
    doubtMs: 14 * 3_600_000,
  });
});

test('two times of an event that do not agree are told', () => {
  const stamp = eventStamp('2026-11-21T05:50:00.000000', '2026-11-21T05:50:00.000000', '+05:30');
  expect(stamp).toMatchObject({ at: Date.parse('2026-11-21T05:50:00Z'), doubtMs: 330 * 60_000 });
  expect(stamp?.doubt).toContain('do not agree');
});

test.each([null, '', 'yesterday', 'Sun, 31 Feb 2026 00:00:00 GMT'])('%j is no time', text => {
  expect([dayStamp(text), utcStamp(text), serverStamp(text, 'UTC'), eventStamp(text, text, text)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(historyStamp(text ?? '')).toBeNull();
});

// Forms of calls that are never made: neither is taken for the month-first form of the list.
test.each(['22-11-2026', '22/11/2026'])('the day-first %s is not read', text => {
  expect([readListDay(text), dayStamp(text), utcStamp(text)]).toEqual([null, null, null]);
});

const servers = [
  ['UTC', 0],
  ['America/New_York', -300],
  ['Asia/Kolkata', 330],
] as const;

describe.each(servers)('a server in %s', (zone, serverOffsetMinutes) => {
  const instants = async (settings: Record<string, string>) => {
    const { adapter } = createTestWorld({ size: 10, variant: { serverOffsetMinutes }, settings });
    const entriesOf = async (section: 'comments' | 'tasks' | 'evidence' | 'files' | 'notes' | 'events') =>
      (await readSection(adapter, section, '412')).flatMap(page => page.entries);
    const first = async (...asked: Parameters<typeof entriesOf>) => {
      const stamp = (await entriesOf(...asked))[0]?.stamp;
      return stamp === undefined ? null : [new Date(stamp.at).toISOString(), stamp.doubt === null];
    };
    return {
      comments: await first('comments'),
      tasks: await first('tasks'),
      evidence: await first('evidence'),
      files: await first('files'),
      notes: await first('notes'),
      events: await first('events'),
    };
  };
  const sure = {
    // The history of a file, notes and events are in UTC whatever the server's clock is.
    files: ['2026-11-22T07:43:00.000Z', true],
    notes: ['2026-11-22T05:14:00.000Z', true],
    events: ['2026-11-22T06:58:00.000Z', true],
  };

  test('every instant is exact once the zone is set', async () => {
    expect(await instants({ serverZone: zone })).toEqual({
      comments: ['2026-11-22T07:52:00.000Z', true],
      tasks: ['2026-11-22T05:09:00.000Z', true],
      evidence: ['2026-11-22T07:53:00.000Z', true],
      ...sure,
    });
  });

  test('without it, what the server’s clock dated is doubted and nothing else', async () => {
    const off = (text: string) => new Date(Date.parse(text) + serverOffsetMinutes * 60_000).toISOString();
    expect(await instants({})).toEqual({
      comments: [off('2026-11-22T07:52:00Z'), false],
      tasks: [off('2026-11-22T05:09:00Z'), false],
      evidence: [off('2026-11-22T07:53:00Z'), false],
      ...sure,
    });
  });

  test('an edit of a comment is dated in UTC', async () => {
    const { adapter } = createTestWorld({ size: 10, variant: { serverOffsetMinutes } });
    const [page] = await readSection(adapter, 'comments', '412');
    const posts = page?.blocks.flatMap(block => (block.kind === 'posts' ? block.posts : [])) ?? [];
    expect(posts.filter(post => post.editedAt !== null).map(post => [post.title, post.editedAt?.at])).toEqual(
      [['On note Call with Vidar Logistics', Date.parse('2026-11-22T05:56:00Z')]],
    );
  });
});
