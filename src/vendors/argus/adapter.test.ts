import { expect, test } from 'vitest';
import type { CheckReport } from '#domain/vendor.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { createTestWorld } from './test-world.ts';

const { signal } = new AbortController();

function failedStep(report: CheckReport) {
  const step = report.steps.find(item => item.state === 'failed');
  return [step?.label, step?.reason];
}

test('whoAmI is the owner of the key', async () => {
  expect(await createTestWorld(5).adapter.whoAmI(signal)).toEqual({ id: '1111', name: 'Mari Dahl' });
});

test('a check that passes says who and how many', async () => {
  const report = await createTestWorld(60).adapter.check(signal);
  expect(report.isPassed).toBe(true);
  expect(report.steps.map(step => [step.label, step.detail])).toEqual([
    ['Address answers', undefined],
    ['Certificate trusted', undefined],
    ['Argus answers', undefined],
    ['Key accepted', 'Mari Dahl, Demo SOC'],
    ['May read cases', 'Cases can be read: 60.'],
  ]);
});

test.each([
  ['a wrong key', 'wrong', ['Key accepted', 'credential-refused']],
  ['an expired key', apiKeys.expired, ['Key accepted', 'credential-expired']],
  ['a key bound to another network', apiKeys.wrongAddress, ['Key accepted', 'address-not-allowed-for-key']],
  ['no key', '', ['Key accepted', 'secret-missing']],
  ['a key of too low a security level', apiKeys.lowLevel, ['Key accepted', 'access.denied']],
  ['a key without the right to cases', apiKeys.withoutCases, ['May read cases', 'access.denied']],
])('a check tells %s apart', async (_, apiKey, expected) => {
  const report = await createTestWorld(5, { apiKey }).adapter.check(signal);
  expect(report.isPassed).toBe(false);
  expect(failedStep(report)).toEqual(expected);
});

test('a refused key is sent once, however often it is asked', async () => {
  const { adapter, sent } = createTestWorld(5, { apiKey: apiKeys.expired });
  for (let index = 0; index < 3; index += 1) {
    await expect(adapter.whoAmI(signal)).rejects.toMatchObject({
      code: 'unauthorized',
      reason: 'credential-expired',
    });
  }
  expect(sent).toHaveLength(1);
});

test('a case page: description, fields, tags and the portal', async () => {
  const { adapter, world } = createTestWorld(40);
  const record = [...world.cases.values()].find(item => item.subject.startsWith('Suspected ransomware'));
  const detail = await adapter.get(String(record?.id), signal);
  expect(detail.row).toMatchObject({
    number: String(record?.id),
    title: 'Suspected ransomware staging on backup host BKP-02',
    status: { value: 'in-progress', raw: 'workingSoc' },
    severity: { value: 'critical', raw: 'critical' },
    assignee: { name: 'Jonas Berg' },
    tenant: 'Brennmoen Kraft',
    tags: ['topic/sla'],
    dueAt: record?.techDueTimestamp,
    alertCount: 6,
  });
  expect(detail.description).toEqual({ format: 'html', text: record?.description });
  expect(detail.consoleUrl).toBe(`https://portal.mnemonic.no/spa/case/view/${record?.id}`);
  const fields = Object.fromEntries(detail.fields.map(field => [field.label, field.text]));
  expect(fields).toMatchObject({
    Service: 'Security Monitoring',
    Category: 'Malicious infection',
    Type: 'securityIncident',
    'My access': 'write, tech',
  });
});

test('a merged case says which was asked for', async () => {
  const { adapter, world } = createTestWorld(60);
  const merged = [...world.cases.values()].find(record => record.mergedInto !== null);
  const detail = await adapter.get(String(merged?.id), signal);
  expect(detail.row.id).toBe(String(merged?.mergedInto));
  expect(detail.redirectedFrom).toBe(String(merged?.id));
});

test('a case that is deleted, hidden or no number is not found', async () => {
  const { adapter, world } = createTestWorld(20);
  const gone = [...world.cases.values()].filter(record =>
    ['Opened by mistake', 'Personnel matter'].includes(record.subject),
  );
  expect(gone).toHaveLength(2);
  for (const id of [...gone.map(record => String(record.id)), '999', 'abc', '../x', '']) {
    await expect(adapter.get(id, signal)).rejects.toMatchObject({ code: 'not-found' });
  }
});

test('events that are down do not keep the case from being shown', async () => {
  const { adapter, world, hooks } = createTestWorld(20);
  const [id] = world.cases.keys();
  hooks.beforeSend = call =>
    call.path.startsWith('/events/') ? Response.json({ responseCode: 500 }, { status: 500 }) : undefined;
  const detail = await adapter.get(String(id), signal);
  expect(detail.row.alertCount).toBeNull();
  expect(detail.fields.some(field => field.label === 'Service')).toBe(true);
});

test('back-pressure is tried again; one that stays is unavailable', async () => {
  const { adapter, world, waits } = createTestWorld(20);
  world.switches.overloadedCalls = 2;
  expect(await adapter.whoAmI(signal)).toMatchObject({ name: 'Mari Dahl' });
  expect(waits).toHaveLength(2);
  world.switches.overloadedCalls = 9;
  await expect(adapter.whoAmI(signal)).rejects.toMatchObject({
    code: 'unavailable',
    retryable: true,
    status: 503,
  });
});

test('the browser cannot bring its own key or ask for everything', async () => {
  const { gateway, sent } = createTestWorld(5);
  const ask = (path: string, init?: RequestInit) =>
    gateway.fetch(new Request(`http://127.0.0.1/api/c/argus-1${path}`, init));
  expect((await ask('/cases/v2/case?limit=0')).status).toBe(400);
  expect((await ask('/cases/v2/case?limit=25&limit=5')).status).toBe(400);
  expect((await ask('/cases/v2/case/1/tags/key/value', { method: 'DELETE' })).status).not.toBe(200);
  expect(sent).toEqual([]);
  const answer = await ask('/currentuser/v1/user', { headers: { 'argus-api-key': 'mine' } });
  expect(await answer.json()).toMatchObject({ data: { name: 'Mari Dahl' } });
});
