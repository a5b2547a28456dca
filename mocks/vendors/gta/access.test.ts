import { expect, test } from 'vitest';
import { clientId, clientPassword } from './state.ts';
import { alertsPath, minuteMs, startSimulator } from './test-client.ts';

test('a token is given for Basic credentials and a form, says bearer in lower case, and lives 600 s', async () => {
  const { signIn } = await startSimulator();
  const { status, body } = await signIn();
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'bearer', expires_in: 600, scope: 'casebook' });
});

test('a token is given for credentials as JSON too', async () => {
  const { send } = await startSimulator();
  const body = { client_id: clientId, client_password: clientPassword, grant_type: 'client_credentials' };
  const answer = await send(
    'POST',
    '/iroh/oauth2/token',
    { 'content-type': 'application/json' },
    JSON.stringify(body),
  );
  expect(answer.status).toBe(200);
});

test('a wrong password is answered 400 invalid_client, not 401', async () => {
  const { send } = await startSimulator();
  const answer = await send(
    'POST',
    '/iroh/oauth2/token',
    {
      authorization: `Basic ${btoa(`${clientId}:wrong`)}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    'grant_type=client_credentials',
  );
  expect(answer).toEqual({
    status: 400,
    body: {
      error: 'invalid_client',
      error_description: 'unknown client',
      error_uri: 'https://tools.ietf.org/html/rfc6749#section-5.2',
    },
  });
});

test('the API refuses the token type as the token answer spells it', async () => {
  const { send, token } = await startSimulator();
  const lower = await send('GET', alertsPath, { authorization: `bearer ${token()}` });
  const upper = await send('GET', alertsPath, { authorization: `Bearer ${token()}` });
  expect([lower.status, upper.status]).toEqual([401, 200]);
});

test('a missing and an unknown token are answered 401', async () => {
  const { send } = await startSimulator();
  expect((await send('GET', alertsPath, {})).status).toBe(401);
  expect((await send('GET', alertsPath, { authorization: 'Bearer nonsense' })).status).toBe(401);
});

test('a token expires by the clock of the world', async () => {
  const { get, pass } = await startSimulator();
  pass(10 * minuteMs - 1);
  expect((await get(alertsPath)).status).toBe(200);
  pass(1);
  expect((await get(alertsPath)).status).toBe(401);
});

test('the app host tells the customer id for the same token', async () => {
  const { get } = await startSimulator();
  expect((await get('/auth/api-clients/me')).body).toEqual({ identity: { customerId: 'CTA0123456789' } });
});

test('another customer is forbidden', async () => {
  const { get } = await startSimulator();
  expect((await get('/alert-management/customer/CTA999/alerts')).status).toBe(403);
});
