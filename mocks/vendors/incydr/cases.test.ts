import { describe, expect, it } from 'vitest';
import { createTestWorld } from './test-world.ts';

type Row = Record<string, unknown> & { number: number; name: string; updatedAt: string; status: string };
type Page = { cases: Row[]; totalCount: number };

const subject = '421380797518239242';

async function createCase(world: ReturnType<typeof createTestWorld>, fields: object = {}) {
  const call = await world.as('gateway');
  const created = await call('POST', '/v1/cases', { name: 'Made by a test', ...fields });
  return { call, number: (created.body as Row).number, created };
}

describe('the list of cases', () => {
  it('answers everything when pgSize is not sent', async () => {
    const call = await createTestWorld(60).as('gateway');
    const { body } = await call('GET', '/v1/cases');
    expect((body as Page).cases).toHaveLength(60);
    expect((body as Page).totalCount).toBe(60);
  });

  it('leaves description and findings out of its rows', async () => {
    const call = await createTestWorld().as('gateway');
    const { body } = await call('GET', '/v1/cases?pgSize=1');
    expect(Object.keys((body as Page).cases[0] ?? {})).toEqual([
      'number',
      'name',
      'createdAt',
      'updatedAt',
      'subject',
      'subjectUsername',
      'status',
      'assignee',
      'assigneeUsername',
      'createdByUserUid',
      'createdByUsername',
      'lastModifiedByUserUid',
      'lastModifiedByUsername',
      'archivalTime',
    ]);
  });

  it('sorts by number upwards unless asked otherwise, and pages from 1', async () => {
    const call = await createTestWorld(60).as('gateway');
    const numbers = async (query: string) =>
      ((await call('GET', `/v1/cases?${query}`)).body as Page).cases.map(row => row.number);
    expect(await numbers('pgSize=3')).toEqual([1, 2, 3]);
    expect(await numbers('pgSize=3&pgNum=2')).toEqual([4, 5, 6]);
    expect(await numbers('pgSize=50&pgNum=2')).toHaveLength(10);
    expect(await numbers('pgSize=2&srtKey=number&srtDir=desc')).toEqual([60, 59]);
    const { cases } = (await call('GET', '/v1/cases?srtKey=updatedAt&srtDir=desc')).body as Page;
    const times = cases.map(row => row.updatedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('filters by several statuses and by part of a name', async () => {
    const call = await createTestWorld(200).as('gateway');
    const ask = async (query: string) => (await call('GET', `/v1/cases?${query}`)).body as Page;
    const done = await ask('status=CLOSED&status=ARCHIVED');
    expect(new Set(done.cases.map(row => row.status))).toEqual(new Set(['CLOSED', 'ARCHIVED']));
    const open = await ask('status=OPEN');
    expect(open.totalCount + done.totalCount).toBe(200);
    expect((await ask('name=q4-forecast')).cases.map(row => row.name)).toEqual([
      'Q4-forecast.zip, 212 MB, to Dropbox',
    ]);
    const unassigned = await ask('isAssigned=false');
    expect(unassigned.cases.every(row => row['assignee'] === null)).toBe(true);
    expect(unassigned.totalCount).toBeGreaterThan(0);
  });

  it('filters by an interval of instants in microseconds, both ends included', async () => {
    const call = await createTestWorld(60).as('gateway');
    const { cases } = (await call('GET', '/v1/cases?srtKey=updatedAt&srtDir=desc')).body as Page;
    const at = cases[5]?.updatedAt ?? '';
    expect(at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/);
    const interval = encodeURIComponent(`${at}/2030-01-01T00:00:00Z`);
    const changed = (await call('GET', `/v1/cases?updatedAt=${interval}`)).body as Page;
    expect(changed.totalCount).toBe(6);
  });

  it.each([
    ['pgNum=0', 'INVALID_PAGE_NUMBER'],
    ['pgNum=x', 'INVALID_PAGE_NUMBER'],
    ['pgSize=0', 'INVALID_PAGE_SIZE'],
    ['pgSize=2147483648', 'INVALID_PAGE_SIZE'],
    ['updatedAt=2026-01-01T00:00:00Z', 'INVALID_TIME_INTERVAL'],
    ['createdAt=2026-02-01T00:00:00Z/2026-01-01T00:00:00Z', 'INVALID_TIME_INTERVAL'],
    ['createdAt=yesterday/today', 'INVALID_TIME_INTERVAL'],
  ])('refuses %s with %s', async (query, problem) => {
    const call = await createTestWorld(1).as('gateway');
    const answer = await call('GET', `/v1/cases?${query}`);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ problem, description: null });
  });

  it.each(['status=open', 'srtKey=severity', 'srtDir=down'])(
    'refuses %s before the service sees it',
    async query => {
      const call = await createTestWorld(1).as('gateway');
      expect(await call('GET', `/v1/cases?${query}`)).toMatchObject({
        status: 400,
        body: { error: 'Bad Request' },
      });
    },
  );
});

describe('one case', () => {
  it('has description and findings, and the same body in both generations', async () => {
    const world = createTestWorld();
    const gateway = await (await world.as('gateway'))('GET', '/v1/cases/60');
    const legacy = await (await world.as('legacy'))('GET', '/api/v1/case/60');
    expect(gateway.body).toMatchObject({
      number: 60,
      description: expect.any(String),
      findings: expect.stringContaining('## So far'),
    });
    expect(legacy.body).toEqual(gateway.body);
  });

  it('is a 404 with no body, or with the body of the framework', async () => {
    const world = createTestWorld();
    expect(await (await world.as('gateway'))('GET', '/v1/cases/4711')).toMatchObject({
      status: 404,
      text: '',
    });
    expect(await (await world.as('legacy'))('GET', '/api/v1/case/4711')).toMatchObject({
      status: 404,
      body: { error: 'Not Found' },
    });
  });

  it('is made with 200, open, and archived by plan 90 days later', async () => {
    const { created } = await createCase(createTestWorld(), { subject });
    expect(created.status).toBe(200);
    expect(created.body).toMatchObject({
      number: 61,
      status: 'OPEN',
      subject,
      subjectUsername: 't.haugen@vidar.example',
      description: null,
      archivalTime: '2027-02-20T00:00:00Z',
    });
  });

  it('is gone after a delete', async () => {
    const world = createTestWorld();
    const { call, number } = await createCase(world);
    expect((await call('DELETE', `/v1/cases/${number}`)).status).toBe(204);
    expect((await call('DELETE', `/v1/cases/${number}`)).status).toBe(404);
    expect(world.simulator.count()).toBe(60);
  });
});

describe('replacing a case', () => {
  it('needs name and status', async () => {
    const { call, number } = await createCase(createTestWorld());
    const noStatus = await call('PUT', `/v1/cases/${number}`, { name: 'x' });
    expect(noStatus).toMatchObject({ status: 400, body: { error: 'Bad Request' } });
    const noName = await call('PUT', `/v1/cases/${number}`, { status: 'OPEN' });
    expect(noName).toMatchObject({ status: 400, body: { problem: 'NAME_EMPTY' } });
  });

  it('nulls what is absent', async () => {
    const { call, number } = await createCase(createTestWorld(), {
      description: 'd',
      findings: 'f',
      subject,
    });
    const answer = await call('PUT', `/v1/cases/${number}`, { name: 'Only a name', status: 'OPEN' });
    expect(answer.body).toMatchObject({
      name: 'Only a name',
      description: null,
      findings: null,
      subject: null,
    });
  });

  it('moves updatedAt forward even when the clock stands', async () => {
    const { call, number, created } = await createCase(createTestWorld());
    const answer = await call('PUT', `/v1/cases/${number}`, { name: 'n', status: 'OPEN' });
    expect((answer.body as Row).updatedAt > (created.body as Row).updatedAt).toBe(true);
  });

  it.each([
    [{ name: ' ' }, 'NAME_EMPTY', null],
    [{ name: 'n'.repeat(51) }, 'NAME_TOO_LONG', null],
    [{ name: 'Q4-forecast.zip, 212 MB, to Dropbox' }, 'NAME_EXISTS', null],
    [{ description: 'd'.repeat(251) }, 'DESCRIPTION_TOO_LONG', null],
    [{ findings: 'f'.repeat(30_001) }, 'FINDINGS_TOO_LONG', null],
    [{ name: 'a\u0000b' }, 'INVALID_CHAR_IN_REQUEST', null],
    [{ subject: '1' }, 'INVALID_USER', 'subject validation failed'],
    [{ assignee: subject }, 'INVALID_USER', 'assignee validation failed'],
  ])('refuses %j with %s', async (fields, problem, description) => {
    const { call, number } = await createCase(createTestWorld());
    const answer = await call('PUT', `/v1/cases/${number}`, { name: 'ok', status: 'OPEN', ...fields });
    expect(answer).toMatchObject({ status: 400, body: { problem, description } });
  });

  it('takes names of 50, descriptions of 250 and findings of 30,000 characters', async () => {
    const { call, number } = await createCase(createTestWorld());
    const answer = await call('PUT', `/v1/cases/${number}`, {
      name: 'n'.repeat(50),
      status: 'OPEN',
      description: 'd'.repeat(250),
      findings: 'f'.repeat(30_000),
    });
    expect(answer.status).toBe(200);
  });

  it('is refused for good once closed, in another shape per generation', async () => {
    const world = createTestWorld();
    const { call, number } = await createCase(world);
    await call('PUT', `/v1/cases/${number}`, { name: 'Made by a test', status: 'CLOSED' });
    const again = { name: 'Made by a test', status: 'OPEN' };
    expect(await call('PUT', `/v1/cases/${number}`, again)).toMatchObject({
      status: 400,
      body: { problem: 'NO_EDITS_ONCE_CLOSED', description: null },
    });
    expect(await (await world.as('legacy'))('PUT', `/api/v1/case/${number}`, again)).toMatchObject({
      status: 400,
      body: { error: 'Bad Request', message: 'NO_EDITS_ONCE_CLOSED' },
    });
  });

  it('is refused once archived, and the events are gone', async () => {
    const call = await createTestWorld().as('gateway');
    const before = (await call('GET', '/v1/cases/60')).body as Row;
    await call('PUT', '/v1/cases/60', { name: before.name, status: 'ARCHIVED' });
    expect((await call('GET', '/v1/cases/60/fileevent')).body).toEqual({ events: [], totalCount: 0 });
    expect(await call('PUT', '/v1/cases/60', { name: before.name, status: 'OPEN' })).toMatchObject({
      status: 400,
      body: { problem: 'NO_EDITS_ONCE_ARCHIVED' },
    });
  });

  it('prints uids as bare numbers beyond 2^53 in the legacy answer', async () => {
    const world = createTestWorld();
    const { number } = await createCase(world);
    const call = await world.as('legacy');
    const answer = await call('PUT', `/api/v1/case/${number}`, { name: 'n', status: 'OPEN', subject });
    expect(answer.text).toContain(`"subject":${subject},`);
    const list = await (await createTestWorld(60, { hasBareUids: true }).as('gateway'))('GET', '/v1/cases');
    expect(list.text).toMatch(/"assignee":4213807975182392\d\d,/);
  });

  it('sees a uid that lost its last digits on the way', async () => {
    const world = createTestWorld();
    const { call, number } = await createCase(world);
    const exact = `{"name":"n","status":"OPEN","subject":${subject}}`;
    expect((await call('PUT', `/v1/cases/${number}`, exact)).status).toBe(200);
    const rounded = JSON.stringify(JSON.parse(exact));
    expect(await call('PUT', `/v1/cases/${number}`, rounded)).toMatchObject({
      status: 400,
      body: { problem: 'INVALID_USER' },
    });
  });
});
