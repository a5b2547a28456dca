import { expect, test } from 'vitest';
import { createClient } from './test-client.ts';
import { readerId } from './users.ts';

type Client = ReturnType<typeof createClient>;

async function counter(client: Client, list: string): Promise<number> {
  return (await client.get(`/case/${list}/state?cid=412`)).data.object_state;
}

test('a note update without content sets it to null', async () => {
  const client = createClient();
  await client.post('/case/notes/update/1?cid=412', { note_title: 'x' });
  expect((await client.get('/case/notes/1?cid=412')).data.note_content).toBeNull();
});

test('a note update takes no custom attributes and moves no counter, only its own time', async () => {
  const client = createClient();
  const before = await counter(client, 'notes');
  client.advance(5000);
  const body = { note_title: 'x', note_content: 'y', custom_attributes: { a: 1 } };
  await client.post('/case/notes/update/1?cid=412', body);
  expect((await client.get('/case/notes/1?cid=412')).data.custom_attributes).toEqual({});
  expect(await counter(client, 'notes')).toBe(before);
  const { groups } = (await client.get('/case/notes/groups/list?cid=412')).data;
  expect(groups[0].notes[0].note_lastupdate).toBe('Sun, 22 Nov 2026 08:04:05 GMT');
});

test('the list of notes has no content', async () => {
  const { groups } = (await createClient().get('/case/notes/groups/list?cid=412')).data;
  expect(groups[0].notes[0]).not.toHaveProperty('note_content');
});

test('a renamed group keeps its last update', async () => {
  const client = createClient();
  const before = (await client.get('/case/notes/groups/1?cid=412')).data.group_lastupdate;
  client.advance(5000);
  await client.post('/case/notes/groups/update/1?cid=412', { group_title: 'New' });
  expect((await client.get('/case/notes/groups/1?cid=412')).data).toMatchObject({
    group_title: 'New',
    group_lastupdate: before,
  });
});

test('deleting a group with a commented note is a 500 that orphans its notes', async () => {
  const client = createClient();
  await client.post('/case/notes/1/comments/add?cid=412', { comment_text: 'x' });
  expect((await client.post('/case/notes/groups/delete/1?cid=412')).status).toBe(500);
  const { groups } = (await client.get('/case/notes/groups/list?cid=412')).data;
  expect(groups[0]).toMatchObject({ group_id: 1, notes: [] });
  expect((await client.get('/case/notes/1?cid=412')).data.group_id).toBeNull();
});

test('a note search looks at content, by case, with SQL wildcards', async () => {
  const client = createClient();
  const hits = async (term: string) =>
    (await client.post('/case/notes/search?cid=412', { search_term: term })).data.length;
  expect(await hits('Session cookie')).toBe(1);
  expect(await hits('session cookie')).toBe(0);
  expect(await hits('First findings')).toBe(0);
  expect(await hits('%')).toBe(3);
  expect(await hits('S_ssion')).toBe(1);
});

test('notes are kept as they were sent, scripts and all', async () => {
  const { post } = createClient();
  const content = '<script>alert(1)</script> [x](javascript:alert(2))';
  const { data } = await post('/case/notes/add?cid=412', {
    note_title: 'x',
    note_content: content,
    group_id: 1,
  });
  expect(data.note_content).toBe(content);
});

test('from v2.4 on, note groups are gone', async () => {
  const { get } = createClient({ variant: { version: '2.4.0', apiMin: '2.0.4', apiCurrent: '2.0.4' } });
  expect((await get('/case/notes/groups/list?cid=412')).status).toBe(410);
});

const ioc = {
  ioc_type_id: 77,
  ioc_tlp_id: 1,
  ioc_value: '185.220.101.34',
  ioc_description: 'mine',
  ioc_tags: 'mine',
};

test('an IOC that exists anywhere keeps its old text, and yours is dropped with a 200', async () => {
  const client = createClient();
  const answer = await client.post('/case/ioc/add?cid=413', ioc);
  expect([answer.status, answer.message]).toEqual([
    200,
    'IOC already existed in DB. Updated with info on DB.',
  ]);
  expect(answer.data.ioc_description).toContain('Seen in AiTM');
  expect((await client.post('/case/ioc/add?cid=413', ioc)).message).toBe(
    'IOC already exists and linked to this case',
  );
});

test('an IOC is changed in every case that links to it', async () => {
  const client = createClient();
  const { data } = await client.post('/case/ioc/add?cid=413', ioc);
  await client.post(`/case/ioc/update/${data.ioc_id}?cid=413`, ioc);
  expect((await client.get(`/case/ioc/${data.ioc_id}?cid=412`)).data.ioc_description).toBe('mine');
});

test('deleting a shared IOC unlinks it and counts nothing; the last link deletes it', async () => {
  const client = createClient();
  const { data } = await client.post('/case/ioc/add?cid=413', ioc);
  const before = await counter(client, 'ioc');
  const unlinked = await client.post(`/case/ioc/delete/${data.ioc_id}?cid=412`);
  expect([unlinked.message, await counter(client, 'ioc')]).toEqual([`IOC ${data.ioc_id} unlinked`, before]);
  expect((await client.post(`/case/ioc/delete/${data.ioc_id}?cid=413`)).message).toBe(
    `IOC ${data.ioc_id} deleted`,
  );
});

test('`ioc_type` is a name in the list and a number elsewhere', async () => {
  const { get } = createClient();
  const [first] = (await get('/case/ioc/list?cid=412')).data.ioc;
  expect(first.ioc_type).toBe('domain');
  expect((await get(`/case/ioc/${first.ioc_id}?cid=412`)).data.ioc_type).toBe(20);
});

test('an asset added without a compromise state has null, which is not 0', async () => {
  const { post, get } = createClient();
  const { data } = await post('/case/assets/add?cid=1', {
    asset_name: 'nullc',
    asset_type_id: 1,
    analysis_status_id: 1,
  });
  expect(data.asset_compromise_status_id).toBeNull();
  const { assets } = (await get('/case/assets/list?cid=1')).data;
  expect(assets[0]).toMatchObject({ asset_compromise_status_id: null, ioc_links: null });
});

test('assets of one name in cases of one customer are linked, until a case has 300', async () => {
  const { post, get } = createClient();
  const asset = { asset_name: 'KYST-MAC-04', asset_type_id: 6, analysis_status_id: 1 };
  const { data: other } = await post('/manage/cases/add?cid=1', {
    case_customer: 5,
    case_name: 'Same customer',
    case_description: 'Text',
    case_soc_id: '',
  });
  await post(`/case/assets/add?cid=${other.case_id}`, asset);
  const links = async () => (await get('/case/assets/list?cid=413')).data.assets[0].link;
  expect(await links()).toMatchObject([{ case_id: other.case_id }]);
  for (let index = 0; index < 300; index += 1) {
    await post('/case/assets/add?cid=413', { ...asset, asset_name: `H-${index}` });
  }
  expect(await links()).toEqual([]);
});

test('an updated asset keeps what was not sent, replaces its links and moves in the list', async () => {
  const client = createClient();
  const body = { asset_name: 'WS-0412', asset_type_id: 9, analysis_status_id: 6, ioc_links: [] };
  await client.post('/case/assets/update/1?cid=412', body);
  const { assets } = (await client.get('/case/assets/list?cid=412')).data;
  expect(assets.at(-1)).toMatchObject({ asset_id: 1, asset_description: 'Where it began', ioc_links: null });
});

test('a case of another number has none of the objects: 400, never 404', async () => {
  const { get } = createClient();
  for (const path of ['assets/1', 'notes/1', 'ioc/1', 'tasks/1', 'evidences/1', 'timeline/events/1']) {
    expect((await get(`/case/${path}?cid=1`)).status).toBe(400);
  }
});

test('assignees without access are dropped in silence', async () => {
  const { post, get } = createClient();
  await post('/case/access/set-user?cid=412', { user_id: readerId, access_level: 1 });
  const body = { task_title: 'Look', task_status_id: 1, task_assignees_id: [11, readerId, 999] };
  const { data } = await post('/case/tasks/add?cid=412', body);
  const task = (await get(`/case/tasks/${data.id}?cid=412`)).data;
  expect(task.task_assignees.map((user: { id: number }) => user.id)).toEqual([11]);
});

test('a task update answers the assignees from before', async () => {
  const { post, get } = createClient();
  const body = { task_title: 'Revoke', task_status_id: 4, task_assignees_id: [12] };
  const { data } = await post('/case/tasks/update/1?cid=412', body);
  expect(data.task_assignees).toMatchObject([{ id: 11 }]);
  expect((await get('/case/tasks/1?cid=412')).data).toMatchObject({
    task_assignees: [{ id: 12 }],
    task_close_date: null,
  });
});

test('a task has a `task_id` in the list and an `id` alone', async () => {
  const { get } = createClient();
  expect((await get('/case/tasks/list?cid=412')).data.tasks[0]).not.toHaveProperty('id');
  expect((await get('/case/tasks/1?cid=412')).data).not.toHaveProperty('task_id');
});

test('evidence may be larger than 4 GiB, or of no known size', async () => {
  const { post } = createClient();
  const big = await post('/case/evidences/add?cid=412', { filename: 'mem.raw', file_size: 17_179_869_184 });
  expect(big.data.file_size).toBe(17_179_869_184);
  expect((await post('/case/evidences/add?cid=412', { filename: 'x.bin' })).data.file_size).toBeNull();
});
