import { describe, expect, test } from 'vitest';
import type { Change, ChangeName, Verdict } from '#domain/command.ts';
import { stellarCredentials } from '#mocks/vendors/stellar/access.ts';
import { createChain, signal } from './test-kit/create-chain.ts';

type Options = Parameters<typeof createChain>[0];

/** A chain, the writer, and a case of the wanted status. */
function stand(options: Options = {}, status = 'New') {
  const chain = createChain(options);
  // A scoped key does not see every tenant.
  const found = chain.simulator.state.byCreated.find(
    ({ record }) => record.status === status && record.tenant_name !== 'Brennmoen Kraft',
  );
  const { writer } = chain.adapter;
  if (found === undefined || writer === undefined) throw new Error(`no case is ${status}`);
  const { record } = found;
  const id = record._id;

  async function run(change: Change): Promise<Verdict> {
    const sentAt = chain.clock.now;
    const fresh = await writer?.fresh(id, change, signal);
    await writer?.send(id, change, fresh ?? {}, signal);
    return (await writer?.verify(id, change, sentAt, signal)) as Verdict;
  }

  /** Bodies of what was written, with the method. */
  async function written(): Promise<[string, unknown][]> {
    const writes = chain.sent.filter(
      request => request.method !== 'GET' && !request.url.endsWith('access_token'),
    );
    return Promise.all(
      writes.map(async request => [request.method, await request.clone().json()] as [string, unknown]),
    );
  }
  const comments = () => chain.simulator.state.comments.get(id) ?? [];
  return { ...chain, writer, record, id, run, written, comments };
}

const post = (text: string): Change => ({
  name: 'post',
  section: 'comments',
  text,
  isInternal: false,
  replyTo: null,
});
const close = (reason: string, withAlerts = false): Change => ({
  name: 'close',
  to: 'Resolved',
  reason,
  withAlerts,
});
const ida = '5e1f0c9a7b3d4e280000000000000013';

describe('what is sent', () => {
  test.each<[Change, object, object]>([
    [{ name: 'status', to: 'In Progress' }, { status: 'In Progress' }, { status: 'In Progress' }],
    [{ name: 'status', to: 'Escalated' }, { status: 'Escalated' }, { status: 'Escalated' }],
    [{ name: 'severity', to: 'Low' }, { severity: 'Low' }, { severity: 'Low' }],
    [{ name: 'assignee', to: ida, label: 'Ida Moen' }, { assignee: ida }, { assignee: ida }],
    [{ name: 'title', to: 'Ours now' }, { name: 'Ours now' }, { title: 'Ours now' }],
    [
      { name: 'text', field: 'description', to: 'Two\r\nlines' },
      { description: 'Two\r\nlines' },
      { description: 'Two\r\nlines' },
    ],
  ])('%j', async (change, body, after) => {
    const { run, written } = stand();
    expect(await run(change)).toEqual({ kind: 'applied', after });
    expect(await written()).toEqual([['PUT', body]]);
  });

  test('nobody is an empty text, and null is never sent', async () => {
    const { run, written } = stand();
    await run({ name: 'assignee', to: ida, label: 'Ida Moen' });
    const verdict = await run({ name: 'assignee', to: null, label: 'Nobody' });
    expect(verdict).toEqual({ kind: 'applied', after: { assignee: '' } });
    expect((await written()).at(-1)).toEqual(['PUT', { assignee: '' }]);
  });

  test('tags go as a change although they are read as a list, so that a colleague loses none', async () => {
    const { run, written, record, writer, id } = stand();
    record.tags = ['vip', 'old'];
    const change: Change = { name: 'tags', add: ['new', 'vip'], remove: ['old', 'never'] };
    const fresh = await writer.fresh(id, change, signal);
    expect(fresh).toEqual({ tags: 'old\nvip' });
    expect(writer.wanted(change, fresh)).toEqual({ tags: 'new\nvip' });
    record.tags = [...record.tags, 'theirs'];
    expect(await run(change)).toEqual({ kind: 'applied', after: { tags: 'new\ntheirs\nvip' } });
    expect(await written()).toEqual([['PUT', { tags: { add: ['new', 'vip'], delete: ['old', 'never'] } }]]);
  });

  test.each(['True Positive', 'False Positive', 'Benign'])(
    '%s as a reason is the resolution',
    async reason => {
      const { run, written, comments } = stand();
      expect(await run(close(reason))).toEqual({
        kind: 'applied',
        after: { status: 'Resolved', resolution: reason },
      });
      expect(await written()).toEqual([['PUT', { status: 'Resolved', resolution: reason }]]);
      expect(comments()).toEqual([]);
    },
  );

  test('any other reason is kept as a comment', async () => {
    const { run, written, record } = stand();
    expect(await run(close('The owner called back.'))).toEqual({
      kind: 'applied',
      after: { status: 'Resolved', reason: 'The owner called back.' },
    });
    expect(record.status).toBe('Resolved');
    expect(await written()).toEqual([
      ['PUT', { status: 'Resolved' }],
      ['POST', { comment: 'The owner called back.' }],
    ]);
  });

  test('an unset resolution is not touched by closing without a reason', async () => {
    const { run, written } = stand();
    await run(close(''));
    expect(await written()).toEqual([['PUT', { status: 'Resolved' }]]);
  });

  test('alerts are closed with their case where that is asked for', async () => {
    const { run, written } = stand();
    expect(await run(close('', true))).toEqual({
      kind: 'applied',
      after: { status: 'Resolved', alerts: 'Closed' },
    });
    expect(await written()).toEqual([['PUT', { status: 'Resolved', update_alerts: true }]]);
  });

  test('a release that leaves the alerts open is found out', async () => {
    const { run } = stand({ quirks: { hasAlertUpdates: false } });
    expect(await run(close('', true))).toEqual({
      kind: 'differs',
      fields: ['alerts'],
      after: { status: 'Resolved', alerts: 'Open' },
    });
  });

  test.each(['New', 'In Progress'])('reopening as %s', async to => {
    const { run, record } = stand({}, 'Resolved');
    expect(await run({ name: 'reopen', to })).toMatchObject({ kind: 'applied' });
    expect(record).toMatchObject({ status: to, closed: 0 });
  });

  test('writes that answer with nothing are read back all the same', async () => {
    const { run } = stand({ quirks: { hasEmptyWrites: true } });
    expect(await run({ name: 'severity', to: 'Low' })).toMatchObject({ kind: 'applied' });
    expect(await run(post('Seen.'))).toMatchObject({ kind: 'applied' });
  });
});

describe('what is refused', () => {
  test.each<[Change, string]>([
    [{ name: 'status', to: 'resolved' }, 'status'],
    [{ name: 'status', to: 'Canceled' }, 'status'],
    [{ name: 'severity', to: 'high' }, 'severity'],
    [{ name: 'title', to: '' }, 'name'],
    [{ name: 'title', to: 'x'.repeat(1001) }, 'name'],
    [post(''), 'comment'],
    [post('x'.repeat(100_001)), 'comment'],
    [close('x'.repeat(100_001)), 'comment'],
    [{ name: 'tags', add: ['x'.repeat(201)], remove: [] }, 'tags.add.0'],
  ])('by its field, and nothing is sent: %#', async (change, field) => {
    const { run, written } = stand();
    await expect(run(change)).rejects.toMatchObject({ code: 'invalid', retryable: false });
    const error: unknown = await run(change).catch(reason => reason);
    expect(Object.keys((error as { fields: object }).fields)).toEqual([field]);
    expect(await written()).toEqual([]);
  });

  test.each<Change>([
    { name: 'text', field: 'summary', to: 'x' },
    { ...post('x'), section: 'notes' } as Change,
    { ...post('x'), isInternal: true } as Change,
  ])('what this vendor has no place for: %#', async change => {
    const { run, written } = stand();
    await expect(run(change)).rejects.toMatchObject({ code: 'unsupported', retryable: false });
    expect(await written()).toEqual([]);
  });

  test('somebody who is no user', async () => {
    const { run } = stand();
    await expect(run({ name: 'assignee', to: 'ida.moen@soc.example', label: '' })).rejects.toMatchObject({
      code: 'invalid',
      retryable: false,
    });
  });

  test('a case that the vendor has not, and one of another tenant', async () => {
    const { writer } = stand();
    const change: Change = { name: 'status', to: 'New' };
    for (const work of [
      writer.fresh('0123456789abcdef01234567', change, signal),
      writer.offers('0123456789abcdef01234567', signal),
    ])
      await expect(work).rejects.toMatchObject({ code: 'not-found' });
    const foreign = stand({ settings: { tenantId: 'ffff' } });
    await expect(foreign.writer.fresh(foreign.id, change, signal)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'tenant-mismatch',
    });
  });

  test('a reason that is not taken once the case is closed: both are said', async () => {
    const { run, record } = stand({
      intercept: request =>
        request.method === 'POST' && request.url.endsWith('/comments')
          ? Response.json({ error: 'no' }, { status: 403 })
          : null,
    });
    const error: unknown = await run(close('The owner called back.')).catch(reason => reason);
    expect(error).toMatchObject({ code: 'forbidden', retryable: false });
    expect(String(error)).toContain('The case was closed, and its reason was not taken as a comment.');
    expect(record.status).toBe('Resolved');
  });

  test('a page instead of an answer leaves open whether it was taken', async () => {
    const { run } = stand({
      intercept: request =>
        request.method === 'PUT' ? new Response('OK', { headers: { 'content-type': 'text/plain' } }) : null,
    });
    await expect(run({ name: 'severity', to: 'Low' })).rejects.toMatchObject({
      code: 'unreadable',
      retryable: true,
    });
  });
});

describe('a comment is looked for', () => {
  test('by its words and its time: it is there once', async () => {
    const { run, comments } = stand();
    expect(await run(post('Seen.'))).toEqual({ kind: 'applied', after: { comments: 'Seen.' } });
    expect(comments().filter(({ comment }) => comment === 'Seen.')).toHaveLength(1);
  });

  test('after a reload, by its words, its author and its time, with clocks that differ', async () => {
    const { id, run, clock, newAdapter } = stand();
    await run(post('Seen.'));
    const sentAt = clock.now + 4 * 60_000;
    const { writer: reloaded } = newAdapter();
    if (reloaded === undefined) throw new Error('no writer');
    expect(await reloaded.verify(id, post('Seen.'), sentAt, signal)).toMatchObject({ kind: 'applied' });
    expect(await reloaded.verify(id, post('Seen.'), sentAt + 2 * 60_000, signal)).toEqual({
      kind: 'absent',
      after: { comments: '' },
    });
    expect(await reloaded.verify(id, post('Seen'), sentAt, signal)).toMatchObject({ kind: 'absent' });
  });

  test.each(['5e1f0c9a7b3d4e280000000000000013', 'ida.moen@soc.example'])(
    'what %s wrote is not ours, though the words are the same',
    async user => {
      const { writer, id, clock, comments, run } = stand();
      await run(post('First.'));
      comments().push({ _id: 'aa', case_id: id, comment: 'Seen.', created_at: clock.now, user });
      const reloaded = await writer.verify(id, post('Seen.'), clock.now, signal);
      expect(reloaded).toMatchObject({ kind: 'absent' });
    },
  );

  test.each(['5e1f0c9a7b3d4e280000000000000011', 'mari.dahl@soc.example', 'somebody gone', ''])(
    'an author told as "%s" may be us',
    async user => {
      const { writer, id, clock, comments, run } = stand();
      await run(post('First.'));
      comments().push({ _id: 'aa', case_id: id, comment: 'Seen.', created_at: clock.now, user });
      expect(await writer.verify(id, post('Seen.'), clock.now, signal)).toMatchObject({ kind: 'applied' });
    },
  );

  test('the same words a minute before are not taken for those that were lost', async () => {
    const { writer, id, run, clock } = stand();
    await run(post('Seen.'));
    clock.now += 60_000;
    expect(await writer.fresh(id, post('Seen.'), signal)).toEqual({ comments: '' });
    expect(await writer.verify(id, post('Seen.'), clock.now, signal)).toMatchObject({ kind: 'absent' });
  });

  test('words that arrive late are seen before they are sent again', async () => {
    const { writer, id, comments, clock, run } = stand();
    await run(post('First.'));
    const change = post('Seen.');
    await writer.fresh(id, change, signal);
    expect(await writer.verify(id, change, clock.now, signal)).toMatchObject({ kind: 'absent' });
    comments().push({ _id: 'aa', case_id: id, comment: 'Seen.', created_at: clock.now, user: '' });
    const fresh = await writer.fresh(id, change, signal);
    expect(fresh).toEqual(writer.wanted(change, fresh));
  });

  test('a reason whose case was closed before is sent alone', async () => {
    const { writer, id, record, written, clock } = stand();
    const change = close('The owner called back.');
    record.status = 'Resolved';
    const fresh = await writer.fresh(id, change, signal);
    expect(fresh).toEqual({ status: 'Resolved', reason: '' });
    await writer.send(id, change, fresh, signal);
    expect(await written()).toEqual([['POST', { comment: 'The owner called back.' }]]);
    expect(await writer.verify(id, change, clock.now, signal)).toMatchObject({ kind: 'applied' });
  });
});

describe('what is offered', () => {
  async function offer(name: ChangeName, options: Options = {}, status = 'New') {
    const { writer, id } = stand(options, status);
    const offers = await writer.offers(id, signal);
    return offers.find(one => one.name === name);
  }
  const values = (choices: readonly { value: string }[] = []) => choices.map(({ value }) => value);

  test('words in the case that the vendor keeps to', async () => {
    expect(values((await offer('status'))?.choices)).toEqual([
      'New',
      'Escalated',
      'In Progress',
      'Resolved',
      'Cancelled',
    ]);
    expect(values((await offer('close'))?.choices)).toEqual(['Resolved', 'Cancelled']);
    expect(values((await offer('close'))?.reasons)).toEqual(['True Positive', 'False Positive', 'Benign']);
    expect(values((await offer('reopen'))?.choices)).toEqual(['New', 'In Progress']);
  });

  test('users by their ids', async () => {
    expect((await offer('assignee'))?.choices).toContainEqual({ value: ida, label: 'Ida Moen' });
  });

  test('no assignee where the key may not read the users', async () => {
    const told = await offer('assignee', {
      intercept: request =>
        request.url.endsWith('/users') ? Response.json({ error: 'no' }, { status: 403 }) : null,
    });
    expect(told?.unavailable).toContain('list of users could not be read');
  });

  test('closing what is open, reopening what is closed', async () => {
    expect(await offer('close')).toMatchObject({ unavailable: null });
    expect(await offer('reopen')).toMatchObject({ unavailable: 'It is open.' });
    expect(await offer('close', {}, 'Cancelled')).toMatchObject({ unavailable: 'It is Cancelled already.' });
    expect(await offer('reopen', {}, 'Cancelled')).toMatchObject({ unavailable: null });
  });

  test('the frozen name is warned of, and the description is the vendor’s own', async () => {
    expect((await offer('title'))?.warning).toContain('keeps that name');
    const { writer, id, record } = stand();
    record.description = 'Told by a person.';
    const offers = await writer.offers(id, signal);
    expect(offers.find(({ name }) => name === 'text')?.base).toEqual({ description: 'Told by a person.' });
  });
});

test('a scoped key, which nobody says the owner of, writes too', async () => {
  const { run } = stand({
    settings: { username: '' },
    secrets: { apiKey: stellarCredentials.scopedKey },
  });
  expect(await run(post('Seen.'))).toMatchObject({ kind: 'applied' });
});

test('what may be sent twice', () => {
  const { writer } = stand();
  expect(writer.isRepeatable({ name: 'status', to: 'New' })).toBe(true);
  expect(writer.isRepeatable(close('Benign'))).toBe(true);
  expect(writer.isRepeatable(close('Because.'))).toBe(false);
  expect(writer.isRepeatable(post('x'))).toBe(false);
  expect(writer.isFinal(close(''))).toBe(false);
});
