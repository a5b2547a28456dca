import { describe, expect, test } from 'vitest';
import type { PullPage } from '#domain/vendor.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import type { CaseRecord } from '#mocks/vendors/argus/records.ts';
import { commit, isDeleted } from '#mocks/vendors/argus/state.ts';
import { createTestWorld, idsOf, lastMark, pullAll, type TestWorld } from './test-world.ts';

const { signal } = new AbortController();
const minuteMs = 60_000;
const dayMs = 86_400_000;

function visible({ world }: TestWorld): CaseRecord[] {
  return [...world.cases.values()].filter(
    record => !isDeleted(record) && record.subject !== 'Personnel matter',
  );
}

function touch({ world }: TestWorld, record: CaseRecord, status: CaseRecord['status']): void {
  record.status = status;
  commit(world, record, record.reporter, 'updateCase', []);
}

function open(world: TestWorld): CaseRecord[] {
  return visible(world)
    .filter(record => record.status !== 'closed')
    .sort((left, right) => right.lastUpdatedTimestamp - left.lastUpdatedTimestamp);
}

describe('the first pull', () => {
  test('holds every open case and what was closed lately, open ones first, newest first', async () => {
    const world = createTestWorld(700);
    const pages = await pullAll(world.adapter, null);
    expect(idsOf(pages)).toEqual(new Set(visible(world).map(record => String(record.id))));
    expect(pages[0]?.rows).toHaveLength(100);
    expect(pages[0]?.rows[0]?.id).toBe(String(open(world)[0]?.id));
    expect(pages[0]?.rows.every(row => row.status.value !== 'closed')).toBe(true);
    expect(pages[0]).toMatchObject({ known: open(world).length, isKnownPartial: true, isCaughtUp: false });
    expect(pages.at(-1)).toMatchObject({ known: 700, isKnownPartial: false, isCaughtUp: true });
    expect(pages.filter(page => page.isCaughtUp)).toHaveLength(1);
  });

  test('asks for no description and never without a limit', async () => {
    const { adapter, sent } = createTestWorld(60);
    await pullAll(adapter, null);
    const searches = sent.filter(call => call.path === '/cases/v2/case/search');
    expect(searches.length).toBeGreaterThan(2);
    for (const { body } of searches) {
      expect(body).toMatchObject({ includeDescription: false, sortBy: ['-lastUpdatedTimestamp'] });
      expect(body?.['limit']).toBeGreaterThan(0);
    }
  });

  test('tags of open cases come after the rows, as key/value', async () => {
    const world = createTestWorld(60);
    const pages = await pullAll(world.adapter, null);
    const latest = new Map(pages.flatMap(page => page.rows.map(row => [row.id, row.tags] as const)));
    for (const record of open(world)) {
      const expected = record.tags.map(tag => `${tag.key}/${tag.value}`);
      expect(latest.get(String(record.id))).toEqual(expected);
    }
    expect(pages.at(0)?.rows.every(row => row.tags.length === 0)).toBe(true);
  });

  test('keeps by the policy: a cut in days, or all without one', async () => {
    const world = createTestWorld(300);
    const cut = await pullAll(world.adapter, null, { closedDays: 3 });
    const since = world.world.now() - 3 * dayMs;
    const kept = visible(world).filter(
      record => record.status !== 'closed' || record.lastUpdatedTimestamp >= since,
    );
    expect(kept.length).toBeLessThan(300);
    expect(idsOf(cut)).toEqual(new Set(kept.map(record => String(record.id))));
    const all = await pullAll(world.adapter, null, 'all');
    expect(idsOf(all).size).toBe(300);
    expect(all.at(-1)?.known).toBe(300);
  });

  test('an empty archive is caught up at once', async () => {
    const { adapter } = createTestWorld(0, { scenario: 'empty' });
    const pages = await pullAll(adapter, null);
    expect(idsOf(pages).size).toBe(0);
    expect(pages.at(-1)).toMatchObject({ known: 0, isCaughtUp: true });
  });
});

describe('counts and pages that are not as asked', () => {
  test.each(['isCountTimedOut', 'isCountMissing'] as const)(
    '%s: all rows come, how many is not known',
    async name => {
      const world = createTestWorld(300);
      world.world.switches[name] = true;
      const pages = await pullAll(world.adapter, null);
      expect(idsOf(pages).size).toBe(300);
      expect(pages.at(-1)).toMatchObject({ known: null, isKnownPartial: false });
    },
  );

  test.each([1, 7, 25])('a limit lowered to %i loses nothing', async largestPage => {
    const world = createTestWorld(60);
    world.world.switches.largestPage = largestPage;
    expect(idsOf(await pullAll(world.adapter, null)).size).toBe(60);
  });

  test('more cases in one millisecond than a page holds', async () => {
    const world = createTestWorld(120);
    world.world.switches.largestPage = 10;
    for (const record of visible(world)) record.lastUpdatedTimestamp = world.world.now() - minuteMs;
    expect(idsOf(await pullAll(world.adapter, null)).size).toBe(120);
  });
});

describe('rows that move while pages are read', () => {
  /** Does something before each of the first pages, then compares all that came with what is there. */
  async function pullWhile(act: (world: TestWorld, pageNumber: number) => void): Promise<void> {
    const world = createTestWorld(400);
    world.world.switches.largestPage = 20;
    let pageNumber = 0;
    world.hooks.beforeSend = call => {
      if (call.path !== '/cases/v2/case/search' || pageNumber === 7) return;
      pageNumber += 1;
      world.advance(1_000);
      act(world, pageNumber);
    };
    const pages = await pullAll(world.adapter, null, 'all');
    pages.push(...(await pullAll(world.adapter, lastMark(pages), 'all')));
    const latest = new Map(pages.flatMap(page => page.rows.map(row => [row.id, row.status.raw] as const)));
    for (const id of pages.flatMap(page => page.gone)) latest.delete(id);
    const expected = visible(world).map(record => [String(record.id), record.status] as const);
    expect([...latest].sort()).toEqual(expected.sort());
  }

  test('cases that were read and leave the list meanwhile push no other past us', async () => {
    await pullWhile(world => {
      for (const record of open(world).slice(0, 5)) {
        record.flags.push('DELETED');
        touch(world, record, record.status);
      }
    });
  });

  test('cases that were not read yet and move to the top are found as changes', async () => {
    await pullWhile((world, pageNumber) => {
      for (const record of open(world).slice(-3 * pageNumber)) touch(world, record, 'pendingVendor');
    });
  });
});

describe('going on', () => {
  test('a first pull that broke off goes on from its last page', async () => {
    const world = createTestWorld(900);
    const before: PullPage[] = [];
    for await (const page of world.adapter.pull({ since: null, keep: { closedDays: 90 }, signal })) {
      before.push(page);
      if (before.length === 3) break;
    }
    const sentBefore = world.sent.length;
    const after = await pullAll(world.adapter, lastMark(before));
    expect(idsOf([...before, ...after]).size).toBe(900);
    expect(after.at(-1)?.known).toBe(900);
    expect(idsOf(after).size).toBeLessThan(900);
    expect(world.sent[sentBefore]?.body).toHaveProperty('endTimestamp');
  });

  test('changes: only what changed, with its tags, and nothing twice', async () => {
    const world = createTestWorld(200);
    const first = await pullAll(world.adapter, null);
    const nothing = await pullAll(world.adapter, lastMark(first));
    expect(idsOf(nothing).size).toBe(0);
    expect(nothing.at(-1)).toMatchObject({ known: 200, isCaughtUp: true });

    world.advance(minuteMs);
    const [changed] = open(world).filter(record => record.tags.length > 0);
    if (changed === undefined) throw new Error('no tagged case');
    touch(world, changed, 'closed');
    const second = await pullAll(world.adapter, lastMark(nothing));
    expect(second.flatMap(page => page.rows)).toMatchObject([
      {
        id: String(changed.id),
        status: { value: 'closed' },
        tags: changed.tags.map(tag => `topic/${tag.value}`),
      },
    ]);
    expect(idsOf(await pullAll(world.adapter, lastMark(second))).size).toBe(0);
  });

  test('a write that a search sees late is found by the overlap', async () => {
    const world = createTestWorld(100);
    const first = await pullAll(world.adapter, null);
    world.advance(minuteMs);
    const [early, late] = open(world);
    if (early === undefined || late === undefined) throw new Error('two open cases are needed');
    touch(world, early, 'pendingVendor');
    const second = await pullAll(world.adapter, lastMark(first));
    late.status = 'pendingClose';
    late.lastUpdatedTimestamp = early.lastUpdatedTimestamp - 30_000;
    const third = await pullAll(world.adapter, lastMark(second));
    expect(idsOf(third)).toEqual(new Set([String(late.id)]));
  });

  test('many changes come in pages and are counted anew', async () => {
    const world = createTestWorld(400);
    const first = await pullAll(world.adapter, null);
    for (const record of visible(world).slice(0, 250)) {
      world.advance(1_000);
      touch(world, record, 'closed');
    }
    const second = await pullAll(world.adapter, lastMark(first));
    expect(second.length).toBeGreaterThan(2);
    expect(idsOf(second).size).toBe(250);
    expect(second.at(-1)?.known).toBe(400);
  });

  test('a deleted case is gone', async () => {
    const world = createTestWorld(60);
    const first = await pullAll(world.adapter, null);
    world.advance(minuteMs);
    const [record] = open(world);
    if (record === undefined) throw new Error('an open case is needed');
    record.flags.push('DELETED');
    touch(world, record, record.status);
    const second = await pullAll(world.adapter, lastMark(first));
    expect(second.flatMap(page => page.gone)).toEqual([String(record.id)]);
    expect(idsOf(second).size).toBe(0);
    expect(second.at(-1)?.known).toBe(59);
  });

  test('a key that may not see deleted cases asks once and goes on without', async () => {
    const world = createTestWorld(60, { apiKey: apiKeys.customer });
    const first = await pullAll(world.adapter, null);
    expect(new Set(first.flatMap(page => page.rows.map(row => row.tenant)))).toEqual(
      new Set(['Vidar Logistics']),
    );
    const second = await pullAll(world.adapter, lastMark(first));
    await pullAll(world.adapter, lastMark(second));
    expect(world.sent.filter(call => call.body?.['includeDeleted'] === true)).toHaveLength(1);
  });

  test.each(['', '{', '{"version":2}', 'null'])(
    'a watermark %j that cannot be read means start over',
    async text => {
      const { adapter } = createTestWorld(30);
      expect(idsOf(await pullAll(adapter, text)).size).toBe(30);
    },
  );

  test('another policy means start over', async () => {
    const { adapter } = createTestWorld(100);
    const narrow = await pullAll(adapter, null, { closedDays: 1 });
    expect(idsOf(await pullAll(adapter, lastMark(narrow), { closedDays: 90 })).size).toBe(100);
  });

  test('a failure between pages loses nothing that was read', async () => {
    const world = createTestWorld(700);
    world.hooks.beforeSend = call => {
      if (call.body?.['status'] !== undefined) world.world.switches.overloadedCalls = 1;
    };
    const pages: PullPage[] = [];
    const reading = (async () => {
      for await (const page of world.adapter.pull({ since: null, keep: { closedDays: 90 }, signal }))
        pages.push(page);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'unavailable' });
    world.hooks.beforeSend = () => undefined;
    const after = await pullAll(world.adapter, lastMark(pages));
    expect(idsOf([...pages, ...after]).size).toBe(700);
  });

  test('an abort ends a pull with the reason of its signal', async () => {
    const { adapter } = createTestWorld(400);
    const controller = new AbortController();
    const reason = new Error('left');
    const reading = (async () => {
      for await (const page of adapter.pull({ since: null, keep: 'all', signal: controller.signal })) {
        if (page.rows.length > 0) controller.abort(reason);
      }
    })();
    await expect(reading).rejects.toBe(reason);
  });
});
