import { describe, expect, it } from 'vitest';
import { tenants } from '../../cast.ts';
import type { CaseRecord } from './records.ts';
import { createWorld } from './test-world.ts';

const dayMs = 86_400_000;
type Cases = { data: { total: number; cases: CaseRecord[] } };

describe('GET /cases', () => {
  it('answers total and cases under data', async () => {
    const world = createWorld();
    const { body } = await world.ask(`/cases?FROM~created_at=1&TO~created_at=${world.clock.now}&limit=2`);
    expect(body).toEqual({ data: { total: 300, cases: [expect.any(Object), expect.any(Object)] } });
  });

  it('quirk: without both bounds of created_at only the last 24 h come back, in silence', async () => {
    const world = createWorld();
    const recent = (await world.cases('limit=500')).cases.filter(
      row => row.created_at >= world.clock.now - dayMs,
    );
    expect(recent.length).toBeGreaterThan(5);
    for (const query of [
      'limit=500',
      'limit=500&FROM~created_at=1',
      `limit=500&TO~created_at=${world.clock.now}`,
      `limit=500&FROM~modified_at=1&TO~modified_at=${world.clock.now}`,
    ]) {
      const { status, body } = await world.ask(`/cases?${query}`);
      expect(status, query).toBe(200);
      expect((body as Cases).data.total, query).toBe(recent.length);
    }
  });

  it('older releases have no such window', async () => {
    const world = createWorld({}, { hasDayRule: false });
    expect(((await world.ask('/cases')).body as Cases).data.total).toBe(300);
  });

  it('quirk: FROM~ and TO~ include both ends, and the tilde may come encoded', async () => {
    const world = createWorld();
    const { cases } = await world.cases('limit=500&sort=created_at&order=asc');
    const from = cases[10]?.created_at ?? 0;
    const to = cases[20]?.created_at ?? 0;
    const expected = cases.filter(row => row.created_at >= from && row.created_at <= to).length;
    for (const tilde of ['~', '%7E']) {
      const { body } = await world.ask(`/cases?FROM${tilde}created_at=${from}&TO${tilde}created_at=${to}`);
      expect((body as Cases).data.total).toBe(expected);
    }
  });

  it('filters by modified_at together with created_at', async () => {
    const world = createWorld();
    const all = (await world.cases('limit=500')).cases;
    const from = world.clock.now - 3 * dayMs;
    const found = await world.cases(`limit=500&FROM~modified_at=${from}&TO~modified_at=${world.clock.now}`);
    expect(found.total).toBe(all.filter(row => row.modified_at >= from).length);
    expect(found.total).toBeGreaterThan(0);
    expect(found.total).toBeLessThan(300);
  });

  it('quirk: skipping past 1,000 rows answers 500, which is no outage', async () => {
    const world = createWorld({ size: 1600 });
    const bounds = `FROM~created_at=1&TO~created_at=${world.clock.now}`;
    expect((await world.ask(`/cases?${bounds}&skip=1000&limit=500`)).status).toBe(200);
    expect((await world.ask(`/cases?${bounds}&skip=1001&limit=500`)).status).toBe(500);
    expect((await world.ask(`/cases?${bounds}&limit=1`)).status).toBe(200);
    const other = createWorld({ size: 1600 }, { skipLimit: null });
    expect((await other.ask(`/cases?${bounds}&skip=1500&limit=500`)).status).toBe(200);
  });

  it('quirk: more than 500 rows are never given, whatever limit says', async () => {
    const world = createWorld({ size: 700 });
    expect((await world.cases('limit=1000')).cases).toHaveLength(500);
    expect((await world.cases('')).cases).toHaveLength(50);
    expect((await world.cases('limit=1')).total).toBe(700);
  });

  it('quirk: values are case-sensitive and a wrong one matches nothing', async () => {
    const world = createWorld();
    for (const query of ['status=New', 'status=In Progress', 'status=Resolved', 'severity=Critical']) {
      expect((await world.cases(query)).total, query).toBeGreaterThan(0);
      expect((await world.cases(query.toLowerCase())).total, query).toBe(0);
    }
    expect((await world.cases('status=Canceled')).total).toBe(0);
    expect((await world.cases('status=New,In Progress')).total).toBe(0);
  });

  it('quirk: unknown parameters, and known ones in another case, are ignored', async () => {
    const world = createWorld();
    for (const query of [
      'Status=New',
      'foo=bar',
      'start_time=1&end_time=2',
      'offset=100',
      'page=7&per_page=1',
    ]) {
      expect((await world.cases(query)).total, query).toBe(300);
    }
  });

  it('quirk: the tenant filter has three spellings; one that a release does not know filters nothing', async () => {
    const world = createWorld();
    const hex = tenants[1]?.hex ?? '';
    const all = (await world.cases('limit=500')).cases;
    const expected = all.filter(row => row.cust_id === hex).length;
    for (const name of ['cust_id', 'tenantid', 'tenant_id']) {
      expect((await world.cases(`${name}=${hex}`)).total, name).toBe(expected);
    }
    const older = createWorld({}, { tenantParameters: ['cust_id'] });
    expect((await older.cases(`tenantid=${hex}`)).total).toBe(300);
  });

  it('quirk: a second question mark is part of the value', async () => {
    const world = createWorld();
    expect((await world.cases(`cust_id=${tenants[1]?.hex}?sort=case_score&order=desc`)).total).toBe(0);
  });

  it('quirk: a scoped key sees its tenants alone, and asking for another is a tenant mismatch', async () => {
    const world = createWorld();
    const authorization = `Bearer ${await world.token('scoped')}`;
    const outside = tenants.find(tenant => tenant.key === 'brennmoen')?.hex ?? '';
    const { cases } = await world.cases('limit=500', authorization);
    expect(cases.length).toBeGreaterThan(0);
    expect(cases.filter(row => row.cust_id === outside)).toEqual([]);
    const refused = await world.ask(`/cases?tenantid=${outside}`, { authorization });
    expect(refused.status).toBe(403);
    expect(JSON.stringify(refused.body)).toContain('Tenant mismatch');
  });

  it('sorts by created_at, modified_at, score and case_score, in both directions', async () => {
    const world = createWorld();
    const fields = {
      created_at: 'created_at',
      modified_at: 'modified_at',
      score: 'score',
      case_score: 'score',
    } as const;
    for (const [sort, field] of Object.entries(fields)) {
      const up = (await world.cases(`limit=500&sort=${sort}&order=asc`)).cases.map(row => row[field]);
      const down = (await world.cases(`limit=500&sort=${sort}&order=desc`)).cases.map(row => row[field]);
      expect(up, sort).toEqual(up.toSorted((left, right) => left - right));
      expect(down, sort).toEqual(up.toReversed());
    }
  });

  it('filters by score, tags, size, assignee and number, all of them together', async () => {
    const world = createWorld();
    const all = (await world.cases('limit=500')).cases;
    const count = (test: (row: CaseRecord) => boolean) => all.filter(test).length;
    expect((await world.cases('min_score=80')).total).toBe(count(row => row.score >= 80));
    expect((await world.cases('FROM~score=50&TO~score=74.99999')).total).toBe(
      count(row => row.score >= 50 && row.score < 75),
    );
    expect((await world.cases('tags=vpn,usb')).total).toBe(
      count(row => row.tags.includes('vpn') || row.tags.includes('usb')),
    );
    expect((await world.cases('NOT~tags=vpn')).total).toBe(count(row => !row.tags.includes('vpn')));
    expect((await world.cases('min_size_auto=5')).total).toBe(count(row => row.size >= 5));
    expect((await world.cases('min_size_auto')).total).toBe(count(row => row.size >= 2));
    const [first] = all;
    expect((await world.cases(`ticket_id=${first?.ticket_id}`)).cases).toEqual([first]);
    expect((await world.cases(`assignee=${first?.assignee_name}&min_score=80`)).total).toBe(
      count(row => row.assignee_name === first?.assignee_name && row.score >= 80),
    );
  });

  it('adds a summary when asked for', async () => {
    const world = createWorld();
    const row = async (query: string) => (await world.cases(`limit=1&${query}`)).cases[0];
    expect(await row('')).not.toHaveProperty('summary');
    expect(await row('include_summary=true')).toHaveProperty('summary', expect.any(Object));
    expect(await row('include_summary=true&format_summary=true')).toHaveProperty(
      'summary',
      expect.stringContaining('Observed 1 XDR Kill Chain Stages'),
    );
  });

  it('quirk: rows move between pages while alerts join, and names change by themselves', async () => {
    const world = createWorld();
    const page = () => world.cases('limit=10&sort=modified_at&order=desc');
    const before = await page();
    const moving = world.simulator.state.byModified.find(candidate =>
      / others?$/.test(candidate.record.name),
    );
    if (moving === undefined) throw new Error('no such case');
    const name = moving.record.name;
    world.simulator.joinAlert(moving.record._id);
    const after = await page();
    expect(after.cases[0]?._id).toBe(moving.record._id);
    expect(after.cases[0]?.name).not.toBe(name);
    expect(after.cases[9]?._id).toBe(before.cases[8]?._id);
  });

  it('refuses numbers that are none', async () => {
    const world = createWorld();
    expect((await world.ask('/cases?limit=many')).status).toBe(422);
    expect((await world.ask('/cases?skip=-1')).status).toBe(422);
  });
});
