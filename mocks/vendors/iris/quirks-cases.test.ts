import { crc32 as zlibCrc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from './crc32.ts';
import { createClient } from './test-client.ts';
import { analystKey } from './users.ts';

type Client = ReturnType<typeof createClient>;
const newCase = { case_customer: 2, case_name: 'Made here', case_description: 'Text', case_soc_id: '' };

async function listed(client: Client, id: number) {
  const { data } = await client.get('/manage/cases/list?cid=1');
  return data.find((item: { case_id: number }) => item.case_id === id);
}

const read = async (client: Client, id: number) => (await client.get(`/manage/cases/${id}?cid=${id}`)).data;

test('the list has no outcome, severity, tags or times', async () => {
  const row = await listed(createClient(), 412);
  for (const key of [
    'status',
    'status_id',
    'severity',
    'case_tags',
    'tags',
    'modification_history',
    'initial_date',
  ]) {
    expect(row).not.toHaveProperty(key);
  }
});

test('the list has whole summaries in it', async () => {
  expect((await listed(createClient(), 412)).case_description).toContain('adversary-in-the-middle');
});

test('cases come by open date, and an edited one after the others of its day', async () => {
  const client = createClient({ size: 60 });
  const order = async () => {
    const { data } = await client.get('/manage/cases/list?cid=1');
    return data.map((item: { case_id: number; case_open_date: string }) => [
      item.case_open_date,
      item.case_id,
    ]);
  };
  const before = await order();
  const days = before.map(([date]: [string]) => date.slice(6) + date.slice(0, 5));
  expect(days).toEqual([...days].sort());
  expect(before.at(-1)[1]).toBe(413);
  await client.post('/manage/cases/update/412?cid=412', { case_name: 'Edited' });
  expect((await order()).at(-1)[1]).toBe(412);
});

test('one day is written in five ways', async () => {
  const client = createClient();
  await client.post('/manage/cases/close/413?cid=413');
  expect(await listed(client, 413)).toMatchObject({
    case_open_date: '11/22/2026',
    case_close_date: '11/22/2026',
  });
  expect((await listed(client, 412)).case_close_date).toBe('');
  const overview = (await client.get('/overview/filter?cid=1')).data;
  expect(overview.find((item: { case_id: number }) => item.case_id === 412).case_open_date).toBe(
    '22-11-2026',
  );
  expect((await client.get('/dashboard/case_charts?cid=1')).data[0]).toContain('22/11/2026');
  expect(await read(client, 413)).toMatchObject({
    open_date: 'Sun, 22 Nov 2026 00:00:00 GMT',
    close_date: 'Sun, 22 Nov 2026 00:00:00 GMT',
    initial_date: 'Sun, 22 Nov 2026 07:24:00 GMT',
  });
  expect((await client.post('/manage/cases/reopen/413?cid=413')).data).toMatchObject({
    open_date: '2026-11-22',
    close_date: null,
  });
});

test('the overview has open cases only', async () => {
  const client = createClient();
  await client.post('/manage/cases/close/412?cid=412');
  const { data } = await client.get('/overview/filter?cid=1');
  expect(data.map((item: { case_id: number }) => item.case_id)).not.toContain(412);
});

test('an update without a name stores "None"; with the listed name it gets a second prefix', async () => {
  const client = createClient();
  await client.post('/manage/cases/update/412?cid=412', { case_soc_id: 'x' });
  expect((await listed(client, 412)).case_name).toBe('#412 - None');
  await client.post('/manage/cases/update/412?cid=412', { case_name: '#412 - AiTM' });
  expect((await listed(client, 412)).case_name).toBe('#412 - #412 - AiTM');
});

test('a new case silently loses its tags and protagonists', async () => {
  const client = createClient();
  const body = { ...newCase, case_tags: 'a,b', protagonists: [{ role: 'x', name: 'y', contact: 'z' }] };
  const { status, data } = await client.post('/manage/cases/add?cid=1', body);
  expect(status).toBe(200);
  expect(await read(client, data.case_id)).toMatchObject({ case_tags: '', protagonists: [] });
});

test('a new case with an owner or an outcome is refused in the words of Python', async () => {
  const { post } = createClient();
  const answer = await post('/manage/cases/add?cid=1', { ...newCase, owner_id: 11 });
  expect(answer).toMatchObject({ status: 400, message: 'Error creating case' });
  expect(answer.data[0]).toContain("unexpected keyword argument 'owner_id'");
});

test('a name that is too long with its prefix leaves a case that nobody can see', async () => {
  const client = createClient({ size: 30 });
  const answer = await client.post('/manage/cases/add?cid=1', { ...newCase, case_name: 'z'.repeat(256) });
  expect(answer.status).toBe(400);
  expect((await client.get('/manage/cases/list?cid=1')).data).toHaveLength(30);
  expect((await client.post('/manage/cases/add?cid=1', newCase)).data.case_id).toBe(415);
  expect((await client.get('/manage/cases/414?cid=414')).status).toBe(403);
});

test('a name that is too long with its prefix is refused in an update, and nothing of it is kept', async () => {
  const client = createClient();
  const before = await read(client, 412);
  const body = { case_name: 'z'.repeat(250), case_soc_id: 'x' };
  expect((await client.post('/manage/cases/update/412?cid=412', body)).status).toBe(400);
  expect(await read(client, 412)).toEqual(before);
});

test('tags are stored without the space around them, and each once', async () => {
  const client = createClient();
  const body = { case_name: 'x', case_tags: 'aitm, lateral ,bec,,bec' };
  await client.post('/manage/cases/update/412?cid=412', body);
  expect((await read(client, 412)).case_tags).toBe('aitm,lateral,bec');
});

test('every user gets full access to a new case', async () => {
  const client = createClient();
  const { data } = await client.post('/manage/cases/add?cid=1', newCase);
  const users = (await client.get(`/case/users/list?cid=${data.case_id}`)).data;
  expect(users.every((user: { user_access_level: number }) => user.user_access_level === 4)).toBe(true);
});

test('closing sets the day alone, whatever it was; the outcome stays, and twice is no error', async () => {
  const client = createClient();
  await client.post('/case/update-status?cid=412', { status_id: 2 });
  for (const count of [2, 3, 4]) {
    client.advance(1000);
    const { status, data } = await client.post('/manage/cases/close/412?cid=412');
    expect(status).toBe(200);
    expect(data).toMatchObject({ close_date: '2026-11-22', status_id: 2 });
    expect(Object.keys(data.modification_history)).toHaveLength(count + 1);
  }
});

test('update takes any outcome, the outcome call only those there are', async () => {
  const client = createClient();
  await client.post('/manage/cases/update/412?cid=412', { case_name: 'x', status_id: 7 });
  expect((await read(client, 412)).status_id).toBe(7);
  const answer = await client.post('/case/update-status?cid=412', { status_id: 7 });
  expect([answer.status, answer.message]).toEqual([400, 'Invalid status']);
});

test('a tag of another case cannot be taken away, and the other fields are saved by then', async () => {
  const client = createClient();
  await client.post('/manage/cases/update/413?cid=413', { case_name: 'x', case_tags: 'insider,aitm' });
  const body = { case_name: 'Renamed', case_tags: 'lateral,bec' };
  const answer = await client.post('/manage/cases/update/412?cid=412', body);
  expect(answer.status).toBe(400);
  expect(answer.data).toContain('psycopg2');
  expect(await read(client, 412)).toMatchObject({
    case_name: '#412 - Renamed',
    case_tags: 'aitm,lateral,bec',
  });
});

test('absent protagonists and tags stay, an empty list clears', async () => {
  const client = createClient();
  await client.post('/manage/cases/update/412?cid=412', { case_name: 'x', protagonists: null });
  expect((await read(client, 412)).protagonists).toHaveLength(2);
  const { data } = await client.post('/manage/cases/update/412?cid=412', {
    case_name: 'x',
    protagonists: [],
  });
  expect(data).not.toHaveProperty('case_tags');
  expect(await read(client, 412)).toMatchObject({ protagonists: [], case_tags: 'aitm,lateral,bec' });
});

test('deleting a case with an asset drops the asset-IOC links of all other cases', async () => {
  const client = createClient();
  const links = async () => (await client.get('/case/assets/list?cid=412')).data.assets[0].ioc_links;
  expect(await links()).toHaveLength(2);
  expect((await client.post('/manage/cases/delete/413?cid=1')).status).toBe(200);
  expect(await links()).toBeNull();
});

test('case 1, and a case with a commented note, cannot be deleted', async () => {
  const client = createClient();
  expect((await client.post('/manage/cases/delete/1?cid=1')).status).toBe(400);
  await client.post('/case/notes/1/comments/add?cid=412', { comment_text: 'x' });
  const answer = await client.post('/manage/cases/delete/412?cid=1');
  expect([answer.status, answer.message]).toEqual([400, expect.stringContaining('psycopg2')]);
});

test('the summary is overwritten without a check and leaves no trace in the history; its crc32 tells', async () => {
  const client = createClient();
  const before = await read(client, 412);
  const { data } = await client.post('/case/summary/update?cid=412', { case_description: 'Ny tekst æøå' });
  expect(data).toBe(zlibCrc32('Ny tekst æøå'));
  expect((await client.get('/case/summary/fetch?cid=412')).data).toEqual({
    case_description: 'Ny tekst æøå',
    crc32: crc32('Ny tekst æøå'),
  });
  expect((await read(client, 412)).modification_history).toEqual(before.modification_history);
});

test('a log entry loses its capitals', async () => {
  const { post } = createClient();
  const { data } = await post('/case/tasklog/add?cid=412', { log_content: 'Called Ida Berg, NW-FS02' });
  expect(data.activity_desc).toBe('Called ida berg, nw-fs02');
});

test('activities are the newest 40 only', async () => {
  const { post, get } = createClient();
  for (let index = 0; index < 45; index += 1)
    await post('/case/tasklog/add?cid=412', { log_content: `Step ${index}` });
  const { data } = await get('/case/activities/list?cid=412');
  expect([data.length, data[0].activity_desc]).toEqual([40, 'Step 44']);
});

test('the export has the content of notes in one call', async () => {
  const { data } = await createClient().get('/case/export?cid=412', { key: analystKey });
  expect(data.notes.map((note: { note_content: string }) => note.note_content.length > 20)).toEqual([
    true,
    true,
    true,
  ]);
  expect(data.timeline).toHaveLength(4);
});

test('history keys are epoch seconds as text, the way Python prints them', async () => {
  const { modification_history: history } = await read(createClient(), 412);
  expect(Object.keys(history)).toEqual(['1795323720.0', '1795334580.0']);
});

test('what later versions have is not there', async () => {
  const { get } = createClient();
  for (const path of [
    '/manage/cases/filter',
    '/manage/case-states/list',
    '/manage/severities/list',
    '/dim/tasks/limited-list',
  ]) {
    expect((await get(`${path}?cid=1`)).status).toBe(404);
  }
});
