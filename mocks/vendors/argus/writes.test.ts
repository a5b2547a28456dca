import { beforeEach, describe, expect, test } from 'vitest';
import { type Asker, createAsker, createTestSimulator, send } from './ask.ts';
import type { ArgusSimulator } from './handlers.ts';
import { apiKeys } from './keys.ts';

let simulator: ArgusSimulator;
let ask: Asker;
let id: number;
const path = (tail = '') => `/cases/v2/case/${id}${tail}`;

beforeEach(async () => {
  simulator = createTestSimulator('demo', 60);
  ask = createAsker(simulator);
  const { body } = await ask('GET', '/cases/v2/case?keywords=cdn-telemetry.top');
  id = body.data[0].id;
});

describe('reading one', () => {
  test('a merged case answers with the case it was merged into, unless skipRedirect', async () => {
    const merged = [...simulator.world.cases.values()].find(record => record.mergedInto !== null);
    const redirected = await ask('GET', `/cases/v2/case/${merged?.id}`);
    expect(redirected.body.data.id).toBe(merged?.mergedInto);
    const itself = await ask('GET', `/cases/v2/case/${merged?.id}?skipRedirect=true`);
    expect(itself.body.data.id).toBe(merged?.id);
  });

  test('the status may come in the words of the vendor page', async () => {
    simulator.world.switches.statusWords = 'waiting';
    expect((await ask('GET', path())).body.data.status).toBe('waitingSoc');
  });

  test('history tells each change, events speak another status enum', async () => {
    const history = (await ask('GET', path('/history'))).body;
    expect(history.data[0]).toMatchObject({ operation: 'createCase', changes: [{ field: 'status' }, {}] });
    const single = (await ask('GET', path(`/history/${history.data[0].id}`))).body;
    expect(single).toMatchObject({ count: 0, size: 0, data: { id: history.data[0].id } });
    const events = (await ask('GET', `/events/v1/case/${id}`)).body;
    expect(events.count).toBe(7);
    expect(events.data[0].associatedCase.status).toBe('ATTACHMENT_ADDED');
    expect((await ask('GET', `/events/v1/${events.data[0].id}`)).body.data.id).toBe(events.data[0].id);
  });
});

describe('updating', () => {
  test('null and absent keep, the empty string clears', async () => {
    const before = (await ask('GET', path())).body.data;
    expect(before.assignedTech).not.toBeNull();
    const kept = await ask('PUT', path(), { assignedTech: null, priority: null, customerReference: null });
    expect(kept.body.data).toMatchObject({
      assignedTech: before.assignedTech,
      customerReference: before.customerReference,
      lastUpdatedTimestamp: before.lastUpdatedTimestamp,
    });
    const cleared = await ask('PUT', path(), { assignedTech: '', assignedUser: '', category: '' });
    expect(cleared.body.data).toMatchObject({ assignedTech: null, assignedUser: null, category: null });
  });

  test('move is the other way round: a null category takes it away', async () => {
    const refused = await ask('PUT', path('/move'), { service: 'support', type: 'operationalIncident' });
    expect([refused.status, refused.body.messages[0].field]).toEqual([412, 'category']);
    const body = { service: 'support', type: 'operationalIncident', category: null };
    const moved = await ask('PUT', path('/move'), body);
    expect(moved.body.data).toMatchObject({ category: null, service: { shortName: 'support' } });
    const wrong = await ask('PUT', path('/move'), { type: 'change' });
    expect([wrong.status, wrong.body.messages[0].field]).toEqual([412, 'type']);
  });

  test('update and comment in one PUT are one transaction', async () => {
    const before = (await ask('GET', path('/history'))).body.count;
    await ask('PUT', path(), { status: 'pendingCustomer', priority: 'low', comment: '<p>Over to you.</p>' });
    const history = (await ask('GET', path('/history?limit=0'))).body;
    expect(history.count).toBe(before + 1);
    expect(history.data.at(-1).changes.map((change: { field: string }) => change.field)).toEqual([
      'status',
      'priority',
      'comment',
    ]);
    const newest = (await ask('GET', path('/comments?sortBy=-addedTimestamp&limit=1'))).body.data[0];
    expect(newest).toMatchObject({ status: 'pendingCustomer', priority: 'low' });
  });

  test('restricted fields are 403 with the field named; nothing is changed', async () => {
    const own = (await ask('GET', '/cases/v2/case?limit=0', undefined, apiKeys.customer)).body.data.find(
      (row: { accessMode: string; currentUserAccess: { level: string } }) =>
        row.accessMode === 'roleBased' && row.currentUserAccess.level === 'write',
    );
    const { status, body } = await ask(
      'PUT',
      `/cases/v2/case/${own.id}`,
      { assignedTech: 1112, subject: 'Mine', priority: 'low' },
      apiKeys.customer,
    );
    expect(status).toBe(403);
    expect(
      body.messages.map((message: { field: string; type: string }) => [message.field, message.type]),
    ).toEqual([
      ['assignedTech', 'FIELD_ERROR'],
      ['subject', 'FIELD_ERROR'],
    ]);
    expect((await ask('GET', `/cases/v2/case/${own.id}`)).body.data.priority).toBe(own.priority);
  });

  test('waiting* and closed cannot be written; each violation is a message', async () => {
    const { status, body } = await ask('PUT', path(), { status: 'waitingSoc', priority: 'urgent' });
    expect([status, body.messages.length]).toEqual([412, 2]);
    expect((await ask('PUT', path(), { status: 'closed' })).status).toBe(412);
  });

  test('description is Safe HTML: what is read back may not be what was sent', async () => {
    const description = '<p onclick="x()">Kept <b>bold</b></p><script>alert(1)</script><img src=x onerror=y>';
    const { body } = await ask('PUT', path(), { description, subject: '<b>kept as text</b>' });
    expect(body.data.description).toBe('<p>Kept <b>bold</b></p>');
    expect(body.data.subject).toBe('<b>kept as text</b>');
  });

  test('level read may not write', async () => {
    const readOnly = [...simulator.world.cases.values()].find(
      record => record.service.shortName === 'administrative',
    );
    const case_ = (await ask('GET', `/cases/v2/case/${readOnly?.id}`)).body.data;
    expect(case_.currentUserAccess).toEqual({ level: 'read', role: 'tech' });
    expect((await ask('PUT', `/cases/v2/case/${readOnly?.id}`, { priority: 'low' })).status).toBe(403);
  });
});

describe('closing and deleting', () => {
  test('close, close again, reopen by an ordinary update', async () => {
    const closed = await ask('PUT', path('/close'), { comment: 'Done' });
    expect(closed.body.data).toMatchObject({ status: 'closed', closedByUser: { name: 'Mari Dahl' } });
    expect(closed.body.data.closedTimestamp).toBeGreaterThan(0);
    const transactions = (await ask('GET', path('/history'))).body.count;
    expect((await ask('PUT', path('/close'), {})).status).toBe(200);
    expect((await ask('GET', path('/history'))).body.count).toBe(transactions);
    const reopened = await ask('PUT', path(), { status: 'pendingCustomer' });
    expect(reopened.body.data).toMatchObject({ status: 'pendingCustomer', closedTimestamp: null });
  });

  test('close is 412 while a field that is required on close is not set', async () => {
    await ask('PUT', path(), { category: 'suspected-targeted-attack' });
    const { status, body } = await ask('PUT', path('/close'), { comment: 'Done' });
    expect([status, body.messages[0].field]).toEqual([412, 'fields.root-cause']);
    expect((await ask('GET', path())).body.data.status).toBe('workingSoc');
  });

  test('delete is soft: the answer carries the flag, then the case is gone for others', async () => {
    expect((await ask('DELETE', path())).body.data.flags).toContain('DELETED');
    expect((await ask('GET', '/cases/v2/case?keywords=cdn-telemetry.top')).body.data).toEqual([]);
    expect((await ask('GET', path())).status).toBe(200);
    expect((await ask('PUT', path(), { priority: 'low' })).status).toBe(404);
  });
});

describe('creating', () => {
  const body = {
    service: 'support',
    type: 'operationalIncident',
    subject: 'My testcase',
    description: '<p>x</p>',
  };

  test('the customer defaults to the caller and the status may not be closed', async () => {
    const created = await ask('POST', '/cases/v2/case', body);
    expect(created.status).toBe(201);
    expect(created.body.data).toMatchObject({ customer: { shortName: 'demosoc' }, priority: 'medium' });
    expect((await ask('POST', '/cases/v2/case', { ...body, status: 'closed' })).status).toBe(412);
    expect((await ask('POST', '/cases/v2/case', { ...body, type: 'change' })).status).toBe(412);
    const missing = await ask('POST', '/cases/v2/case', { subject: '' });
    expect(missing.body.messages.length).toBeGreaterThan(2);
  });

  test('an unpublished case is not there for a customer', async () => {
    const created = await ask('POST', '/cases/v2/case', { ...body, customer: 'vidar', publish: false });
    const hidden = `/cases/v2/case/${created.body.data.id}`;
    expect(created.body.data.publishedByUser).toBeNull();
    expect((await ask('GET', hidden)).status).toBe(200);
    expect((await ask('GET', hidden, undefined, apiKeys.customer)).status).toBe(404);
  });
});

describe('comments', () => {
  test('are oldest first, with cursors by id, soft deletion and 25 unless asked', async () => {
    const all = (await ask('GET', path('/comments'))).body;
    expect(all.limit).toBe(25);
    const ids = all.data.map((comment: { id: string }) => comment.id);
    expect((await ask('GET', path(`/comments?afterComment=${ids[0]}`))).body.count).toBe(ids.length - 1);
    expect((await ask('GET', path(`/comments?beforeComment=${ids[2]}`))).body.count).toBe(2);
    const withDeleted = (await ask('GET', path('/comments?includeDeleted=true'))).body.count;
    const deleted = await ask('DELETE', path(`/comments/${ids[0]}`));
    expect(deleted.body.data.flags).toContain('DELETED');
    expect((await ask('GET', path('/comments'))).body.count).toBe(ids.length - 1);
    expect((await ask('GET', path('/comments?includeDeleted=true'))).body.count).toBe(withDeleted);
  });

  test('an edited one keeps its id; a replaced one says by which', async () => {
    const added = (await ask('POST', path('/comments'), { comment: '<p>One</p><script>1</script>' })).body
      .data;
    expect(added.comment).toBe('<p>One</p>');
    const edited = (await ask('PUT', path(`/comments/${added.id}`), { comment: '<p>Two</p>' })).body.data;
    expect(edited).toMatchObject({ id: added.id, comment: '<p>Two</p>' });
    expect(edited.lastUpdatedTimestamp).not.toBeNull();
    const types = (await ask('GET', path('/comments'))).body.data.flatMap(
      (comment: { references: { type: string }[] }) => comment.references.map(reference => reference.type),
    );
    expect(types).toEqual(['replacedBy', 'replyTo']);
  });

  test('internal ones are for role tech, written and read', async () => {
    const created = await ask('POST', '/cases/v2/case', {
      customer: 'vidar',
      service: 'ids',
      type: 'securityIncident',
      subject: 'Shared',
      description: '',
    });
    const comments = `/cases/v2/case/${created.body.data.id}/comments`;
    expect((await ask('POST', comments, { comment: 'Ours', internal: true })).status).toBe(201);
    const refused = await ask('POST', comments, { comment: 'x', internal: true }, apiKeys.customer);
    expect(refused.status).toBe(403);
    expect((await ask('GET', comments)).body.count).toBe(1);
    expect((await ask('GET', comments, undefined, apiKeys.customer)).body.data).toEqual([]);
  });

  test('a reply names the comment it answers', async () => {
    const first = (await ask('GET', path('/comments'))).body.data[0];
    const reply = await ask('POST', path('/comments'), { comment: 'Yes', asReplyTo: first.id });
    expect(reply.body.data.references).toEqual([{ type: 'replyTo', commentID: first.id }]);
    expect((await ask('POST', path('/comments'), { comment: 'Yes', asReplyTo: 'nothing' })).status).toBe(412);
  });
});

describe('tags, files and access', () => {
  test('tags are given as text or pairs, also one alone, and leave by id or by encoded key and value', async () => {
    const added = await ask('POST', path('/tags'), { tags: ['url/a/b', { key: 'k', value: 'v' }] });
    expect(added.body.data.map((tag: { key: string; value: string }) => [tag.key, tag.value])).toEqual([
      ['url', 'a/b'],
      ['k', 'v'],
    ]);
    expect((await ask('POST', path('/tags'), { tags: { key: 'one', value: '1' } })).status).toBe(200);
    expect((await ask('POST', path('/tags'), { tags: ['noslash'] })).status).toBe(412);
    const byName = await ask('DELETE', path('/tags/url/a%2Fb'));
    expect(byName.body.data).toMatchObject([{ key: 'url', value: 'a/b', flags: ['DELETED'] }]);
    const byId = await ask('DELETE', path(`/tags/${added.body.data[1].id}`));
    expect(byId.body.data).toMatchObject([{ key: 'k', flags: ['DELETED'] }]);
    expect((await ask('DELETE', path('/tags/url/a/b'))).status).toBe(404);
  });

  test('files go up as base64 with a type, their size is bytes, and come down raw', async () => {
    const data = btoa('abcdef');
    const added = await ask('POST', path('/attachments'), { name: 'f.log', mimeType: 'text/plain', data });
    expect(added.body.data).toMatchObject({ name: 'f.log', size: 6 });
    const down = await send(simulator, 'GET', path(`/attachments/${added.body.data.id}/download`));
    expect(down.headers.get('content-type')).toBe('text/plain');
    expect(await down.text()).toBe('abcdef');
    const bad = await ask('POST', path('/attachments'), { name: 'f.log', data: '***' });
    expect(bad.body.messages.map((message: { field: string }) => message.field)).toEqual([
      'mimeType',
      'data',
    ]);
  });

  test('access needs level owner', async () => {
    expect((await ask('PUT', path('/access'), { accessMode: 'explicit' })).status).toBe(403);
    const granted = await ask('POST', path('/access'), { subjectID: 1111, level: 'read' }, apiKeys.admin);
    expect(granted.status).toBe(201);
    const mode = await ask('PUT', path('/access'), { accessMode: 'explicit' }, apiKeys.admin);
    expect(mode.body.data.accessMode).toBe('explicit');
    expect((await ask('GET', path())).body.data.currentUserAccess).toEqual({ level: 'read', role: 'tech' });
    await ask('DELETE', path(`/access/${granted.body.data.id}`), undefined, apiKeys.admin);
    expect((await ask('GET', path())).status).toBe(404);
  });
});

describe('the catalogue', () => {
  test('services and categories by id and short name, subscriptions by customer', async () => {
    expect((await ask('GET', '/cases/v2/service/6')).body.data.shortName).toBe('support');
    expect((await ask('GET', '/cases/v2/service/ids')).body.data.caseTypes).toContain('securityIncident');
    const category = (await ask('GET', '/cases/v2/category/phishing')).body.data;
    expect(category.bindings[0].service.shortName).toBe('ids');
    const subscriptions = (await ask('GET', '/cases/v2/servicesubscription?customer=vidar')).body;
    expect(subscriptions.count).toBe(5);
    expect((await ask('GET', '/cases/v2/servicesubscription?customer=nobody')).status).toBe(412);
    expect((await ask('GET', '/currentuser/v1/customers?keyword=nord')).body.data[0].shortName).toBe(
      'nordfjord',
    );
    expect((await ask('GET', '/customers/v2/customer/helse')).body.data.name).toBe('Helse Øst');
  });
});
