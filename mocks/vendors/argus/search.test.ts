import { describe, expect, test } from 'vitest';
import { scenarioNow } from '../../simulator.ts';
import { createAsker, createTestSimulator } from './ask.ts';
import { apiKeys } from './keys.ts';
import type { CaseRecord } from './records.ts';

const simulator = createTestSimulator('demo', 400);
const ask = createAsker(simulator);
const hourMs = 3_600_000;

async function find(criteria: Record<string, unknown>, key?: string): Promise<CaseRecord[]> {
  const { status, body } = await ask('POST', '/cases/v2/case/search', { limit: 0, ...criteria }, key);
  if (status !== 200) throw new Error(JSON.stringify(body.messages));
  return body.data;
}

describe('simple search', () => {
  test('a repeated parameter is OR, different parameters are AND', async () => {
    const { data } = (
      await ask('GET', '/cases/v2/case?status=pendingSoc&status=workingSoc&service=ids&limit=0')
    ).body;
    expect(new Set(data.map((row: CaseRecord) => row.status))).toEqual(new Set(['pendingSoc', 'workingSoc']));
    expect(new Set(data.map((row: CaseRecord) => row.service.shortName))).toEqual(new Set(['ids']));
  });

  test('repeated keywords must all occur', async () => {
    const one = (await ask('GET', '/cases/v2/case?keywords=cdn-telemetry.top')).body;
    const both = (await ask('GET', '/cases/v2/case?keywords=cdn-telemetry.top&keywords=resolved')).body;
    const none = (await ask('GET', '/cases/v2/case?keywords=cdn-telemetry.top&keywords=teamviewer')).body;
    expect([one.size, both.size, none.size]).toEqual([1, 1, 0]);
    expect(none.data).toEqual([]);
  });

  test('sortBy repeats and a minus turns it round', async () => {
    const { data } = (await ask('GET', '/cases/v2/case?sortBy=-priority&sortBy=id&limit=0')).body;
    const ranks = ['critical', 'high', 'medium', 'low'];
    const keys = data.map((row: CaseRecord) => ranks.indexOf(row.priority) * 1e9 + row.id);
    expect(keys).toEqual([...keys].sort((left, right) => left - right));
    expect((await ask('GET', '/cases/v2/case?sortBy=-colour')).status).toBe(412);
  });

  test('customers are given by id and short name, mixed', async () => {
    const { data } = (await ask('GET', '/cases/v2/case?customer=2172&customer=helse&limit=0')).body;
    expect(new Set(data.map((row: CaseRecord) => row.customer.shortName))).toEqual(
      new Set(['vidar', 'helse']),
    );
  });

  test('waitingSoc finds what every client calls workingSoc; an unknown status is 412', async () => {
    const waiting = (await ask('GET', '/cases/v2/case?status=waitingSoc&limit=0')).body;
    const working = (await ask('GET', '/cases/v2/case?status=workingSoc&limit=0')).body;
    expect(waiting.count).toBe(working.count);
    expect(waiting.count).toBeGreaterThan(0);
    expect((await ask('GET', '/cases/v2/case?status=open')).status).toBe(412);
  });
});

describe('advanced search', () => {
  test('the usual open queue: exclude closed, newest first, without descriptions', async () => {
    const rows = await find({
      sortBy: ['-lastUpdatedTimestamp'],
      subCriteria: [{ exclude: true, status: ['closed'] }],
      includeDescription: false,
    });
    expect(rows.some(row => row.status === 'closed')).toBe(false);
    expect(rows.every(row => !('description' in row) && !('workflows' in row))).toBe(true);
    const changed = rows.map(row => row.lastUpdatedTimestamp);
    expect(changed).toEqual([...changed].sort((left, right) => right - left));
  });

  test('sub-criteria are OR-ed, their parent AND-ed; exclude never widens', async () => {
    const rows = await find({
      customer: ['vidar'],
      subCriteria: [{ status: ['pendingSoc'] }, { priority: ['high'] }, { exclude: true, status: 'closed' }],
    });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.customer.shortName).toBe('vidar');
      expect(row.status === 'pendingSoc' || row.priority === 'high').toBe(true);
      expect(row.status).not.toBe('closed');
    }
  });

  test('tags of one list are OR-ed; AND takes a required sub-criteria', async () => {
    const bec = { key: 'topic', values: ['bec'] };
    const c2 = { key: 'topic', values: ['c2'] };
    const phish = { key: 'topic', values: ['phish'] };
    expect(await find({ caseID: await idsOf('bec', 'c2'), tag: [bec, c2] })).toHaveLength(2);
    expect(await find({ tag: [bec], subCriteria: [{ required: true, tag: [c2] }] })).toHaveLength(0);
    expect(await find({ tag: [bec], subCriteria: [{ required: true, tag: [phish] }] })).toHaveLength(1);
  });

  async function idsOf(...values: string[]): Promise<number[]> {
    return (await find({ tag: [{ key: 'topic', values }] })).map(row => row.id);
  }

  test('scalars are served where lists are documented', async () => {
    expect(await find({ status: 'closed' })).toEqual(await find({ status: ['closed'] }));
  });

  test('time: strategy, number, UTC text and words; anything else is 412', async () => {
    const from = scenarioNow - 6 * hourMs;
    const rows = await find({ startTimestamp: from, timeFieldStrategy: ['lastUpdatedTimestamp'] });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(row => row.lastUpdatedTimestamp >= from)).toBe(true);
    for (const startTimestamp of [new Date(from).toISOString(), '-6hours', '-360m']) {
      const same = await find({ startTimestamp, timeFieldStrategy: ['lastUpdatedTimestamp'] });
      expect(same).toHaveLength(rows.length);
    }
    for (const startTimestamp of ['2026-11-22T08:00:00+01:00', 'yesterday']) {
      const { status, body } = await ask('POST', '/cases/v2/case/search', { startTimestamp });
      expect([status, body.messages[0].field]).toEqual([412, 'startTimestamp']);
    }
  });

  test('cases may carry a due time, and can be found by it', async () => {
    const rows = await find({ startTimestamp: 0, timeFieldStrategy: ['techDueTimestamp'] });
    expect(rows.map(row => row.subject)).toEqual(['Suspected ransomware staging on backup host BKP-02']);
    expect(rows[0]?.techDueTimestamp).toBe(scenarioNow - 35 * 60_000);
  });

  test('userID looks at all user fields unless one is named', async () => {
    const all = await find({ userID: [1111] });
    const assigned = await find({ user: ['mari.dahl@soc.example'], userFieldStrategy: ['assignedTech'] });
    expect(all.length).toBeGreaterThan(assigned.length);
    expect(assigned.every(row => row.assignedTech?.id === 1111)).toBe(true);
    expect((await find({ techAssigned: false })).every(row => row.assignedTech === null)).toBe(true);
  });

  test('unknown properties and wrong types are a message each', async () => {
    const { status, body } = await ask('POST', '/cases/v2/case/search', { statuses: [], limit: 'all' });
    expect(status).toBe(412);
    const found = body.messages.map((message: { field: string; messageTemplate: string }) => [
      message.field,
      message.messageTemplate,
    ]);
    expect(found).toContainEqual(['statuses', 'unknown.json.field']);
    expect(found).toContainEqual(['limit', 'invalid.json.field.value']);
  });

  test('deleted cases come with includeDeleted only, which needs role tech', async () => {
    const isDeleted = (row: CaseRecord) => row.flags.includes('DELETED');
    expect((await find({})).some(isDeleted)).toBe(false);
    expect((await find({ includeDeleted: true })).filter(isDeleted)).toHaveLength(1);
    const refused = await ask('POST', '/cases/v2/case/search', { includeDeleted: true }, apiKeys.customer);
    expect([refused.status, refused.body.messages[0].field]).toEqual([403, 'includeDeleted']);
  });

  test('a customer sees its own cases; nobody sees explicit ones of others', async () => {
    const seen = await find({}, apiKeys.customer);
    expect(new Set(seen.map(row => row.customer.shortName))).toEqual(new Set(['vidar']));
    expect((await find({})).some(row => row.subject === 'Personnel matter')).toBe(false);
    expect((await find({}, apiKeys.admin)).some(row => row.subject === 'Personnel matter')).toBe(true);
  });
});

describe('worlds', () => {
  test('the same input makes the same records, all of them within what a queue shows', async () => {
    const again = createTestSimulator('demo', 400);
    expect([...again.world.cases.values()]).toEqual([...simulator.world.cases.values()]);
    expect(simulator.count()).toBe(400);
    expect((await find({})).length).toBe(400);
  });

  test('the stories are there, with the noise around them', async () => {
    const subjects = (await find({})).map(row => row.subject);
    expect(subjects).toContain('Malicious inbox rule hides replies for 3 finance users');
    expect(subjects.filter(subject => subject.startsWith('C2 domain resolved'))).toHaveLength(1);
  });

  test('empty is empty, large has 6,000', () => {
    expect(createTestSimulator('empty', 0).count()).toBe(0);
    expect(createTestSimulator('large', 6_000).count()).toBe(6_000);
  });
});
