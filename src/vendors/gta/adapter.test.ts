import { expect, test } from 'vitest';
import { gta } from './index.ts';
import { startChain } from './test-chain.ts';

const signal = new AbortController().signal;

test('a record comes with what is known of its threat, its asset and its addresses', async () => {
  const { newAdapter, simulator } = startChain();
  const id = simulator.service.records.alerts[0]?.id ?? '';
  const detail = await newAdapter().get(id, signal);
  expect(detail.row).toMatchObject({
    connectionId: 'gta',
    number: 'c41f…9e2a',
    title: 'Cobalt Strike beacon: HELSE-LT-2207',
    severity: { value: 'critical', raw: 'Critical' },
    status: { value: 'new', raw: 'New' },
    alertCount: 3,
    tenant: null,
  });
  expect(detail.description?.text).toContain(
    'Cobalt Strike beacon on HELSE-LT-2207. Attack tool, Command and control. Severity Critical',
  );
  const fields = new Map(detail.fields.map(field => [field.label, field.text]));
  expect(fields.get('Addresses')).toBe('10.20.4.118');
  expect(fields.get('Customer')).toBe('CTA0123456789');
  expect(detail.consoleUrl).toBeNull();
});

test('a record that has aged out is not found', async () => {
  const { newAdapter } = startChain();
  await expect(newAdapter().get('0'.repeat(64), signal)).rejects.toMatchObject({ code: 'not-found' });
});

test('addresses that cannot be read do not take the record away', async () => {
  const { newAdapter, simulator } = startChain({
    intercept: request =>
      request.url.includes('/ip-assignments')
        ? Response.json({ error: 'Not Found' }, { status: 404 })
        : undefined,
  });
  const id = simulator.service.records.alerts[0]?.id ?? '';
  const detail = await newAdapter().get(id, signal);
  expect(detail.row.title).toBe('Cobalt Strike beacon: HELSE-LT-2207');
});

test('the customer id is looked up once, and not at all when it is given', async () => {
  const asked = startChain();
  await asked.newAdapter().get(asked.simulator.service.records.alerts[0]?.id ?? '', signal);
  expect(asked.sent.filter(line => line === 'GET /auth/api-clients/me')).toHaveLength(1);

  const given = startChain({ settings: { customerId: 'CTA0123456789' } });
  await given.newAdapter().get(given.simulator.service.records.alerts[0]?.id ?? '', signal);
  expect(given.sent).not.toContain('GET /auth/api-clients/me');
});

test('a check passes with the customer it found', async () => {
  const report = await startChain().newAdapter().check(signal);
  expect(report.isPassed).toBe(true);
  expect(report.steps.map(step => [step.label, step.detail])).toContainEqual([
    'API client accepted',
    'Customer CTA0123456789',
  ]);
});

test('a check says that the API client was refused, and that nothing after it was tried', async () => {
  const { newAdapter, sent } = startChain({ secrets: { clientPassword: 'wrong' } });
  const report = await newAdapter().check(signal);
  expect(report.steps.map(step => step.state)).toEqual([
    'passed',
    'passed',
    'passed',
    'failed',
    'not-tried',
    'not-tried',
  ]);
  expect(report.steps[3]?.reason).toBe('credential-refused');
  expect(sent).toEqual(['POST /iroh/oauth2/token']);
});

test('a check tells a login page from the API', async () => {
  const { newAdapter } = startChain({
    intercept: request =>
      request.url.includes('/auth/api-clients')
        ? new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
        : undefined,
  });
  const report = await newAdapter().check(signal);
  expect(report.steps[2]).toMatchObject({ state: 'failed', reason: 'not-the-api' });
});

test('a check says which customer may not be read', async () => {
  const report = await startChain({ settings: { customerId: 'CTA999' } })
    .newAdapter()
    .check(signal);
  expect(report.steps.find(step => step.state === 'failed')).toMatchObject({ label: 'May read alerts' });
});

test('nobody can be said to own an API client', async () => {
  expect(await startChain().newAdapter().whoAmI(signal)).toBeNull();
});

test('a token that expires during a session is replaced without anybody noticing', async () => {
  const { newAdapter, simulator, pass } = startChain();
  const adapter = newAdapter();
  const id = simulator.service.records.alerts[0]?.id ?? '';
  await adapter.get(id, signal);
  pass(11 * 60_000);
  expect((await adapter.get(id, signal)).row.id).toBe(id);
  expect(simulator.service.tokensIssued()).toBe(2);
});

test('a token that the service drops early is renewed once', async () => {
  const { newAdapter, simulator } = startChain();
  const adapter = newAdapter();
  const id = simulator.service.records.alerts[0]?.id ?? '';
  await adapter.get(id, signal);
  simulator.service.revokeTokens();
  expect((await adapter.get(id, signal)).row.id).toBe(id);
  expect(simulator.service.tokensIssued()).toBe(2);
});

test('every parameter of a path has its rule, and what writes may be sent twice', () => {
  for (const operation of Object.values<(typeof gta.operations)[keyof typeof gta.operations]>(
    gta.operations,
  )) {
    expect(operation.class).toBe(/^(PATCH|DELETE)$/.test(operation.method) ? 'I' : 'R');
    const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(match => match[1]);
    expect(Object.keys('params' in operation ? operation.params : {}).sort()).toEqual(names.sort());
  }
});
