import { expect, test } from 'vitest';
import { createTestWorld, idsOf, lastMark, logins, pullAll } from './test-world.ts';

const dayMs = 86_400_000;
type Listed = { number: number; name: string; status: string };

function listsOf(sent: readonly string[]): URLSearchParams[] {
  return sent
    .filter(call => /^GET \/(v1\/cases|api\/v1\/case)\?/.test(call))
    .map(call => new URLSearchParams(call.slice(call.indexOf('?'))));
}

test.each(['gateway', 'legacy'])(
  'all cases of the %s API come once, in pages of 500, open ones first',
  async api => {
    const world = createTestWorld(1300, {
      settings: { ...logins.user.settings, api },
      secrets: logins.user.secrets,
    });
    const pages = await pullAll(world.adapter);
    expect(idsOf(pages).size).toBe(1300);
    expect(pages.flatMap(page => page.rows)).toHaveLength(1300);
    expect(pages[0]?.rows.every(row => row.status.value === 'open')).toBe(true);
    expect(pages.map(page => page.isCaughtUp)).toEqual([...pages.slice(1).map(() => false), true]);
    expect(pages.at(-1)?.known).toBe(1300);
    expect(new Set(pages.at(-1)?.complete)).toEqual(idsOf(pages));
    for (const query of listsOf(world.sent)) {
      expect(query.get('pgSize')).toBe('500');
      expect([query.get('srtKey'), query.get('srtDir')]).toEqual(['updatedAt', 'desc']);
    }
  },
);

test('what is known is a lower bound until the closed cases are counted too', async () => {
  const pages = await pullAll(createTestWorld(60).adapter);
  expect(pages.map(page => page.isKnownPartial)).toEqual([true, false]);
  expect(pages[0]?.known).toBe(pages[0]?.rows.length);
  expect(pages[1]?.known).toBe(60);
});

test('closed cases older than the keep policy stay away, open ones of any age come', async () => {
  const world = createTestWorld(400);
  world.advance(60 * dayMs);
  const pages = await pullAll(world.adapter);
  const rows = pages.flatMap(page => page.rows);
  const done = rows.filter(row => row.status.value !== 'open');
  expect(Math.min(...done.map(row => row.updatedAt ?? 0))).toBeGreaterThanOrEqual(world.now() - 90 * dayMs);
  expect(Math.min(...rows.map(row => row.updatedAt ?? 0))).toBeLessThan(world.now() - 100 * dayMs);
  expect(pages.at(-1)?.known).toBe(rows.length);
  expect(rows.length).toBeLessThan(400);
  expect(idsOf(await pullAll(world.adapter, null, 'all')).size).toBe(400);
});

test('a pull that was broken off goes on where it stopped', async () => {
  const world = createTestWorld(1300);
  const whole = await pullAll(world.adapter, null, 'all');
  world.sent.length = 0;
  const rest = await pullAll(world.adapter, whole[0]?.watermark, 'all');
  expect(listsOf(world.sent).map(query => query.get('pgNum'))).toEqual(['2', '3']);
  expect(rest.flatMap(page => page.rows)).toEqual(whole.slice(1).flatMap(page => page.rows));
  // It did not see the first page, so it cannot say that nothing else is there.
  expect(rest.at(-1)?.complete).toBeUndefined();
});

test.each(['{', '{"kind":"other"}', '{"kind":"listing","span":7}', 'null'])(
  'the mark %s starts over',
  async mark => {
    expect(idsOf(await pullAll(createTestWorld(40).adapter, mark)).size).toBe(40);
  },
);

test('another keep policy starts over', async () => {
  const world = createTestWorld(40);
  const mark = lastMark(await pullAll(world.adapter));
  expect(idsOf(await pullAll(world.adapter, mark, { closedDays: 30 })).size).toBeGreaterThan(20);
});

test('what changed since comes by an interval, with one call when nothing did', async () => {
  const world = createTestWorld(120);
  const first = await pullAll(world.adapter);
  world.sent.length = 0;
  world.advance(60_000);
  const quiet = await pullAll(world.adapter, lastMark(first));
  expect(world.sent).toHaveLength(1);
  expect(listsOf(world.sent)[0]?.get('updatedAt')).toMatch(/^2026-.*Z\/2026-.*Z$/);
  expect(quiet).toHaveLength(1);
  expect(quiet[0]).toMatchObject({ known: null, isCaughtUp: true });

  const { number } = (await world.colleague('POST', '/v1/cases', { name: 'Made meanwhile' })) as Listed;
  const open = first[0]?.rows[3];
  await world.colleague('PUT', `/v1/cases/${open?.id}`, { name: open?.title, status: 'CLOSED' });
  const changed = await pullAll(world.adapter, lastMark(quiet));
  const rows = new Map(changed.flatMap(page => page.rows).map(row => [row.id, row]));
  expect(rows.get(String(number))?.title).toBe('Made meanwhile');
  expect(rows.get(open?.id ?? '')?.status).toEqual({ value: 'closed', raw: 'CLOSED' });
  expect(changed.at(-1)).toMatchObject({ known: 121, isKnownPartial: false, isCaughtUp: true });
});

test('a change during the first pull is found by the next, wherever it happened', async () => {
  const world = createTestWorld(1300);
  const pull = world.adapter.pull({ since: null, keep: 'all', signal: new AbortController().signal });
  const page = (await pull.next()).value;
  const seen = page?.rows.find(row => row.status.value === 'open');
  await world.colleague('PUT', `/v1/cases/${seen?.id}`, { name: 'Renamed meanwhile', status: 'OPEN' });
  let mark = '';
  for await (const later of pull) mark = later.watermark;
  const changed = await pullAll(world.adapter, mark, 'all');
  expect(changed.flatMap(later => later.rows).map(row => row.title)).toContain('Renamed meanwhile');
});

test('cases that leave the list between two pages do not take others with them', async () => {
  const world = createTestWorld(1300);
  const everyId = idsOf(await pullAll(world.adapter, null, 'all'));
  const pull = world.adapter.pull({ since: null, keep: 'all', signal: new AbortController().signal });
  const read = new Set<string>();
  const deleted: string[] = [];
  for await (const page of pull) {
    for (const row of page.rows) read.add(row.id);
    if (deleted.length > 0) continue;
    deleted.push(...page.rows.slice(0, 3).map(row => row.id));
    for (const id of deleted) await world.colleague('DELETE', `/v1/cases/${id}`);
  }
  expect(read).toEqual(everyId);
});

test('a deleted case is missed within a day, when all is read again', async () => {
  const world = createTestWorld(60);
  const first = await pullAll(world.adapter);
  const id = first[0]?.rows[0]?.id ?? '';
  await world.colleague('DELETE', `/v1/cases/${id}`);
  world.advance(dayMs);
  const again = await pullAll(world.adapter, lastMark(first));
  expect(again.at(-1)?.complete).toHaveLength(59);
  expect(again.at(-1)?.complete).not.toContain(id);
});

test('an empty tenant is caught up, and its first case is found later', async () => {
  const world = createTestWorld(0);
  const first = await pullAll(world.adapter);
  expect(first.at(-1)).toMatchObject({ rows: [], known: 0, complete: [], isCaughtUp: true });
  await world.colleague('POST', '/v1/cases', { name: 'The first' });
  const next = await pullAll(world.adapter, lastMark(first));
  expect(next.flatMap(page => page.rows).map(row => row.title)).toEqual(['The first']);
});

test('a list without totalCount is read until a page is short', async () => {
  const world = createTestWorld(0);
  const row = (number: number) => ({ number, name: `Case ${number}`, status: 'OPEN' });
  let page = 0;
  world.hooks.beforeSend = path => {
    if (path !== '/v1/cases') return undefined;
    page += 1;
    const cases = Array.from({ length: page === 1 ? 500 : 20 }, (_, index) => row(page * 1000 + index));
    return Response.json({ cases });
  };
  const pages = await pullAll(world.adapter, null, 'all');
  expect(idsOf(pages).size).toBe(520);
  expect(pages.map(each => each.known)).toEqual([null, null]);
  expect(pages.at(-1)?.complete).toBeUndefined();
});

test('what is no list of cases is said, and no row is lost by it', async () => {
  const world = createTestWorld(10);
  world.hooks.beforeSend = path => (path === '/v1/cases' ? Response.json({ items: [] }) : undefined);
  await expect(pullAll(world.adapter)).rejects.toMatchObject({ code: 'unreadable' });
});
