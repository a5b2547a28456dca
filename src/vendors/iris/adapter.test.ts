import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import type { CheckReport } from '#domain/vendor.ts';
import { administratorKey, readerKey } from '#mocks/vendors/iris/users.ts';
import { consoleUrl } from './connection.ts';
import { createTestWorld } from './test-world.ts';

const { signal } = new AbortController();

function failedStep(report: CheckReport) {
  const step = report.steps.find(item => item.state === 'failed');
  return [step?.label, step?.reason];
}

test('whoAmI is read off the refusal of a case that nobody has', async () => {
  const { adapter, sent } = createTestWorld();
  expect(await adapter.whoAmI(signal)).toEqual({ id: '11', name: 'Mari Dahl' });
  expect(sent.map(call => call.path + call.search)).toEqual([
    '/case/exists?cid=999999999',
    '/manage/users/lookup/id/11?cid=1',
  ]);
});

test.each([
  ['an administrator', administratorKey, { id: '1', name: 'administrator' }],
  ['somebody who may only read', readerKey, { id: '21', name: 'Rea Der' }],
])('whoAmI works with the key of %s', async (_, apiKey, expected) => {
  expect(await createTestWorld({ apiKey }).adapter.whoAmI(signal)).toEqual(expected);
});

test('a check that passes says who, which version and how many', async () => {
  const report = await createTestWorld({ size: 30 }).adapter.check(signal);
  expect(report.isPassed).toBe(true);
  expect(report.steps.map(step => [step.label, step.detail])).toEqual([
    ['Address answers', undefined],
    ['Certificate trusted', undefined],
    ['IRIS answers', undefined],
    ['Key accepted', 'Mari Dahl'],
    ['Version fits', 'IRIS v2.0.0'],
    ['May read cases', 'Cases can be read: 30.'],
  ]);
});

test.each([
  ['a wrong key', { apiKey: 'wrong' }, ['Key accepted', 'credential-refused']],
  ['no key', { apiKey: '' }, ['Key accepted', 'secret-missing']],
  [
    'a version too old',
    { variant: { version: '1.4.5', apiMin: '1.0.0', apiCurrent: '1.0.4' } },
    ['Version fits', 'version-too-old'],
  ],
  [
    'a version without note groups',
    { variant: { version: '2.4.20', apiMin: '2.0.4', apiCurrent: '2.0.5' } },
    ['Version fits', 'version-too-new'],
  ],
  [
    'a web page',
    { answerInstead: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }) },
    ['IRIS answers', 'not-the-api'],
  ],
  [
    'a login page',
    { answerInstead: () => new Response(null, { status: 302, headers: { location: '/login' } }) },
    ['IRIS answers', 'redirected'],
  ],
])('a check tells %s apart', async (_, options, expected) => {
  const report = await createTestWorld(options).adapter.check(signal);
  expect(report.isPassed).toBe(false);
  expect(failedStep(report)).toEqual(expected);
});

test('a case page: description, fields, people and IRIS itself', async () => {
  const { adapter, askServer } = createTestWorld({ size: 30 });
  await askServer('/case/update-status?cid=412', { status_id: 2 });
  const detail = await adapter.get('412', signal);
  expect(detail.row).toMatchObject({
    connectionId: 'iris-1',
    id: '412',
    number: '#412',
    title: 'AiTM session theft and lateral move to SRV-FIN-07',
    status: { value: 'open', raw: '' },
    severity: { value: 'unknown', raw: '' },
    assignee: { id: '11', name: 'Mari Dahl' },
    tenant: 'Vidar Logistics',
    tags: ['aitm', 'lateral', 'bec'],
    createdAt: Date.parse('2026-11-22T05:02:00Z'),
    updatedAt: Date.parse('2026-11-22T08:03:00Z'),
    closedAt: null,
  });
  expect(detail.description).toMatchObject({ format: 'markdown' });
  expect(detail.consoleUrl).toBe('https://iris.example/case?cid=412');
  expect(detail.fields.map(field => [field.label, field.text])).toEqual([
    ['SOC id', 'SOC-2026-0412'],
    ['Outcome', 'True positive'],
    ['Classification', 'intrusion:domain-compromise'],
    ['Opened by', 'mari.dahl'],
    ['Open date', '2026-11-22'],
    ['Last change', 'case info updated, by mari.dahl'],
    ['Protagonist: Lead', 'Mari Dahl, mari.dahl@soc.example'],
    ['Protagonist: Customer', 'Eva Strand, eva.strand@vidar.example'],
    ['UUID', expect.stringMatching(/^[0-9a-f-]{36}$/)],
  ]);
});

test('a case that is gone, hidden or no number is one and the same', async () => {
  const { adapter, sent } = createTestWorld();
  for (const id of ['99999', '0', 'abc', '../1']) {
    await expect(adapter.get(id, signal)).rejects.toMatchObject({ code: 'not-found', retryable: false });
  }
  expect(sent.map(call => call.path)).toEqual(['/manage/cases/99999']);
});

test('every call names its case, in the query', async () => {
  const { adapter, sent } = createTestWorld();
  await adapter.check(signal);
  await adapter.get('412', signal);
  expect(sent.length).toBeGreaterThan(4);
  expect(sent.every(call => /[?&]cid=[1-9]\d*(&|$)/.test(call.search))).toBe(true);
});

test('a call without its case does not leave the gateway', async () => {
  const { gateway, sent } = createTestWorld();
  for (const search of ['', '?cid=', '?cid=0', '?cid=abc', '?cid=1&cid=2']) {
    const response = await gateway.fetch(new Request(`http://127.0.0.1/api/c/iris-1/case/ioc/list${search}`));
    expect(await response.json()).toMatchObject({ code: 'parameter-refused' });
  }
  expect(sent).toEqual([]);
});

test('the session cookie that IRIS sets never comes back to it, nor to the page', async () => {
  const { adapter, gateway, sent, simulator } = createTestWorld();
  const direct = await getResponse(
    simulator.handlers,
    new Request('https://iris.example/manage/cases/list?cid=1', {
      headers: { authorization: `Bearer ${simulator.connection.secrets['apiKey']}` },
    }),
  );
  expect(direct?.headers.get('set-cookie')).toContain('session=');
  await adapter.check(signal);
  const response = await gateway.fetch(
    new Request('http://127.0.0.1/api/c/iris-1/case/notes/search?cid=412', {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'session=casefold-simulated-1' },
      body: JSON.stringify({ search_term: 'cookie' }),
    }),
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(sent.every(call => call.cookie === null)).toBe(true);
});

test('a server on http has no address for people', async () => {
  const { context } = createTestWorld();
  expect(consoleUrl({ ...context.connection.settings, origin: 'http://127.0.0.1:8080' }, '412')).toBeNull();
});
