import { describe, expect, it } from 'vitest';
import { tenants } from '#mocks/cast.ts';
import { createChain, heldAfter } from './test-kit/create-chain.ts';

const dayMs = 86_400_000;

describe('the first pull', () => {
  it('reads 3,000 cases once each, by windows, without ever skipping', async () => {
    const chain = createChain({ size: 3000 });
    const pages = await chain.pull();
    const held = heldAfter(pages);
    expect(held.size).toBe(3000);
    expect([...held.keys()].sort()).toEqual([...chain.simulator.state.byId.keys()].sort());
    expect(pages.at(-1)).toMatchObject({ known: 3000, isKnownPartial: false, isCaughtUp: true });
    expect(pages.slice(0, -1).every(page => !page.isCaughtUp)).toBe(true);
    expect(chain.listed().some(url => url.searchParams.has('skip'))).toBe(false);
    // Opening, count, and little more than the six full pages.
    expect(chain.listed().length).toBeLessThan(16);
  });

  it('shows the last changed first, after one call', async () => {
    const chain = createChain({ size: 3000 });
    const first = await chain.adapter
      .pull({ since: null, keep: 'all', signal: new AbortController().signal })
      .next();
    const page = first.value;
    if (page === undefined) throw new Error('no page');
    expect(chain.listed()).toHaveLength(1);
    expect(page.rows).toHaveLength(500);
    expect(page.isKnownPartial).toBe(true);
    const newest = chain.simulator.state.byModified.at(-1)?.record;
    expect(page.rows[0]).toMatchObject({ id: newest?._id, updatedAt: newest?.modified_at });
  });

  it('sends both bounds of created_at with every list, so the vendor never falls back to 24 h', async () => {
    const chain = createChain({ size: 300, keep: { closedDays: 30 } });
    const pages = await chain.pull();
    chain.clock.now += 60_000;
    await chain.pull(pages.at(-1)?.watermark);
    expect(chain.listed().length).toBeGreaterThan(5);
    for (const { searchParams } of chain.listed()) {
      expect(searchParams.get('FROM~created_at')).toMatch(/^[1-9]\d+$/);
      expect(searchParams.get('TO~created_at')).toMatch(/^\d+$/);
    }
  });

  it('halves windows where the vendor does not sort, and skips within them up to 1,000', async () => {
    const chain = createChain({ size: 3000, quirks: { isSortUnderstood: false } });
    const pages = await chain.pull();
    expect(heldAfter(pages).size).toBe(3000);
    const skips = chain.listed().map(url => Number(url.searchParams.get('skip') ?? 0));
    expect(Math.max(...skips)).toBeGreaterThan(0);
    expect(Math.max(...skips)).toBeLessThanOrEqual(1000);
  });

  it('gets through many cases made in the same millisecond', async () => {
    const chain = createChain({ size: 1400 });
    const { byCreated } = chain.simulator.state;
    const at = byCreated[700]?.record.created_at ?? 0;
    for (const { record } of byCreated.slice(100, 900)) record.created_at = at;
    byCreated.sort((left, right) => left.record.created_at - right.record.created_at);
    expect(heldAfter(await chain.pull()).size).toBe(1400);
  });

  it('resumes in mid way from the last page that was kept', async () => {
    let isDown = false;
    const chain = createChain({
      size: 3000,
      intercept: () => (isDown ? Response.json({ error: 'down' }, { status: 502 }) : null),
    });
    const before = [];
    for await (const page of chain.adapter.pull({
      since: null,
      keep: 'all',
      signal: new AbortController().signal,
    })) {
      before.push(page);
      if (before.length === 3) break;
    }
    isDown = true;
    await expect(chain.pull(before.at(-1)?.watermark)).rejects.toMatchObject({ code: 'unavailable' });
    isDown = false;
    const asked = chain.listed().length;
    const after = await chain.pull(before.at(-1)?.watermark);
    expect(heldAfter([...before, ...after]).size).toBe(3000);
    expect(after.at(-1)).toMatchObject({ isCaughtUp: true, known: 3000 });
    expect(heldAfter(after).size).toBeLessThan(2600);
    expect(chain.listed().length - asked).toBeLessThan(13);
  });

  it('stops asking when it is aborted', async () => {
    const chain = createChain({ size: 3000 });
    const stop = new AbortController();
    const pages = chain.adapter.pull({ since: null, keep: 'all', signal: stop.signal });
    await pages.next();
    stop.abort(new Error('enough'));
    await expect(pages.next()).rejects.toThrow('enough');
  });

  it('starts over from a watermark that it cannot read or that belongs to another policy', async () => {
    const chain = createChain({ size: 100 });
    const all = await chain.pull();
    for (const since of ['', '{}', '[1', '{"version":2}', `{"version":1,"pending":[{"from":-1}]}`]) {
      expect(heldAfter(await chain.pull(since)).size).toBe(100);
    }
    const pages = [];
    for await (const page of chain.adapter.pull({
      since: all.at(-1)?.watermark ?? '',
      keep: { closedDays: 5 },
      signal: new AbortController().signal,
    })) {
      pages.push(page);
    }
    expect(heldAfter(pages).size).toBeGreaterThan(5);
    expect(heldAfter(pages).size).toBeLessThan(100);
  });

  it('keeps all open cases and those that changed within the days, each counted once', async () => {
    const closedDays = 20;
    const chain = createChain({ size: 1500, keep: { closedDays } });
    const cutoff = chain.clock.now - closedDays * dayMs;
    const expected = chain.simulator.state.byCreated
      .map(({ record }) => record)
      .filter(({ status, modified_at: at }) => at >= cutoff || !['Resolved', 'Cancelled'].includes(status));
    const pages = await chain.pull();
    expect([...heldAfter(pages).keys()].sort()).toEqual(expected.map(({ _id }) => _id).sort());
    expect(expected.some(({ modified_at: at }) => at < cutoff)).toBe(true);
    expect(pages.at(-1)?.known).toBe(expected.length);
  });

  it('ends at once where there is nothing', async () => {
    const chain = createChain({ scenario: 'empty', size: 0, keep: { closedDays: 90 } });
    const pages = await chain.pull();
    expect(heldAfter(pages).size).toBe(0);
    expect(pages.at(-1)).toMatchObject({ known: 0, isCaughtUp: true });
  });
});

describe('a pull of changes', () => {
  it('brings what changed since, made or closed or renamed, and little else', async () => {
    const chain = createChain({ size: 1200 });
    const first = await chain.pull();
    const { state } = chain.simulator;
    chain.clock.now += 3_600_000;
    const old = state.byCreated[0]?.record._id ?? '';
    chain.simulator.joinAlert(old);
    const asked = chain.listed().length;
    const changes = await chain.pull(first.at(-1)?.watermark);
    const held = heldAfter(changes);
    expect(held.get(old)?.updatedAt).toBe(chain.clock.now);
    expect(held.size).toBeLessThan(30);
    expect(changes.at(-1)).toMatchObject({ isCaughtUp: true, known: 1200 });
    // The changes, and a count as there were any.
    expect(chain.listed().length - asked).toBe(2);

    chain.clock.now += 30_000;
    const quiet = await chain.pull(changes.at(-1)?.watermark);
    expect(quiet).toHaveLength(1);
    expect(quiet[0]).toMatchObject({ isCaughtUp: true, known: 1200 });
    expect(chain.listed().length - asked).toBe(3);
  });

  it('reads more changes than fit on a page, and none twice the next time', async () => {
    const chain = createChain({ size: 1500 });
    const first = await chain.pull();
    chain.clock.now += dayMs;
    const ids = chain.simulator.state.byCreated.slice(0, 1300).map(({ record }) => record._id);
    for (const id of ids) {
      chain.clock.now += 1000;
      chain.simulator.joinAlert(id);
    }
    const held = heldAfter(await chain.pull(first.at(-1)?.watermark));
    expect(ids.filter(id => !held.has(id))).toEqual([]);
  });

  it('does not miss what changed while the first pull ran', async () => {
    const chain = createChain({ size: 1500 });
    const pages = [];
    let moved = '';
    for await (const page of chain.adapter.pull({
      since: null,
      keep: 'all',
      signal: new AbortController().signal,
    })) {
      pages.push(page);
      if (moved !== '') continue;
      chain.clock.now += 5000;
      moved = page.rows[3]?.id ?? '';
      chain.simulator.joinAlert(moved);
    }
    const later = heldAfter(await chain.pull(pages.at(-1)?.watermark));
    expect(later.get(moved)?.updatedAt).toBe(chain.clock.now);
  });

  it('is not led astray by a row with a date in the future', async () => {
    const chain = createChain({ size: 50 });
    const { byModified } = chain.simulator.state;
    const last = byModified.at(-1);
    if (last === undefined) throw new Error('no case');
    last.record.modified_at = chain.clock.now + 900 * dayMs;
    const first = await chain.pull();
    chain.clock.now += 60_000;
    const id = byModified[0]?.record._id ?? '';
    chain.simulator.joinAlert(id);
    expect(heldAfter(await chain.pull(first.at(-1)?.watermark)).has(id)).toBe(true);
  });
});

describe('a tenant', () => {
  const tenantId = tenants[1]?.hex ?? '';

  it('is asked for in the first spelling where that is honoured', async () => {
    const chain = createChain({ size: 400, settings: { tenantId } });
    const pages = await chain.pull();
    const names = new Set([...heldAfter(pages).values()].map(row => row.tenant));
    expect([...names]).toEqual([tenants[1]?.name]);
    expect(pages.at(-1)?.known).toBe(heldAfter(pages).size);
    expect(chain.listed().every(url => url.searchParams.get('cust_id') === tenantId)).toBe(true);
  });

  it('is asked for in another spelling where the first is ignored', async () => {
    const chain = createChain({
      size: 400,
      settings: { tenantId },
      quirks: { tenantParameters: ['tenantid'] },
    });
    const pages = await chain.pull();
    expect(new Set([...heldAfter(pages).values()].map(row => row.tenant)).size).toBe(1);
    expect(pages.at(-1)?.known).toBe(heldAfter(pages).size);
    expect(chain.listed().at(-1)?.searchParams.get('tenantid')).toBe(tenantId);
  });

  it('is kept apart here where no spelling is honoured, and the count is then not claimed', async () => {
    const chain = createChain({ size: 400, settings: { tenantId }, quirks: { tenantParameters: [] } });
    const pages = await chain.pull();
    const held = heldAfter(pages);
    const expected = chain.simulator.state.byCreated.filter(({ record }) => record.cust_id === tenantId);
    expect(held.size).toBe(expected.length);
    expect(pages.map(page => page.known)).toEqual(pages.map(() => null));
  });
});
