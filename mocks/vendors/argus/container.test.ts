import { describe, expect, test } from 'vitest';
import { createAsker, createTestSimulator, send } from './ask.ts';
import { apiKeys } from './keys.ts';

const simulator = createTestSimulator('demo', 60);
const ask = createAsker(simulator);

describe('the response container', () => {
  test('a list says limit, offset, count and size, with 25 rows unless asked otherwise', async () => {
    const { status, body } = await ask('GET', '/cases/v2/case');
    expect(status).toBe(200);
    expect({ ...body, data: body.data.length }).toEqual({
      responseCode: 200,
      limit: 25,
      offset: 0,
      count: 60,
      size: 25,
      metaData: {},
      messages: [],
      data: 25,
    });
    expect(body).not.toHaveProperty('currentPage');
  });

  test('a single object has count and size 0', async () => {
    const { body } = await ask('GET', '/currentuser/v1/user');
    expect(body).toMatchObject({ responseCode: 200, limit: 0, offset: 0, count: 0, size: 0 });
    expect(body.data.name).toBe('Mari Dahl');
  });

  test('limit=0 is everything, up to the system limit', async () => {
    const { body } = await ask('GET', '/cases/v2/case?limit=0');
    expect(body).toMatchObject({ limit: 0, size: 60 });
    simulator.world.switches.mostRows = 59;
    const refused = await ask('GET', '/cases/v2/case?limit=0');
    simulator.world.switches.mostRows = 100_000;
    expect(refused.status).toBe(412);
  });

  test('a limit over 100,000 and a bad offset are two messages of one 412', async () => {
    const { status, body } = await ask('GET', '/cases/v2/case?limit=100001&offset=-1');
    expect(status).toBe(412);
    expect(body.data).toBeNull();
    expect(body.messages.map((message: { field: string }) => message.field)).toEqual(['limit', 'offset']);
    expect(body.messages[0]).toMatchObject({ type: 'FIELD_ERROR', parameter: '100001' });
  });

  test('count is -1 when counting timed out, 0 when it is not implemented', async () => {
    simulator.world.switches.isCountTimedOut = true;
    expect((await ask('GET', '/cases/v2/case')).body).toMatchObject({ count: -1, size: 25 });
    simulator.world.switches.isCountTimedOut = false;
    simulator.world.switches.isCountMissing = true;
    expect((await ask('GET', '/cases/v2/case')).body).toMatchObject({ count: 0, size: 25 });
    simulator.world.switches.isCountMissing = false;
  });

  test('count is -1 for words sought in all texts of a large archive', async () => {
    const large = createAsker(createTestSimulator('large', 1_500));
    expect((await large('GET', '/cases/v2/case?keywords=powershell')).body.count).toBe(-1);
    expect((await large('GET', '/cases/v2/case')).body.count).toBe(1_500);
  });

  test('a limit that is not honoured is echoed as applied', async () => {
    simulator.world.switches.largestPage = 10;
    expect((await ask('GET', '/cases/v2/case?limit=500')).body).toMatchObject({ limit: 10, size: 10 });
    simulator.world.switches.largestPage = 100_000;
  });

  test('every instant comes as a number and as an ISO string', async () => {
    const { data } = (await ask('GET', '/cases/v2/case?limit=1')).body;
    expect(new Date(data[0].createdTimestamp).toISOString()).toBe(data[0].createdTime);
  });

  test('an unknown address is 404, a case id that is no number is 412', async () => {
    expect((await ask('GET', '/cases/v3/case')).body).toMatchObject({
      responseCode: 404,
      messages: [{ messageTemplate: 'url.not.exist', type: 'ACTION_ERROR' }],
    });
    expect((await ask('GET', '/cases/v2/case/abc')).status).toBe(412);
    expect((await ask('GET', '/cases/v2/case/1')).status).toBe(404);
  });

  test('back-pressure is 503 without Retry-After, and the write was not handled', async () => {
    const { data } = (await ask('GET', '/cases/v2/case?status=pendingSoc&limit=1')).body;
    simulator.world.switches.overloadedCalls = 1;
    const response = await send(simulator, 'PUT', `/cases/v2/case/${data[0].id}`, { priority: 'critical' });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBeNull();
    expect((await ask('GET', `/cases/v2/case/${data[0].id}`)).body.data.lastUpdatedTimestamp).toBe(
      data[0].lastUpdatedTimestamp,
    );
  });
});

describe('API keys', () => {
  test.each([
    [null, 'User not authenticated'],
    ['1/2/wrong', 'Invalid API key'],
    [apiKeys.expired, 'API key has expired'],
    [apiKeys.wrongAddress, 'API key is not valid for source IP address 198.51.100.24'],
  ])('%s is 401 and the message says why', async (key, message) => {
    const { status, body } = await ask('GET', '/currentuser/v1/user', undefined, key);
    expect(status).toBe(401);
    expect(body.messages[0].message).toBe(message);
  });

  test('a key limited to other functions may not read cases', async () => {
    expect((await ask('GET', '/currentuser/v1/user', undefined, apiKeys.withoutCases)).status).toBe(200);
    expect((await ask('GET', '/cases/v2/case', undefined, apiKeys.withoutCases)).status).toBe(403);
  });

  test('an operation that needs a higher security level is 403', async () => {
    expect((await ask('GET', '/cases/v2/case', undefined, apiKeys.lowLevel)).status).toBe(403);
  });
});
