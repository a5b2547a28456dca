import { expect, test } from 'vitest';
import { createTestWorld, logins } from './test-world.ts';

const whole = { name: 'n', description: null, findings: null, subject: null, assignee: null, status: 'OPEN' };

async function call(method: string, path: string, body?: object) {
  const world = createTestWorld(60, logins.user);
  const request = new Request(`http://127.0.0.1/api/c/incydr-1${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const response = await world.gateway.fetch(request);
  const answer = response.status === 204 ? null : ((await response.json()) as { code?: string });
  return { status: response.status, code: answer?.code, sent: world.sent };
}

test.each([
  [
    'a list without pgSize, which would be everything',
    'GET',
    '/v1/cases?pgNum=1',
    undefined,
    'parameter-refused',
  ],
  [
    'an interval with something else in it',
    'GET',
    '/v1/cases?pgSize=1&updatedAt=a/b',
    undefined,
    'parameter-refused',
  ],
  ['a case that is no number', 'GET', '/v1/cases/1x', undefined, 'parameter-refused'],
  ['a file event id with a path in it', 'GET', '/v1/cases/1/fileevent/..%2f..%2fx', undefined, 'not-listed'],
  [
    'a case that would be replaced without status',
    'PUT',
    '/v1/cases/1',
    { ...whole, status: undefined },
    'body-refused',
  ],
  [
    'one that would lose its findings',
    'PUT',
    '/v1/cases/1',
    { ...whole, findings: undefined },
    'body-refused',
  ],
  ['a uid that is a number', 'PUT', '/v1/cases/1', { ...whole, subject: 42 }, 'body-refused'],
  ['another call of the vendor', 'GET', '/v1/alerts', undefined, 'not-listed'],
])('%s is refused and not sent', async (_, method, path, body, code) => {
  expect(await call(method, path, body)).toMatchObject({ code, sent: [] });
});

test.each(['/v1/cases', '/api/v1/case'])('a whole case may be put to %s', async root => {
  const { sent } = await call('PUT', `${root}/1`, whole);
  expect(sent).toContain(`PUT ${root}/1`);
});

test('a file event is asked for by an id that holds double quotes, encoded', async () => {
  const id = encodeURIComponent('0_"147e9445-2f30"_97_1');
  const { sent, status } = await call('GET', `/v1/cases/1/fileevent/${id}`);
  expect(sent).toContain(`GET /v1/cases/1/fileevent/${id}`);
  expect(status).toBe(404);
});
