import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import type { CheckReport } from '#domain/vendor.ts';
import { incydrAccounts } from '#mocks/vendors/incydr/accounts.ts';
import { createTestWorld, logins, pullAll } from './test-world.ts';

const { signal } = new AbortController();
const uid = '421380797518239242';
const { twoFactor, withoutRole } = incydrAccounts;
const hourMs = 3_600_000;

function legacy(login: { settings: object; secrets: Record<string, string> }) {
  return { settings: { ...login.settings, api: 'legacy' }, secrets: login.secrets };
}

function failedStep(report: CheckReport) {
  const step = report.steps.find(item => item.state === 'failed');
  return [step?.label, step?.reason];
}

function codeAt(timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(twoFactor.totpSecret) }).generate({ timestamp });
}

async function typeCode(world: ReturnType<typeof createTestWorld>, totp: string): Promise<number> {
  const request = new Request('http://127.0.0.1/api/connections/incydr-1/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ totp }),
  });
  return (await world.gateway.fetch(request)).status;
}

async function findId(world: ReturnType<typeof createTestWorld>, title: string): Promise<string> {
  const rows = (await pullAll(world.adapter)).flatMap(page => page.rows);
  return rows.find(row => row.title.startsWith(title))?.id ?? '';
}

test.each([
  ['the current API as a user', logins.user, 'GET /v1/auth'],
  ['the current API as a client', logins.client, 'POST /v1/oauth?grant_type=client_credentials'],
  ['the legacy API as a user', legacy(logins.user), 'GET /c42api/v3/auth/jwt?useBody=true'],
  [
    'the legacy API as a client',
    legacy(logins.client),
    'POST /api/v3/oauth/token?grant_type=client_credentials',
  ],
])('signs in to %s once', async (_, login, call) => {
  const world = createTestWorld(600, login);
  await pullAll(world.adapter, null, 'all');
  await pullAll(world.adapter, null, 'all');
  expect(world.sent.filter(each => each.includes('auth'))).toEqual([call]);
});

test('a client is signed in anew before its 15 minutes are over, a user before the hour is', async () => {
  for (const [login, lifeMs] of [
    [logins.client, 900_000],
    [logins.user, hourMs],
  ] as const) {
    const world = createTestWorld(5, login);
    await pullAll(world.adapter);
    world.advance(lifeMs - 90_000);
    await pullAll(world.adapter);
    expect(world.sent.filter(call => call.includes('auth'))).toHaveLength(1);
    world.advance(60_000);
    await pullAll(world.adapter);
    expect(world.sent.filter(call => call.includes('auth'))).toHaveLength(2);
  }
});

test('a refused password is sent once, however often the cases are asked for', async () => {
  const world = createTestWorld(5, { settings: logins.user.settings, secrets: { password: 'wrong' } });
  for (let index = 0; index < 3; index += 1) {
    await expect(pullAll(world.adapter)).rejects.toMatchObject({
      code: 'unauthorized',
      reason: 'credential-refused',
    });
  }
  expect(world.sent).toEqual(['GET /v1/auth']);
});

test('a user with two-factor sign-in is asked for a code, and nothing is sent before it is there', async () => {
  const world = createTestWorld(5, logins.twoFactor);
  await expect(pullAll(world.adapter)).rejects.toMatchObject({
    code: 'unauthorized',
    reason: 'totp-required',
  });
  expect(world.sent).toEqual([]);
  expect(await typeCode(world, codeAt(world.now()))).toBe(204);
  expect((await pullAll(world.adapter)).flatMap(page => page.rows)).toHaveLength(5);
  expect(world.sent.filter(call => call.includes('auth'))).toHaveLength(1);
});

test('a wrong code is asked for again, sent once', async () => {
  const world = createTestWorld(5, logins.twoFactor);
  expect(await typeCode(world, '000000')).toBe(424);
  await expect(pullAll(world.adapter)).rejects.toMatchObject({ reason: 'totp-required' });
  expect(world.sent).toEqual(['GET /v1/auth']);
  expect(await typeCode(world, codeAt(world.now()))).toBe(204);
  expect((await pullAll(world.adapter)).length).toBeGreaterThan(0);
});

test('a used code is refused and costs nothing: what is signed in stays signed in', async () => {
  const world = createTestWorld(5, logins.twoFactor);
  const code = codeAt(world.now());
  expect(await typeCode(world, code)).toBe(204);
  expect(await typeCode(world, code)).toBe(424);
  expect((await pullAll(world.adapter)).length).toBeGreaterThan(0);
  expect(world.sent.filter(call => call === 'GET /v1/auth')).toHaveLength(2);
});

test('after an hour a new code is needed: the old one is never sent again', async () => {
  const world = createTestWorld(5, logins.twoFactor);
  await typeCode(world, codeAt(world.now()));
  await pullAll(world.adapter);
  world.advance(hourMs);
  await expect(pullAll(world.adapter)).rejects.toMatchObject({ reason: 'totp-required' });
  expect(world.sent.filter(call => call.includes('auth'))).toHaveLength(1);
});

test.each([
  ['list', 'gateway'],
  ['detail', 'gateway'],
  ['list', 'legacy'],
  ['detail', 'legacy'],
])('uids that come as bare numbers keep every digit: %s, %s', async (where, api) => {
  const world = createTestWorld(60, {
    settings: { ...logins.user.settings, api },
    secrets: logins.user.secrets,
    habits: { hasBareUids: true },
  });
  const id = await findId(world, 'Q4-forecast');
  if (where === 'list') {
    const rows = (await pullAll(world.adapter)).flatMap(page => page.rows);
    expect(rows.find(row => row.id === id)?.assignee).toEqual({
      id: '421380797518239214',
      name: 'sara.lund@soc.example',
    });
    return;
  }
  const detail = await world.adapter.get(id, signal);
  expect(detail.fields).toContainEqual({ label: 'Subject id', text: uid, kind: 'mono' });
});

test('rows carry the customer of the tenant, asked for once', async () => {
  const world = createTestWorld(60);
  await pullAll(world.adapter);
  const rows = (await pullAll(world.adapter)).flatMap(page => page.rows);
  expect(new Set(rows.map(row => row.tenant))).toEqual(new Set(['Nordisk Holding']));
  expect(world.sent.filter(call => call === 'GET /v1/customer')).toHaveLength(1);
});

test('rows do without a customer where that is forbidden', async () => {
  const world = createTestWorld(10);
  world.hooks.beforeSend = path =>
    path === '/v1/customer' ? new Response(null, { status: 403 }) : undefined;
  const rows = (await pullAll(world.adapter)).flatMap(page => page.rows);
  expect(rows).toHaveLength(10);
  expect(rows[0]?.tenant).toBeNull();
});

test('a case page has what list rows lack', async () => {
  const world = createTestWorld(60);
  const detail = await world.adapter.get(await findId(world, 'Departing employee'), signal);
  expect(detail.row).toMatchObject({
    title: 'Departing employee: 2.4 GB of source to Dropbox',
    status: { value: 'open', raw: 'OPEN' },
    severity: { value: 'unknown', raw: '' },
    assignee: { name: 'sara.lund@soc.example' },
    tags: [],
    expiresAt: Date.parse('2027-02-20T00:00:00Z'),
  });
  expect(detail.description).toEqual({ format: 'text', text: expect.stringContaining('leaves on Friday') });
  expect(detail.consoleUrl).toBeNull();
  const fields = Object.fromEntries(detail.fields.map(field => [field.label, field.text]));
  expect(fields).toMatchObject({
    Subject: 'r.fossum@kystlab.example',
    'Created by id': '806150685834341101',
    'Created by': '05c28ad3-7eca-4d99-8bb7-a5d0995806c8',
  });
});

test.each([
  ['gateway', '4711'],
  ['legacy', '4711'],
  ['gateway', 'not-a-number'],
])('%s: case %s is not found', async (api, id) => {
  const world = createTestWorld(5, {
    settings: { ...logins.user.settings, api },
    secrets: logins.user.secrets,
  });
  await expect(world.adapter.get(id, signal)).rejects.toMatchObject({ code: 'not-found' });
});

test('the limit of 120 requests a minute comes with the time to wait', async () => {
  const world = createTestWorld(5);
  const ids = Array.from({ length: 119 }, () => '1');
  for (const id of ids) await world.adapter.get(id, signal);
  world.advance(15_000);
  await expect(pullAll(world.adapter)).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 45_000 });
});

test('a check that passes says who and how many', async () => {
  const report = await createTestWorld(60).adapter.check(signal);
  expect(report.isPassed).toBe(true);
  expect(report.steps.map(step => [step.label, step.detail])).toEqual([
    ['Address answers', undefined],
    ['Certificate trusted', undefined],
    ['Incydr API answers', undefined],
    ['Sign-in accepted', 'mari.dahl@soc.example'],
    ['May read cases', '60 cases'],
  ]);
});

test.each([
  [
    'a wrong password',
    { settings: logins.user.settings, secrets: { password: 'wrong' } },
    ['Sign-in accepted', 'credential-refused'],
  ],
  ['no password', { settings: logins.user.settings }, ['Sign-in accepted', 'secret-missing']],
  ['a missing one-time code', logins.twoFactor, ['Sign-in accepted', 'totp-required']],
  [
    'a user without role',
    {
      settings: { login: 'user', username: withoutRole.username },
      secrets: { password: withoutRole.password },
    },
    ['May read cases', '403'],
  ],
])('a check tells %s apart', async (_, options, expected) => {
  const report = await createTestWorld(5, options).adapter.check(signal);
  expect(report.isPassed).toBe(false);
  expect(failedStep(report)).toEqual(expected);
});

test('a check tells a login page and an API that is not there from a refused sign-in', async () => {
  const page = createTestWorld(5);
  page.hooks.beforeSend = path =>
    path === '/v1/cases'
      ? new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })
      : undefined;
  expect(failedStep(await page.adapter.check(signal))).toEqual(['Incydr API answers', 'not-the-api']);

  const nothing = createTestWorld(5);
  nothing.hooks.beforeSend = path => (path === '/v1/cases' ? new Response(null, { status: 404 }) : undefined);
  expect(failedStep(await nothing.adapter.check(signal))).toEqual(['Incydr API answers', '404']);
});

test('whoAmI is the user who signs in; a client is nobody', async () => {
  const user = { id: 'mari.dahl@soc.example', name: 'mari.dahl@soc.example' };
  expect(await createTestWorld(1).adapter.whoAmI(signal)).toEqual(user);
  expect(await createTestWorld(1, logins.client).adapter.whoAmI(signal)).toBeNull();
});
