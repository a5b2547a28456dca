import { describe, expect, it } from 'vitest';
import { createWorld } from './test-world.ts';

async function biggest(world: ReturnType<typeof createWorld>) {
  const { cases } = await world.cases('limit=500&min_size_auto=52');
  const [found] = cases;
  if (found === undefined) throw new Error('no case with more than 52 alerts');
  return found;
}

type Documents = { data: { docs: { _id: string; _index: string; _source: Record<string, unknown> }[] } };

describe('one case', () => {
  it('is found by its id, and 404 otherwise', async () => {
    const world = createWorld();
    const [row] = (await world.cases('limit=1')).cases;
    expect((await world.ask(`/cases/${row?._id}`)).body).toEqual({ data: row });
    expect((await world.ask('/cases/655459dba3149258cd73014b')).status).toBe(404);
  });

  it('quirk: alerts come 50 at most, 10 when nothing is said, without a total', async () => {
    const world = createWorld();
    const row = await biggest(world);
    const read = async (query: string) =>
      ((await world.ask(`/cases/${row._id}/alerts${query}`)).body as Documents).data;
    expect((await read('?limit=500')).docs).toHaveLength(50);
    expect((await read('')).docs).toHaveLength(10);
    expect((await read('?limit=50&skip=50')).docs).toHaveLength(row.size - 50);
    expect(Object.keys(await read('?limit=1'))).toEqual(['docs']);
    const ids = [...(await read('?limit=50')).docs, ...(await read('?limit=50&skip=50')).docs].map(
      d => d._id,
    );
    expect(new Set(ids).size).toBe(row.size);
  });

  it('tells the same alerts every time', async () => {
    const world = createWorld();
    const row = await biggest(world);
    const first = await world.ask(`/cases/${row._id}/alerts`);
    expect(await world.ask(`/cases/${row._id}/alerts`)).toEqual(first);
    const [alert] = (first.body as Documents).data.docs;
    expect(alert?._source).toMatchObject({
      tenantid: row.cust_id,
      xdr_event: { tactic: { id: expect.stringMatching(/^X?TA/) }, description: expect.any(String) },
    });
  });

  it('quirk: every endpoint wraps its answer in its own way', async () => {
    const world = createWorld();
    const [row] = (await world.cases('limit=1&status=Resolved')).cases;
    const body = async (path: string) => (await world.ask(`/cases/${row?._id}${path}`)).body;
    expect(await body('/observables')).toEqual({
      observables: expect.objectContaining({ hosts: expect.any(Array) }),
    });
    expect(await body('/summary?formatted=true')).toEqual({ data: expect.stringContaining('\n') });
    expect(await body('/summary')).toEqual({ data: expect.any(Object) });
    expect(await body('/comments')).toEqual({ data: expect.any(Array) });
    expect(await body('/activities')).toEqual({
      data: expect.arrayContaining([expect.objectContaining({ field: 'status', to: 'Resolved' })]),
    });
    expect(await body('/scores')).toEqual(await body('/activity/score'));
    expect((await world.ask('/user_activities')).body).toEqual({ activities: [] });
  });

  it('tells the stories first', async () => {
    const world = createWorld();
    const { cases } = await world.cases('limit=500&tags=lateral');
    const story = cases.find(row => row.name === 'Kerberoasting, then RDP from WS-0412 to SRV-FIN-07');
    expect(story).toMatchObject({
      status: 'New',
      severity: 'Critical',
      size: 14,
      assignee_name: 'Unassigned',
    });
    const observables = (await world.ask(`/cases/${story?._id}/observables`)).body;
    expect(JSON.stringify(observables)).toContain('SRV-FIN-07');
    const comments = (await world.ask(`/cases/${story?._id}/comments`)).body as { data: unknown[] };
    expect(comments.data).toHaveLength(1);
    const ai = (await world.ask(`/ai/cases/detail?id=${story?._id}`)).body;
    expect(ai).toMatchObject({ data: { aiSummary: { ai_case_triage: { verdict: 'True Positive' } } } });
  });

  it('quirk: closed is the instant of closing on most rows and just 1 on older ones', async () => {
    const world = createWorld({ size: 1000 });
    const first = (await world.cases('limit=500&status=Resolved')).cases;
    const second = (await world.cases('limit=500&status=Resolved&skip=500')).cases;
    const closed = [...first, ...second].map(row => row.closed ?? 0);
    expect(closed.filter(value => value > 1e11).length).toBeGreaterThan(0);
    expect(closed.filter(value => value === 1).length).toBeGreaterThan(0);
    expect(closed.filter(value => value === 0)).toEqual([]);
  });

  it('quirk: older rows say priority instead of severity, and some belong to no tenant', async () => {
    const world = createWorld({ size: 1500 });
    const rows = world.simulator.state.byCreated.map(simulated => simulated.record);
    const old = rows.filter(row => row.severity === undefined);
    expect(old.length).toBeGreaterThan(0);
    expect(old.every(row => row.priority !== undefined)).toBe(true);
    expect(rows.some(row => row.cust_id === '')).toBe(true);
  });

  it('quirk: tenants are dated in seconds where cases have milliseconds, and a scoped key gets no list', async () => {
    const world = createWorld();
    const { body } = await world.ask('/users');
    expect(body).toMatchObject({
      data: expect.arrayContaining([expect.objectContaining({ email: 'mari.dahl@soc.example' })]),
    });
    const tenants = (await world.ask('/tenants')).body as { data: { created_at: number }[] };
    // Seconds, unlike on cases.
    expect(tenants.data[0]?.created_at).toBeLessThan(1e11);
    const authorization = `Bearer ${await world.token('scoped')}`;
    expect((await world.ask('/tenants', { authorization })).status).toBe(403);
  });

  it('finds one alert through the search passthrough', async () => {
    const world = createWorld();
    const row = await biggest(world);
    const [alert] = ((await world.ask(`/cases/${row._id}/alerts`)).body as Documents).data.docs;
    const { body } = await world.ask(`/connect/api/data/${alert?._index}/_search?q=_id:${alert?._id}`);
    expect(body).toMatchObject({ hits: { total: { value: 1 }, hits: [{ _id: alert?._id }] } });
  });
});
