import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseRecord, CommentRecord } from './records.ts';
import { createWorld } from './test-world.ts';

let world: ReturnType<typeof createWorld>;
let row: CaseRecord;
beforeEach(async () => {
  world = createWorld();
  const [found] = (await world.cases('limit=1&status=New&sort=created_at&order=desc')).cases;
  if (found === undefined) throw new Error('no new case');
  row = found;
  world.clock.now += 5000;
});

const put = (body: unknown) => world.ask(`/cases/${row._id}`, { method: 'PUT', body });

describe('writing to a case', () => {
  it('changes what is named, keeps the rest, and counts a version', async () => {
    const { status, body } = await put({ severity: 'Low' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: {
        ...row,
        severity: 'Low',
        modified_at: world.clock.now,
        version: row.version + 1,
        modified_by: expect.any(String),
        modified_by_name: 'mari.dahl@soc.example',
      },
    });
  });

  it('quirk: tags are written as a change although they are read as a list', async () => {
    await put({ tags: { add: ['one', 'two'] } });
    const { body } = await put({ tags: { add: ['three'], delete: ['one'] } });
    expect((body as { data: CaseRecord }).data.tags).toEqual([...row.tags, 'two', 'three']);
    expect((await put({ tags: ['one'] })).status).toBe(422);
  });

  it('acknowledges, closes and reopens with the status', async () => {
    const closed = (await put({ status: 'Resolved', resolution: 'False Positive' })).body;
    expect(closed).toMatchObject({ data: { closed: world.clock.now, acknowledged: world.clock.now } });
    const reopened = (await put({ status: 'In Progress' })).body;
    expect(reopened).toMatchObject({ data: { closed: 0, status: 'In Progress' } });
    const activities = (await world.ask(`/cases/${row._id}/activities`)).body as { data: object[] };
    expect(activities.data.slice(-3)).toMatchObject([
      { field: 'status', from: 'New', to: 'Resolved' },
      { field: 'resolution', to: 'False Positive' },
      { field: 'status', from: 'Resolved', to: 'In Progress' },
    ]);
  });

  it('refuses words that it does not know, exact case', async () => {
    for (const body of [
      { status: 'resolved' },
      { status: 'Closed' },
      { severity: 'high' },
      { assignee: 'nobody' },
      { assignee: 'ida.moen@soc.example' },
      { assignee: null },
      { resolution: 'false positive' },
      { name: '' },
      { description: null },
      { tags: { add: [''] } },
    ]) {
      expect((await put(body)).status, JSON.stringify(body)).toBe(422);
    }
    expect((await world.ask(`/cases/${row._id}`)).body).toEqual({ data: row });
  });

  it('assigns by id and takes away with an empty one', async () => {
    const assigned = (await put({ assignee: '5e1f0c9a7b3d4e280000000000000013' })).body;
    expect(assigned).toMatchObject({ data: { assignee_name: 'Ida Moen' } });
    expect((await put({ assignee: '' })).body).toMatchObject({
      data: { assignee: '', assignee_name: 'Unassigned' },
    });
  });

  it('closes the alerts of a case only when told to', async () => {
    type Documents = { data: { docs: { _source: { event_status: string } }[] } };
    const alert = async () =>
      ((await world.ask(`/cases/${row._id}/alerts?limit=1`)).body as Documents).data.docs[0]?._source
        .event_status;
    await put({ status: 'Resolved' });
    expect(await alert()).toBe('New');
    await put({ status: 'In Progress' });
    await put({ status: 'Resolved', update_alerts: true });
    expect(await alert()).toBe('Closed');
    await put({ status: 'In Progress' });
    expect(await alert()).toBe('Closed');
  });

  it('quirk: releases before 5.4.1 leave the alerts open whatever is asked, and some writes answer nothing', async () => {
    world = createWorld({}, { hasAlertUpdates: false, hasEmptyWrites: true });
    expect(await put({ status: 'Resolved', update_alerts: true })).toMatchObject({ status: 200, body: '' });
    const { body } = await world.ask(`/cases/${row._id}/alerts?limit=1`);
    expect(body).toMatchObject({ data: { docs: [{ _source: { event_status: 'New' } }] } });
  });

  it('quirk: a name given by a person no longer follows the alerts', async () => {
    await put({ name: 'Ours now' });
    world.simulator.joinAlert(row._id);
    expect((await world.ask(`/cases/${row._id}`)).body).toMatchObject({
      data: { name: 'Ours now', size: row.size + 1 },
    });
  });

  it('quirk: there is no call that changes many cases at once', async () => {
    const body = { ids: [row._id], status: 'Resolved' };
    for (const path of ['/cases', '/cases/bulk']) {
      expect((await world.ask(path, { method: 'PUT', body })).status, path).toBe(404);
    }
    expect((await world.ask(`/cases/${row._id}`)).body).toEqual({ data: row });
  });

  it('makes a case that is found again', async () => {
    const { body } = await world.ask('/cases', {
      method: 'POST',
      body: { name: 'By hand', severity: 'High', alerts: [{ _id: 'a', _index: 'b' }], comment: 'why' },
    });
    const made = (body as { data: CaseRecord }).data;
    expect(made).toMatchObject({ name: 'By hand', status: 'New', size: 1 });
    expect(world.simulator.count()).toBe(301);
    const { data } = (await world.ask(`/cases/${made._id}/comments`)).body as { data: CommentRecord[] };
    expect(data).toMatchObject([{ comment: 'why' }]);
  });
});

describe('comments', () => {
  const path = () => `/cases/${row._id}/comments`;
  const read = async () => ((await world.ask(path())).body as { data: CommentRecord[] }).data;

  it('are added, changed and deleted; quirk: deleting answers 200 with nothing', async () => {
    const added = await world.ask(path(), { method: 'POST', body: { comment: 'Hello' } });
    const { data } = added.body as { data: CommentRecord };
    expect(data).toMatchObject({ comment: 'Hello', created_at: world.clock.now, case_id: row._id });
    const changed = await world.ask(`${path()}/${data._id}`, { method: 'PUT', body: { comment: 'Bye' } });
    expect(changed.body).toMatchObject({ data: { comment: 'Bye', modified_at: world.clock.now } });
    expect((await read()).map(comment => comment.comment)).toContain('Bye');
    const deleted = await world.ask(`${path()}/${data._id}`, { method: 'DELETE' });
    expect(deleted).toMatchObject({ status: 200, body: '' });
    expect((await read()).map(comment => comment._id)).not.toContain(data._id);
  });

  it('refuses an empty one and an unknown id', async () => {
    expect((await world.ask(path(), { method: 'POST', body: { comment: '' } })).status).toBe(422);
    expect((await world.ask(`${path()}/nothing`, { method: 'DELETE' })).status).toBe(404);
  });

  it('quirk: authors are ids on some rows and names on others, and the order is not promised', async () => {
    const records = world.simulator.state.byCreated.filter(({ story }) => story !== null);
    const lists = await Promise.all(
      records.map(async ({ record }) => (await world.ask(`/cases/${record._id}/comments`)).body),
    );
    const comments = (lists as { data: CommentRecord[] }[]).flatMap(list => list.data);
    expect(comments.some(comment => /^[0-9a-f]{32}$/.test(comment.user))).toBe(true);
    expect(comments.some(comment => comment.user.includes('@'))).toBe(true);
    const isSorted = (lists as { data: CommentRecord[] }[]).map(({ data }) =>
      data.every((comment, index) => index === 0 || comment.created_at >= (data[index - 1]?.created_at ?? 0)),
    );
    expect(isSorted).toContain(false);
  });
});

describe('alerts', () => {
  it('quirk: an alert is Closed where a case is Resolved, and the answer is empty', async () => {
    type Documents = { data: { docs: { _id: string; _index: string; _source: object }[] } };
    const read = async () =>
      ((await world.ask(`/cases/${row._id}/alerts?limit=1`)).body as Documents).data.docs[0];
    const alert = await read();
    const path = `/security_events/${alert?._index}/${alert?._id}`;
    expect((await world.ask(path, { method: 'POST', body: { status: 'Resolved' } })).status).toBe(422);
    const done = await world.ask(path, {
      method: 'POST',
      body: { status: 'Closed', comments: 'noise', event_tags: [{ op: 'add', tag: 'seen' }] },
    });
    expect(done).toMatchObject({ status: 200, body: '' });
    expect((await read())?._source).toMatchObject({
      event_status: 'Closed',
      event_tags: ['seen'],
      comments: [{ comment: 'noise' }],
    });
  });
});
