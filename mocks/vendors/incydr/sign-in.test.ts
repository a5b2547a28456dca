import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { incydrAccounts } from './accounts.ts';
import { basic, createTestWorld } from './test-world.ts';

const { analyst, twoFactor, client, withoutRole } = incydrAccounts;
const legacyPath = '/c42api/v3/auth/jwt?useBody=true';

function codeAt(timestamp: number): string {
  return new TOTP({ secret: Secret.fromBase32(twoFactor.totpSecret) }).generate({ timestamp });
}

describe('signing in', () => {
  it('answers the token under another key per flow', async () => {
    const world = createTestWorld();
    const user = { authorization: basic(analyst.username, analyst.password) };
    const legacy = await world.send('GET', legacyPath, user);
    const gateway = await world.send('GET', '/v1/auth', user);
    const machine = await world.send('POST', '/v1/oauth?grant_type=client_credentials', {
      authorization: basic(client.clientId, client.clientSecret),
    });
    expect(legacy.body).toEqual({ v3_user_token: expect.any(String) });
    expect(gateway.body).toEqual({ bearerToken: expect.any(String) });
    expect(machine.body).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: 900 });
  });

  it('refuses a wrong password with a 401 that says nothing', async () => {
    const world = createTestWorld();
    const wrong = { authorization: basic(analyst.username, 'no') };
    expect(await world.send('GET', '/v1/auth', wrong)).toMatchObject({ status: 401, text: '' });
    expect(await world.send('GET', legacyPath, wrong)).toMatchObject({ status: 401, text: '' });
  });

  it('does not say in its 401 that a one-time code is missing', async () => {
    const world = createTestWorld();
    const headers = { authorization: basic(twoFactor.username, twoFactor.password) };
    expect(await world.send('GET', '/v1/auth', headers)).toMatchObject({ status: 401, text: '' });
    const withCode = { ...headers, 'totp-auth': codeAt(world.clock.now) };
    expect(await world.send('GET', '/v1/auth', withCode)).toMatchObject({ status: 200 });
  });

  it('takes a one-time code once', async () => {
    const world = createTestWorld();
    const headers = {
      authorization: basic(twoFactor.username, twoFactor.password),
      'totp-auth': codeAt(world.clock.now),
    };
    expect((await world.send('GET', '/v1/auth', headers)).status).toBe(200);
    expect((await world.send('GET', '/v1/auth', headers)).status).toBe(401);
    world.clock.now += 30_000;
    const next = { ...headers, 'totp-auth': codeAt(world.clock.now) };
    expect((await world.send('GET', legacyPath, next)).status).toBe(200);
  });

  it('takes a client by Basic without grant type, by form only with one', async () => {
    const world = createTestWorld();
    const authorization = basic(client.clientId, client.clientSecret);
    const form = (grant: string) =>
      `${grant}client_id=${client.clientId}&client_secret=${client.clientSecret}`;
    const post = (headers: Record<string, string>, path = '', body?: string) =>
      world.send('POST', `/v1/oauth${path}`, headers, body);
    expect((await post({ authorization })).status).toBe(200);
    expect((await post({}, '', form('grant_type=client_credentials&'))).status).toBe(200);
    expect((await post({}, '', form(''))).status).toBe(400);
    expect((await post({ authorization }, '?grant_type=password')).status).toBe(400);
    expect((await post({ authorization: basic(client.clientId, 'no') })).status).toBe(401);
  });

  it('takes a client at the legacy console', async () => {
    const world = createTestWorld();
    const authorization = basic(client.clientId, client.clientSecret);
    const path = '/api/v3/oauth/token';
    expect(
      (await world.send('POST', `${path}?grant_type=client_credentials`, { authorization })).status,
    ).toBe(200);
    expect((await world.send('POST', path, { authorization })).status).toBe(400);
  });
});

describe('tokens', () => {
  it('refuses a call without token and with the token of the other generation', async () => {
    const world = createTestWorld();
    expect((await world.send('GET', '/v1/cases?pgSize=1')).status).toBe(401);
    const authorization = `Bearer ${await world.signIn('legacy')}`;
    expect((await world.send('GET', '/v1/cases?pgSize=1', { authorization })).status).toBe(401);
    expect((await world.send('GET', '/api/v1/case?pgSize=1', { authorization })).status).toBe(200);
  });

  it('lets a user token live for one hour', async () => {
    const world = createTestWorld();
    const call = await world.as('legacy');
    world.clock.now += 3_599_000;
    expect((await call('GET', '/api/v1/case?pgSize=1')).status).toBe(200);
    world.clock.now += 1_000;
    expect((await call('GET', '/api/v1/case?pgSize=1')).status).toBe(401);
  });

  it('lets a client token live for 15 minutes', async () => {
    const world = createTestWorld();
    const answer = await world.send('POST', '/v1/oauth', {
      authorization: basic(client.clientId, client.clientSecret),
    });
    const authorization = `Bearer ${(answer.body as { access_token: string }).access_token}`;
    world.clock.now += 899_000;
    expect((await world.send('GET', '/v1/customer', { authorization })).status).toBe(200);
    world.clock.now += 1_000;
    expect((await world.send('GET', '/v1/customer', { authorization })).status).toBe(401);
  });

  it('refuses with 403 who has no role for cases', async () => {
    const world = createTestWorld();
    const { body } = await world.send('GET', '/v1/auth', {
      authorization: basic(withoutRole.username, withoutRole.password),
    });
    const authorization = `Bearer ${(body as { bearerToken: string }).bearerToken}`;
    expect((await world.send('GET', '/v1/cases?pgSize=1', { authorization })).status).toBe(403);
  });

  it('answers 429 with retry-after beyond 120 requests a minute', async () => {
    const world = createTestWorld(1);
    const call = await world.as('gateway');
    for (let index = 0; index < 120; index += 1) expect((await call('GET', '/v1/customer')).status).toBe(200);
    world.clock.now += 20_000;
    const refused = await call('GET', '/v1/customer');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    world.clock.now += 40_000;
    expect((await call('GET', '/v1/customer')).status).toBe(200);
  });
});
