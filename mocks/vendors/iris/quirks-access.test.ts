import { expect, test } from 'vitest';
import { createClient } from './test-client.ts';
import { administratorKey, analystKey, readerId, readerKey } from './users.ts';

const html = 'text/html; charset=utf-8';

test('a key is taken with Bearer, without it, and in the query', async () => {
  const { bare } = createClient();
  for (const [path, authorization] of [
    ['/api/ping?cid=1', `Bearer ${analystKey}`],
    ['/api/ping?cid=1', analystKey],
    [`/api/ping?cid=1&api_key=${analystKey}`, ''],
  ] as const) {
    expect((await bare('GET', path, undefined, { headers: { authorization } })).status).toBe(200);
  }
});

test('a browser gets no header of CORS, not even for a preflight', async () => {
  const answer = await createClient().bare('OPTIONS', '/manage/cases/list', undefined, {});
  expect([answer.status, answer.headers.get('allow')]).toEqual([200, 'HEAD, GET, OPTIONS']);
  expect([...answer.headers.keys()].filter(name => name.startsWith('access-control'))).toEqual([]);
});

test('`data` is an empty list where there is nothing, and keys come sorted', async () => {
  const { text } = await createClient().get('/api/ping?cid=1');
  expect(text.trim()).toBe('{"data":[],"message":"pong","status":"success"}');
});

test('there are no pages: parameters for them are ignored', async () => {
  const { get } = createClient({ size: 30 });
  expect((await get('/manage/cases/list?cid=1&page=1&per_page=5')).data).toHaveLength(30);
});

test('permission endpoints set a session cookie, case endpoints do not', async () => {
  const { get } = createClient();
  expect((await get('/manage/cases/list?cid=1')).headers.get('set-cookie')).toMatch(
    /^session=.+; Secure; HttpOnly/,
  );
  expect((await get('/manage/customers/list?cid=1', { key: readerKey })).headers.has('set-cookie')).toBe(
    true,
  );
  expect((await get('/case/ioc/list?cid=412')).headers.has('set-cookie')).toBe(false);
  expect((await get('/manage/cases/412?cid=412')).headers.has('set-cookie')).toBe(false);
});

async function cookieOf(client: ReturnType<typeof createClient>, key: string): Promise<string> {
  const header = (await client.get('/api/ping?cid=1', { key })).headers.get('set-cookie') ?? '';
  return header.split(';')[0] ?? '';
}

test('a cookie that comes back turns every POST into a 400', async () => {
  const client = createClient();
  const cookie = await cookieOf(client, administratorKey);
  const answer = await client.post('/case/notes/search?cid=412', { search_term: 'x' }, { cookie });
  expect([answer.status, answer.message]).toEqual([400, 'Invalid CSRF token']);
});

test('a cookie that comes back turns a GET without cid into a 404', async () => {
  const client = createClient();
  const cookie = await cookieOf(client, administratorKey);
  const answer = await client.get('/case/ioc/list', { cookie });
  expect([answer.status, answer.message]).toEqual([404, 'Invalid case ID']);
});

test('a cookie that comes back changes the shape of the timeline', async () => {
  const client = createClient();
  const path = '/case/timeline/advanced-filter?cid=412&q=%7B%7D';
  const cookie = await cookieOf(client, administratorKey);
  expect(Object.keys((await client.get(path)).data)).toEqual(['state', 'timeline']);
  expect(Object.keys((await client.get(path, { cookie })).data)).toContain('tim');
});

test('permissions come from the cookie, not from the key: two connections would bleed into each other', async () => {
  const client = createClient();
  const cookie = await cookieOf(client, administratorKey);
  expect((await client.get('/manage/users/list?cid=1', { key: readerKey })).status).toBe(403);
  expect((await client.get('/manage/users/list?cid=1', { key: readerKey, cookie })).status).toBe(200);
});

test.each(['', '?cid=abc', '?cid=0'])(
  'a write with %j for its case lands in case 1, with a 200',
  async query => {
    const { post, get } = createClient();
    const answer = await post(`/case/tasklog/add${query}`, { log_content: 'lost' });
    expect([answer.status, answer.data.case_id]).toEqual([200, 1]);
    expect((await get('/case/activities/list?cid=1')).data[0].activity_desc).toBe('Lost');
  },
);

test('cid in the body counts only where the query has none; in both it is an unknown field', async () => {
  const { post, get } = createClient();
  const body = { ioc_type_id: 20, ioc_tlp_id: 1, ioc_value: 'both.example', cid: 412 };
  const both = await post('/case/ioc/add?cid=412', body);
  expect([both.status, both.data]).toEqual([400, { cid: ['Unknown field.'] }]);
  expect((await post('/case/ioc/add', body)).status).toBe(200);
  const values = (await get('/case/ioc/list?cid=412')).data.ioc.map(
    (ioc: { ioc_value: string }) => ioc.ioc_value,
  );
  expect(values).toContain('both.example');
});

test('a case that is not there and one that may not be seen look alike, and name the caller', async () => {
  const { get, post } = createClient();
  await post('/case/access/set-user?cid=412', { user_id: readerId, access_level: 1 });
  for (const cid of [412, 999_999_999]) {
    const answer = await get(`/case/ioc/list?cid=${cid}`, { key: readerKey });
    expect(answer).toMatchObject({ status: 403, message: 'Permission denied' });
    expect(answer.data).toEqual({ case_id: cid, user_id: readerId, error_uuid: expect.any(String) });
  }
});

test('on permission endpoints any cid passes', async () => {
  expect((await createClient().get('/manage/cases/list?cid=9999')).status).toBe(200);
});

test('a read-only key reads and searches, and may write nothing', async () => {
  const { get, post } = createClient();
  await post('/case/access/set-user?cid=412', { user_id: readerId, access_level: 2 });
  const ask = { key: readerKey };
  const listed = (await get('/manage/cases/list?cid=1', ask)).data;
  expect(listed.find((item: { case_id: number }) => item.case_id === 412).access_level).toBe(2);
  expect((await get('/case/ioc/list?cid=412', ask)).status).toBe(200);
  expect((await post('/case/notes/search?cid=412', { search_term: 'x' }, ask)).status).toBe(200);
  expect((await post('/case/notes/1/comments/add?cid=412', { comment_text: 'x' }, ask)).status).toBe(403);
  expect((await post('/manage/cases/close/412?cid=412', {}, ask)).status).toBe(403);
});

test('an analyst may not list customers, users or groups, nor search everywhere', async () => {
  const { get, post } = createClient();
  for (const path of ['/manage/customers/list', '/manage/users/list', '/manage/groups/list']) {
    expect(await get(`${path}?cid=1`, { key: analystKey })).toMatchObject({ status: 403, data: [] });
  }
  expect((await post('/search?cid=1', { search_type: 'ioc' }, { key: analystKey })).status).toBe(403);
});

test('a bad key on a page is sent to the login, a good one breaks the page', async () => {
  const { get } = createClient();
  const bad = await get('/case?cid=1', { key: 'bad' });
  expect([bad.status, bad.headers.get('location')]).toEqual([302, '/login']);
  expect((await get('/case?cid=1')).status).toBe(500);
});

test('what is unknown is an HTML 404, or JSON to who sent JSON', async () => {
  const { get, post } = createClient();
  for (const path of [
    '/case/nope',
    '/manage/cases/list/',
    '/manage/cases/abc',
    '/alerts/filter',
    '/api/v2/cases',
  ]) {
    const answer = await get(`${path}?cid=1`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, html]);
  }
  expect(await post('/case/nope?cid=1')).toMatchObject({ status: 404, message: 'Resource not found' });
});

test('GET where a POST is meant is an HTML 405 that names the methods', async () => {
  const { get } = createClient();
  for (const path of ['/manage/cases/close/412', '/manage/cases/reopen/412', '/case/assets/delete/1']) {
    const answer = await get(`${path}?cid=412`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([405, html]);
    expect(answer.headers.get('allow')?.split(', ').sort()).toEqual(['OPTIONS', 'POST']);
  }
});

test('a global task deleted without JSON is a 400, and is gone', async () => {
  const { post, get, bare } = createClient();
  await post('/global/tasks/add?cid=1', {
    task_assignee_id: 11,
    task_status_id: 1,
    task_title: 'Rotate keys',
  });
  const answer = await bare('POST', '/global/tasks/delete/1?cid=1', undefined, {});
  expect([answer.status, answer.headers.get('content-type')]).toEqual([400, html]);
  expect((await get('/global/tasks/list?cid=1')).data.tasks).toEqual([]);
});

test('the whole world is the same each time it is made', async () => {
  const one = await createClient({ size: 60 }).get('/manage/cases/list?cid=1');
  const other = await createClient({ size: 60 }).get('/manage/cases/list?cid=1');
  expect(one.text).toBe(other.text);
});
