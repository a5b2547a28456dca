import { expect, test } from 'vitest';
import { createClient } from './test-client.ts';
import { analystKey } from './users.ts';

test('anybody who may write edits anybody’s comment, and the author stays', async () => {
  const { post, get } = createClient();
  const { data } = await post(
    '/case/notes/1/comments/add?cid=412',
    { comment_text: 'mine' },
    { key: analystKey },
  );
  await post(`/case/notes/1/comments/${data.comment_id}/edit?cid=412`, { comment_text: 'not mine' });
  const [comment] = (await get('/case/notes/1/comments/list?cid=412')).data;
  expect(comment).toMatchObject({ comment_text: 'not mine', name: 'Mari Dahl' });
});

test('a comment is deleted by its author only', async () => {
  const { post } = createClient();
  const { data } = await post(
    '/case/notes/1/comments/add?cid=412',
    { comment_text: 'mine' },
    { key: analystKey },
  );
  const path = `/case/notes/1/comments/${data.comment_id}/delete?cid=412`;
  expect((await post(path)).message).toBe('You are not allowed to delete this comment');
  expect((await post(path, {}, { key: analystKey })).status).toBe(200);
});

test('comments are not held against their case, and empty ones are taken', async () => {
  const { post, get } = createClient();
  const { data } = await post('/case/notes/1/comments/add?cid=412', {});
  expect(data.comment_text).toBeNull();
  expect((await get('/case/notes/1/comments/list?cid=1')).data).toHaveLength(1);
  expect((await get('/case/notes/99999/comments/list?cid=412')).data).toEqual([]);
});

test('comments of events have a path of their own', async () => {
  const { post } = createClient();
  expect((await post('/case/events/1/comments/add?cid=412', { comment_text: 'x' })).status).toBe(404);
  expect((await post('/case/timeline/events/1/comments/add?cid=412', { comment_text: 'x' })).status).toBe(
    200,
  );
});

test('no list counts a comment', async () => {
  const { post, get } = createClient();
  const state = async () => (await get('/case/assets/state?cid=412')).data.object_state;
  const before = await state();
  await post('/case/assets/1/comments/add?cid=412', { comment_text: 'x' });
  expect(await state()).toBe(before);
});

test.each([
  [0, '2026-11-22T08:04:00', 'Sun, 22 Nov 2026 08:04:00 GMT'],
  [-300, '2026-11-22T03:04:00', 'Sun, 22 Nov 2026 03:04:00 GMT'],
  [330, '2026-11-22T13:34:00', 'Sun, 22 Nov 2026 13:34:00 GMT'],
])(
  '%i minutes from UTC a new comment has the time of the server, and says GMT',
  async (offset, naive, http) => {
    const { post, get } = createClient({ variant: { serverOffsetMinutes: offset } });
    const { data } = await post('/case/tasks/1/comments/add?cid=412', { comment_text: 'x' });
    expect(data.comment_date).toBe(naive);
    expect((await get('/case/tasks/1/comments/list?cid=412')).data[0].comment_date).toBe(http);
    const edited = await post(`/case/tasks/1/comments/${data.comment_id}/edit?cid=412`, {
      comment_text: 'y',
    });
    expect(edited.data.comment_update_date).toBe('2026-11-22T08:04:00');
    const note = await post('/case/notes/add?cid=412', { note_title: 'x', note_content: 'x', group_id: 1 });
    expect(note.data.note_creationdate).toBe('2026-11-22T08:04:00');
  },
);

async function evidenceFolder(client: ReturnType<typeof createClient>): Promise<string> {
  const { data } = await client.get('/datastore/list/tree?cid=412');
  const [root] = Object.values(data) as { children: Record<string, { name: string }> }[];
  const found = Object.entries(root?.children ?? {}).find(([, folder]) => folder.name === 'Evidences');
  return found?.[0].slice(2) ?? '';
}

test('the file tree tells passwords and paths of the server', async () => {
  const client = createClient();
  const folder = await evidenceFolder(client);
  const fields = { file_original_name: 'secret.txt', file_password: 'S3cret!' };
  const { data } = await client.upload(`/datastore/file/add/${folder}?cid=412`, fields, 'text');
  const { text } = await client.get('/datastore/list/tree?cid=412');
  expect(text).toContain('"file_password":"S3cret!"');
  expect(text).toContain('/srv/iris/data/datastore/');
  expect((await client.get(`/datastore/file/info/${data.file_id}?cid=412`)).data).not.toHaveProperty(
    'file_local_name',
  );
});

test('a small file with a password is stored empty', async () => {
  const client = createClient();
  const folder = await evidenceFolder(client);
  const fields = { file_original_name: 'secret.txt', file_password: 'S3cret!' };
  const { data } = await client.upload(`/datastore/file/add/${folder}?cid=412`, fields, 'text');
  expect(data).toMatchObject({ file_size: 0, file_sha256: expect.stringMatching(/^E3B0C442/) });
});

test('a file that is an IOC gets the password "infected" and a zip name', async () => {
  const client = createClient();
  const folder = await evidenceFolder(client);
  const { data } = await client.upload(
    `/datastore/file/add/${folder}?cid=412`,
    { file_original_name: 'svch0st.dll', file_is_ioc: 'y' },
    'MZ',
  );
  expect(data.file_password).toBe('infected');
  const view = await client.get(`/datastore/file/view/${data.file_id}?cid=412`);
  expect(view.headers.get('content-disposition')).toBe('attachment; filename=svch0st.dll.zip');
});

test('an upload without a file is refused, and leaves a row', async () => {
  const client = createClient();
  const folder = await evidenceFolder(client);
  const answer = await client.upload(`/datastore/file/add/${folder}?cid=412`, {
    file_original_name: 'ghost',
  });
  expect([answer.status, answer.data]).toEqual([400, ['No file provided']]);
  expect((await client.get('/datastore/list/tree?cid=412')).text).toContain('"file_original_name":"ghost"');
});

test('a JSON update of a file changes nothing and clears its marks', async () => {
  const { post } = createClient();
  const { status, data } = await post('/datastore/file/update/1?cid=412', { file_original_name: 'json.md' });
  expect(status).toBe(200);
  expect(data).toMatchObject({
    file_original_name: 'login-page.md',
    file_is_evidence: false,
    file_is_ioc: false,
  });
});
