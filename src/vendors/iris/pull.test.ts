import { expect, test } from 'vitest';
import { readerKey } from '#mocks/vendors/iris/users.ts';
import { createIrisAdapter } from './adapter.ts';
import { createTestWorld, lastMark, pullAll } from './test-world.ts';

const dayMs = 86_400_000;

function detailReads(sent: readonly { path: string }[]): string[] {
  return sent.map(call => /^\/manage\/cases\/(\d+)$/.exec(call.path)?.[1]).filter(id => id !== undefined);
}

test('all rows are there after the list alone, and complete after the cases themselves', async () => {
  const { adapter, simulator, sent } = createTestWorld({ size: 60 });
  const pages = await pullAll(adapter, null);
  const [first] = pages;
  expect(first?.rows).toHaveLength(60);
  expect(first).toMatchObject({ known: 60, isKnownPartial: false, isCaughtUp: false });
  expect(first?.complete).toHaveLength(60);
  expect(first?.rows.every(row => row.updatedAt === null && row.tags.length === 0)).toBe(true);

  const rows = new Map(pages.flatMap(page => page.rows).map(row => [row.id, row]));
  expect(rows.size).toBe(simulator.count());
  expect([...rows.values()].every(row => row.updatedAt !== null && row.createdAt !== null)).toBe(true);
  expect(pages.at(-1)?.isCaughtUp).toBe(true);
  expect(new Set(detailReads(sent)).size).toBe(60);
  expect(rows.get('412')?.tags).toEqual(['aitm', 'lateral', 'bec']);
});

test('open cases are read before closed ones, the newest first', async () => {
  const { adapter, sent } = createTestWorld({ size: 60 });
  const pages = await pullAll(adapter, null);
  const closed = new Set(pages[0]?.rows.filter(row => row.closedAt !== null).map(row => row.id));
  const order = detailReads(sent);
  expect(order[0]).toBe('413');
  const firstClosed = order.findIndex(id => closed.has(id));
  expect(firstClosed).toBeGreaterThan(0);
  expect(order.slice(firstClosed).every(id => closed.has(id))).toBe(true);
});

test('at most two cases are read at once', async () => {
  let running = 0;
  let most = 0;
  const { context } = createTestWorld({ size: 40 });
  const adapter = createIrisAdapter({
    ...context,
    fetch: async request => {
      running += 1;
      most = Math.max(most, running);
      const response = await context.fetch(request);
      running -= 1;
      return response;
    },
  });
  await pullAll(adapter, null);
  expect(most).toBe(2);
});

test('an empty server is an answer, not a failure', async () => {
  const { adapter } = createTestWorld({ size: 0, scenario: 'empty' });
  expect(await pullAll(adapter, null)).toMatchObject([
    { rows: [], complete: [], known: 0, isKnownPartial: false, isCaughtUp: true },
  ]);
});

test('what the list shows as changed is read again, with all that the list does not show', async () => {
  const { adapter, askServer, sent, advance } = createTestWorld({ size: 40 });
  const since = lastMark(await pullAll(adapter, null));
  advance(60_000);
  await askServer('/manage/cases/update/412?cid=412', {
    case_name: 'AiTM at Vidar',
    case_tags: 'aitm,lateral,bec,p1',
  });
  sent.length = 0;
  const rows = (await pullAll(adapter, since)).flatMap(page => page.rows);
  expect(detailReads(sent)[0]).toBe('412');
  expect(rows.find(row => row.id === '412')).toMatchObject({
    title: 'AiTM at Vidar',
    tags: ['aitm', 'lateral', 'bec', 'p1'],
  });
});

test('no row loses its tags to a list that has none', async () => {
  const { adapter, advance } = createTestWorld({ size: 40 });
  const since = lastMark(await pullAll(adapter, null));
  advance(60_000);
  const [first, ...others] = await pullAll(adapter, since);
  expect(first?.rows).toEqual([]);
  const rows = others.flatMap(page => page.rows);
  expect(rows.every(row => row.updatedAt !== null)).toBe(true);
});

test('tags that changed without a trace in the list are found in turn', async () => {
  const { adapter, askServer, advance } = createTestWorld({ size: 120 });
  let since = lastMark(await pullAll(adapter, null));
  await askServer('/manage/cases/update/413?cid=413', {
    case_name: 'Insider: r.fossum, source code at Kystlab',
    case_tags: 'insider,exfil,hr',
  });
  const found: string[][] = [];
  for (let poll = 0; poll < 8 && found.length === 0; poll += 1) {
    advance(60_000);
    const pages = await pullAll(adapter, since);
    since = lastMark(pages);
    const row = pages.flatMap(page => page.rows).find(item => item.id === '413');
    if (row?.tags.includes('hr')) found.push([...row.tags]);
  }
  expect(found).toEqual([['insider', 'exfil', 'hr']]);
});

test('a poll reads some open and a few closed cases, those read longest ago', async () => {
  const { adapter, sent, advance } = createTestWorld({ size: 120 });
  let since = lastMark(await pullAll(adapter, null));
  const rounds: string[][] = [];
  for (let poll = 0; poll < 2; poll += 1) {
    advance(60_000);
    sent.length = 0;
    since = lastMark(await pullAll(adapter, since));
    rounds.push(detailReads(sent));
  }
  expect(rounds.map(ids => ids.length)).toEqual([24, 24]);
  expect(rounds[1]?.some(id => rounds[0]?.includes(id))).toBe(false);
});

test('a case that vanished from the list is in no `complete`', async () => {
  const { adapter, askServer } = createTestWorld({ size: 40 });
  const since = lastMark(await pullAll(adapter, null));
  expect((await askServer('/manage/cases/delete/400?cid=1', {})).status).toBe(200);
  const pages = await pullAll(adapter, since);
  expect(pages.every(page => page.complete?.includes('400') === false && page.known === 39)).toBe(true);
});

test('a new case appears with the next poll', async () => {
  const { adapter, askServer } = createTestWorld({ size: 10 });
  const since = lastMark(await pullAll(adapter, null));
  await askServer('/manage/cases/add?cid=1', {
    case_customer: 2,
    case_name: 'Made meanwhile',
    case_description: 'Now',
    case_soc_id: '',
  });
  const pages = await pullAll(adapter, since);
  expect(pages[0]?.rows).toMatchObject([{ id: '414', title: 'Made meanwhile', tenant: 'Nordfjord Bank' }]);
});

test('the keep policy drops what was closed too long ago, a whole day later than its day', async () => {
  const { adapter, askServer, advance } = createTestWorld({ size: 10 });
  await askServer('/manage/cases/close/413?cid=413', {});
  const holds = async (keep: 'all' | { closedDays: number }) =>
    (await pullAll(adapter, null, keep))[0]?.complete?.includes('413');
  expect(await holds({ closedDays: 0 })).toBe(true);
  advance(7 * dayMs);
  expect(await holds({ closedDays: 7 })).toBe(true);
  advance(dayMs);
  expect(await holds({ closedDays: 7 })).toBe(false);
  expect(await holds('all')).toBe(true);
});

test('a first pull that broke off goes on where it was', async () => {
  const world = createTestWorld({ size: 60 });
  const pages = [];
  for await (const page of world.adapter.pull({
    since: null,
    keep: 'all',
    signal: new AbortController().signal,
  })) {
    pages.push(page);
    if (pages.length === 2) break;
  }
  const read = detailReads(world.sent);
  world.sent.length = 0;
  await pullAll(world.adapter, lastMark(pages), 'all');
  const resumed = detailReads(world.sent).slice(0, 60 - read.length);
  expect(read.length).toBe(24);
  expect(resumed.some(id => read.includes(id))).toBe(false);
});

test.each(['', 'null', '{}', '{"version":2}', '[]', 'x'])(
  'a watermark %j that cannot be read starts over',
  async mark => {
    const { adapter } = createTestWorld({ size: 10 });
    expect((await pullAll(adapter, mark))[0]?.rows).toHaveLength(10);
  },
);

test('a watermark is small', async () => {
  const { adapter } = createTestWorld({ size: 400, scenario: 'large' });
  const pages = await pullAll(adapter, null);
  expect(pages[0]?.rows).toHaveLength(400);
  expect(lastMark(pages).length).toBeLessThan(20_000);
});

test('one case that breaks IRIS keeps its row and stops no other', async () => {
  const { adapter, sent } = createTestWorld({
    size: 20,
    answerInstead: path =>
      path === '/manage/cases/412'
        ? new Response('<h1>Internal Server Error</h1>', {
            status: 500,
            headers: { 'content-type': 'text/html' },
          })
        : undefined,
  });
  const pages = await pullAll(adapter, null);
  const rows = pages.flatMap(page => page.rows);
  expect(pages.at(-1)?.isCaughtUp).toBe(true);
  expect(rows.filter(row => row.id === '412')).toHaveLength(1);
  expect(rows).toHaveLength(39);
  sent.length = 0;
  await pullAll(adapter, lastMark(pages));
  expect(detailReads(sent)[0]).toBe('412');
});

test('a server that fails at every case fails the pull', async () => {
  const { adapter } = createTestWorld({
    size: 20,
    answerInstead: path =>
      /cases\/\d+$/.test(path) ? new Response('<h1>oops</h1>', { status: 500 }) : undefined,
  });
  await expect(pullAll(adapter, null)).rejects.toMatchObject({ code: 'unavailable' });
});

test('a key sees its own cases only; read-only ones are among them', async () => {
  const { adapter, askServer } = createTestWorld({ size: 20, apiKey: readerKey });
  await askServer('/case/access/set-user?cid=412', { case_id: 412, user_id: 21, access_level: 2 });
  await askServer('/case/access/set-user?cid=413', { case_id: 413, user_id: 21, access_level: 1 });
  const [first] = await pullAll(adapter, null);
  expect(first?.complete).toContain('412');
  expect(first?.complete).not.toContain('413');
});

test('an abort ends the pull with its own reason', async () => {
  const { adapter } = createTestWorld({ size: 30 });
  const controller = new AbortController();
  const reading = (async () => {
    for await (const _ of adapter.pull({ since: null, keep: 'all', signal: controller.signal })) {
      controller.abort(new Error('left'));
    }
  })();
  await expect(reading).rejects.toThrow('left');
});
