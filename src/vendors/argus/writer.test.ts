import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { createWriterWorld } from './test-writer.ts';

const { tech, customer } = apiKeys;

const say = (text: string, rest: { isInternal?: boolean; replyTo?: string } = {}): Change => ({
  name: 'post',
  section: 'comments',
  text,
  isInternal: rest.isInternal ?? false,
  replyTo: rest.replyTo ?? null,
});
const close = (reason = ''): Change => ({ name: 'close', to: 'closed', reason, withAlerts: false });
const assign = (to: string | null): Change => ({ name: 'assignee', to, label: to ?? 'Nobody' });

describe('a field', () => {
  test.each<[Change, object, object, object]>([
    [
      { name: 'status', to: 'pendingVendor' },
      { status: 'workingSoc' },
      { status: 'pendingVendor' },
      { status: 'pendingVendor' },
    ],
    [{ name: 'severity', to: 'low' }, { severity: 'critical' }, { severity: 'low' }, { priority: 'low' }],
    [
      { name: 'title', to: '  <b>Other</b> subject ' },
      {},
      { title: '<b>Other</b> subject' },
      { subject: '<b>Other</b> subject' },
    ],
    [
      { name: 'text', field: 'description', to: '<p>Other</p>' },
      {},
      { description: '<p>Other</p>' },
      { description: '<p>Other</p>' },
    ],
    [{ name: 'text', field: 'description', to: '' }, {}, { description: '' }, { description: '' }],
  ])('%j is sent alone, absent keeps the others, and is read back', async (change, before, after, body) => {
    const world = createWriterWorld();
    const { fresh, verdict } = await world.make(change);
    expect(fresh).toMatchObject(before);
    expect(verdict).toEqual({ kind: 'applied', after });
    expect(world.writes()).toMatchObject([{ method: 'PUT', path: `/cases/v2/case/${world.id}`, body }]);
    expect(Object.keys(world.writes()[0]?.body ?? {})).toHaveLength(1);
  });

  test('has the words that the row has, so that what a screen saw compares', async () => {
    const world = createWriterWorld();
    const { row } = await world.adapter.get(world.id, world.signal);
    const read = async (change: Change) => world.writer.fresh(world.id, change, world.signal);
    expect(await read({ name: 'status', to: 'x' })).toEqual({ status: row.status.raw });
    expect(await read({ name: 'severity', to: 'x' })).toEqual({ severity: row.severity.raw });
    expect(await read({ name: 'title', to: 'x' })).toEqual({ title: row.title });
    expect(await read(assign(null))).toMatchObject({ assignee: row.assignee?.id });
    expect(await read({ name: 'tags', add: [], remove: [] })).toEqual({
      tags: [...row.tags].sort().join('\n'),
    });
    expect(world.writes()).toEqual([]);
  });

  test('that is there already is seen as that, in either spelling of a status', async () => {
    const world = createWriterWorld();
    world.world.switches.statusWords = 'waiting';
    const change: Change = { name: 'status', to: 'workingSoc' };
    const fresh = await world.writer.fresh(world.id, change, world.signal);
    expect(fresh).toEqual({ status: 'waitingSoc' });
    expect(world.writer.wanted(change, fresh)).toEqual(fresh);
    const { verdict } = await world.make({ name: 'status', to: 'workingCustomer' });
    expect(verdict).toEqual({ kind: 'applied', after: { status: 'waitingCustomer' } });
  });

  test('an unknown status of the vendor can be left', async () => {
    const world = createWriterWorld();
    Object.assign(world.record, { status: 'quarantined' });
    const { fresh, verdict } = await world.make({ name: 'status', to: 'pendingSoc' });
    expect([fresh, verdict.kind]).toEqual([{ status: 'quarantined' }, 'applied']);
  });

  test('a description that Argus cleaned says what was not kept; one that it wrote anew is kept', async () => {
    const world = createWriterWorld();
    const cut = await world.make({
      name: 'text',
      field: 'description',
      to: '<p>Kept <b>bold</b></p><img src=x>',
    });
    expect(cut.verdict).toEqual({
      kind: 'differs',
      fields: ['description'],
      after: { description: '<p>Kept <b>bold</b></p>' },
    });
    const anew = await world.make({
      name: 'text',
      field: 'description',
      to: '<p class="x">Kept <b>bold</b> text</p>',
    });
    expect(anew.verdict).toEqual({
      kind: 'applied',
      after: { description: '<p>Kept <b>bold</b> text</p>' },
    });
  });

  test('what a colleague wrote after ours is told, not called ours', async () => {
    const world = createWriterWorld();
    world.hooks.afterSend = ({ method }) => {
      if (method === 'PUT') Object.assign(world.record, { priority: 'medium' });
    };
    expect((await world.make({ name: 'severity', to: 'low' })).verdict).toEqual({
      kind: 'differs',
      fields: ['severity'],
      after: { severity: 'medium' },
    });
  });

  test('a subject cannot be empty, and a text that Argus has not cannot be written', async () => {
    const world = createWriterWorld();
    await expect(world.make({ name: 'title', to: ' ' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { subject: expect.anything() },
    });
    await expect(world.make({ name: 'text', field: 'findings', to: 'x' })).rejects.toMatchObject({
      code: 'unsupported',
    });
    expect(world.writes()).toEqual([]);
  });
});

describe('an assignment', () => {
  test('goes to the slot of a tech or of a user, by who somebody is, as a number', async () => {
    const world = createWriterWorld();
    const { choices } = await world.offer('assignee');
    const other = choices.find(({ value }) => value !== String(world.record.assignedTech?.id));
    const contact = choices.find(({ value }) => value === String(world.record.assignedUser?.id));
    expect(contact?.label).toContain(`(${world.record.customer.name})`);
    Object.assign(world.record, { assignedUser: null });
    const toTech = await world.make(assign(other?.value ?? ''));
    expect(toTech.verdict).toEqual({
      kind: 'applied',
      after: { assignee: other?.value, assignedTech: other?.value },
    });
    const toUser = await world.make(assign(contact?.value ?? ''));
    // The tech keeps the case: Argus has both.
    expect(toUser.verdict).toEqual({
      kind: 'applied',
      after: { assignee: other?.value, assignedUser: contact?.value },
    });
    expect(world.writes().map(({ body }) => body)).toEqual([
      { assignedTech: Number(other?.value) },
      { assignedUser: Number(contact?.value) },
    ]);
    expect([world.record.assignedTech?.id, world.record.assignedUser?.id].map(String)).toEqual([
      other?.value,
      contact?.value,
    ]);
  });

  test('to nobody clears with the empty string, never with null, which would keep', async () => {
    const world = createWriterWorld();
    const { verdict } = await world.make(assign(null));
    expect(verdict).toEqual({ kind: 'applied', after: { assignee: '', assignedTech: '', assignedUser: '' } });
    expect(world.writes().map(({ body }) => body)).toEqual([{ assignedTech: '', assignedUser: '' }]);
    expect([world.record.assignedTech, world.record.assignedUser]).toEqual([null, null]);
  });

  test('offers those seen on the case and the current user first, and says why no others', async () => {
    const world = createWriterWorld();
    const { choices, warning } = await world.offer('assignee');
    expect(choices[0]?.label).toBe('Mari Dahl');
    expect(choices.map(({ label }) => label)).toContain(world.record.reporter.name);
    expect(warning).toContain('Argus gives no list of its people');
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
  });

  test('to somebody never seen is refused before it is sent', async () => {
    const world = createWriterWorld();
    await expect(world.make(assign('1112233'))).rejects.toMatchObject({
      code: 'invalid',
      fields: { assignee: expect.anything() },
    });
    expect(world.writes()).toEqual([]);
  });

  test('by a customer sets their user alone; a tech they may not set', async () => {
    const world = createWriterWorld({ apiKey: customer });
    const { record, id } = ownCase(world);
    const { choices } = await world.offer('assignee', id);
    const self = String(customer.split('/')[0]);
    expect(choices.map(({ value }) => value)).toContain(self);
    expect(choices.map(({ value }) => value)).not.toContain(String(record.assignedTech?.id));
    const { verdict } = await world.make(assign(self), id);
    expect(verdict.kind).toBe('applied');
    expect(world.writes().map(({ body }) => body)).toEqual([{ assignedUser: Number(self) }]);
    await expect(world.make(assign(String(record.assignedTech?.id)), id)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('tags', () => {
  test('are added and removed by difference; what a colleague added stays', async () => {
    const world = createWriterWorld();
    const [first] = world.record.tags;
    const change: Change = {
      name: 'tags',
      add: ['url/a/b', 'topic/new'],
      remove: [`${first?.key}/${first?.value}`],
    };
    const fresh = await world.writer.fresh(world.id, change, world.signal);
    world.record.tags.push({
      ...must(first),
      id: '00000000-0000-4000-8000-000000000001',
      key: 'their',
      value: 'tag',
    });
    await world.writer.send(world.id, change, fresh, world.signal);
    const verdict = await world.writer.verify(world.id, change, world.now(), world.signal);
    expect(verdict.kind).toBe('applied');
    const tags = world.record.tags.map(({ key, value }) => `${key}/${value}`);
    expect(tags).toEqual(expect.arrayContaining(['url/a/b', 'topic/new', 'their/tag']));
    expect(tags).not.toContain(`${first?.key}/${first?.value}`);
    expect(verdict.after).toEqual({ tags: [...tags].sort().join('\n') });
    expect(world.writes().map(({ method }) => method)).toEqual(['POST', 'DELETE']);
  });

  test('half of them there: only the rest is sent, and none twice', async () => {
    const world = createWriterWorld();
    const change: Change = { name: 'tags', add: ['a/1', 'a/2'], remove: ['topic/gone'] };
    await world.make({ name: 'tags', add: ['a/1'], remove: [] });
    await world.make(change);
    expect(world.writes().map(({ body }) => body)).toEqual([
      { tags: [{ key: 'a', value: '1' }] },
      { tags: [{ key: 'a', value: '2' }] },
    ]);
    const fresh = await world.writer.fresh(world.id, change, world.signal);
    expect(world.writer.wanted(change, fresh)).toEqual(fresh);
  });

  test('one that left meanwhile is gone, as was wanted', async () => {
    const world = createWriterWorld();
    const [first] = world.record.tags;
    world.hooks.beforeSend = ({ method }) => {
      if (method === 'DELETE') world.record.tags = [];
    };
    const { verdict } = await world.make({
      name: 'tags',
      add: [],
      remove: [`${first?.key}/${first?.value}`],
    });
    expect(verdict.kind).toBe('applied');
  });

  test('without key or value are refused before anything is sent', async () => {
    const world = createWriterWorld();
    for (const tag of ['phishing', '/x', 'x/', ' / '])
      await expect(world.make({ name: 'tags', add: [tag], remove: [] })).rejects.toMatchObject({
        code: 'invalid',
      });
    expect(world.writes()).toEqual([]);
  });
});

describe('words', () => {
  test('are a comment of escaped text; internal, and an answer, where asked', async () => {
    const world = createWriterWorld();
    const first = must(world.record.comments[0]).id;
    const { verdict } = await world.make(
      say('<img src=x> & "more"\nline', { isInternal: true, replyTo: first }),
    );
    expect(verdict.kind).toBe('applied');
    const added = must(world.record.comments.at(-1));
    expect(added.comment).toBe('<p>&lt;img src=x&gt; &amp; &quot;more&quot;<br>line</p>');
    expect(added.flags).toContain('INTERNAL');
    expect(added.references).toEqual([{ type: 'replyTo', commentID: first }]);
  });

  test.each([
    ['after', 'applied'],
    ['before', 'absent'],
  ] as const)('whose answer is lost %s it was done are found or not: %s', async (when, kind) => {
    const world = createWriterWorld();
    world.lose(when);
    const sentAt = world.now();
    await expect(world.make(say('once'))).rejects.toMatchObject({ retryable: true });
    expect((await world.writer.verify(world.id, say('once'), sentAt, world.signal)).kind).toBe(kind);
  });

  test.each([-240_000, 240_000])('are found though the clocks differ by %i ms', async skewMs => {
    const world = createWriterWorld();
    const sentAt = world.now() - skewMs;
    await world.make(say('by another clock'));
    const elsewhere = createReader(world);
    const verdict = await elsewhere.verify(world.id, say('by another clock'), sentAt, world.signal);
    expect(verdict.kind).toBe('applied');
  });

  test('of somebody else, of long ago or of another case are not ours', async () => {
    const world = createWriterWorld();
    const change = say('ok');
    await world.make(change);
    const mine = must(world.record.comments.at(-1));
    const look = () => createReader(world).verify(world.id, change, world.now(), world.signal);
    expect((await look()).kind).toBe('applied');
    const { addedByUser, addedTimestamp } = mine;
    mine.addedByUser = must(world.record.assignedUser ?? undefined);
    expect((await look()).kind).toBe('absent');
    Object.assign(mine, { addedByUser, addedTimestamp: addedTimestamp - 3_600_000 });
    expect((await look()).kind).toBe('absent');
  });

  test('that were said just before are not taken for what is said now', async () => {
    const world = createWriterWorld();
    await world.make(say('ok'));
    world.lose('before');
    await expect(world.make(say('ok'))).rejects.toMatchObject({ retryable: true });
    expect((await world.writer.verify(world.id, say('ok'), world.now(), world.signal)).kind).toBe('absent');
    expect((await world.make(say('ok'))).verdict.kind).toBe('applied');
    expect(world.record.comments.filter(({ comment }) => comment === '<p>ok</p>')).toHaveLength(2);
  });

  test('that show late are there at the next try, and not sent again', async () => {
    const world = createWriterWorld();
    world.lose('after');
    await expect(world.make(say('late'))).rejects.toMatchObject({ retryable: true });
    const fresh = await world.writer.fresh(world.id, say('late'), world.signal);
    expect(world.writer.wanted(say('late'), fresh)).toEqual(fresh);
  });

  test('that a colleague deleted at once were said: they are not sent again', async () => {
    const world = createWriterWorld();
    world.lose('after');
    await expect(world.make(say('gone'))).rejects.toMatchObject({ retryable: true });
    must(world.record.comments.at(-1)).flags.push('DELETED');
    expect((await world.writer.verify(world.id, say('gone'), world.now(), world.signal)).kind).toBe(
      'applied',
    );
  });

  test('are found behind a hundred newer ones', async () => {
    const world = createWriterWorld();
    await world.make(say('deep'));
    const mine = must(world.record.comments.at(-1));
    for (let index = 0; index < 130; index += 1)
      world.record.comments.push({
        ...mine,
        id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
        comment: `<p>${index}</p>`,
        addedTimestamp: mine.addedTimestamp + 1,
      });
    const verdict = await createReader(world).verify(world.id, say('deep'), world.now(), world.signal);
    expect(verdict.kind).toBe('applied');
  });

  test('that are none, that would go elsewhere, and those a role may not write are refused unsent', async () => {
    const world = createWriterWorld({ apiKey: customer });
    const { id } = ownCase(world);
    await expect(world.make(say(' \n'), id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(world.make(say('x', { isInternal: true }), id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    const note: Change = { name: 'post', section: 'notes', text: 'x', isInternal: false, replyTo: null };
    await expect(world.make(note, id)).rejects.toMatchObject({ code: 'unsupported' });
    expect(world.writes()).toEqual([]);
    expect((await world.make(say('ours'), id)).verdict.kind).toBe('applied');
  });
});

describe('closing', () => {
  test('takes its reason along as a comment, in one call, and can be undone', async () => {
    const world = createWriterWorld();
    const { verdict, fresh } = await world.make(close('Nothing <b>found</b>'));
    expect(fresh).toEqual({ status: 'workingSoc', comment: '' });
    expect(verdict).toEqual({
      kind: 'applied',
      after: { status: 'closed', comment: 'Nothing <b>found</b>' },
    });
    expect(world.writes()).toMatchObject([
      {
        path: `/cases/v2/case/${world.id}/close`,
        body: { comment: '<p>Nothing &lt;b&gt;found&lt;/b&gt;</p>' },
      },
    ]);
    expect(world.writer.isFinal(close())).toBe(false);
    const reopened = await world.make({ name: 'reopen', to: 'pendingCustomer' });
    expect(reopened.verdict).toEqual({ kind: 'applied', after: { status: 'pendingCustomer' } });
  });

  test('without a reason sends none', async () => {
    const world = createWriterWorld();
    expect((await world.make(close(' '))).verdict).toEqual({ kind: 'applied', after: { status: 'closed' } });
    expect(world.writes()[0]?.body).toEqual({});
    const fresh = await world.writer.fresh(world.id, close(), world.signal);
    expect(world.writer.wanted(close(), fresh)).toEqual(fresh);
  });

  test('what a colleague closed meanwhile still gets the reason', async () => {
    const world = createWriterWorld();
    await world.make(close('theirs'));
    const { verdict } = await world.make(close('mine'));
    expect(verdict.kind).toBe('applied');
    expect(world.writes().at(-1)).toMatchObject({
      method: 'POST',
      path: `/cases/v2/case/${world.id}/comments`,
    });
  });

  test('a vendor that closes and drops the reason is told from one that keeps both', async () => {
    const world = createWriterWorld();
    world.hooks.afterSend = ({ method }) => {
      if (method === 'PUT') world.record.comments = [];
    };
    expect((await world.make(close('lost'))).verdict).toEqual({
      kind: 'differs',
      fields: ['comment'],
      after: { status: 'closed', comment: '' },
    });
  });

  test.each([
    ['after', 'applied'],
    ['before', 'absent'],
  ] as const)('an answer lost %s it was done: %s', async (when, kind) => {
    const world = createWriterWorld();
    world.lose(when);
    await expect(world.make(close('why'))).rejects.toMatchObject({ retryable: true });
    const verdict = await world.writer.verify(world.id, close('why'), world.now(), world.signal);
    expect(verdict.kind).toBe(kind);
  });

  test('is refused with the fields that are required on close, each in the words of Argus', async () => {
    const world = createWriterWorld();
    const { record } = world;
    record.category = { ...must(record.category ?? undefined), closeNeedsField: 'root-cause' };
    await expect(world.make(close('done'))).rejects.toMatchObject({
      code: 'invalid',
      status: 412,
      message: 'Argus did not close the case. It says: Field root-cause is required on close.',
      fields: { 'fields.root-cause': 'Field root-cause is required on close' },
    });
    expect(record.status).toBe('workingSoc');
  });

  test('a status is not set on what was closed meanwhile, as that would open it', async () => {
    const world = createWriterWorld();
    await world.make(close());
    await expect(world.make({ name: 'status', to: 'pendingSoc' })).rejects.toMatchObject({
      code: 'conflict',
      message: 'The case is closed. To set a status, reopen it.',
    });
    expect(world.record.status).toBe('closed');
    await world.make({ name: 'reopen', to: 'pendingSoc' });
    await expect(world.make({ name: 'reopen', to: 'pendingVendor' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('what may be done', () => {
  const everything = ['assignee', 'close', 'post', 'reopen', 'severity', 'status', 'tags', 'text', 'title'];
  const refusalsOf = async (world: ReturnType<typeof createWriterWorld>, id = world.id) => {
    const offers = await world.writer.offers(id, world.signal);
    expect(offers.map(({ name }) => name).sort()).toEqual(everything);
    return Object.fromEntries(
      offers.flatMap(({ name, unavailable }) => (unavailable ? [[name, unavailable]] : [])),
    );
  };

  test('with an open case: all but reopening it', async () => {
    const world = createWriterWorld({ apiKey: tech });
    expect(await refusalsOf(world)).toEqual({ reopen: 'The case is not closed.' });
    expect(await world.offer('status')).toMatchObject({
      choices: expect.arrayContaining([{ value: 'pendingSoc', label: 'pendingSoc', status: 'open' }]),
    });
    expect((await world.offer('severity')).choices.map(({ value }) => value)).toEqual([
      'low',
      'medium',
      'high',
      'critical',
    ]);
    expect((await world.offer('text')).current).toBe(world.record.description);
    expect(await world.offer('post')).toMatchObject({ canBeInternal: true, canReply: true, format: 'text' });
  });

  test('with a closed case: all but closing it and setting a status', async () => {
    const world = createWriterWorld();
    await world.make(close());
    expect(Object.keys(await refusalsOf(world)).sort()).toEqual(['close', 'status']);
  });

  test('with level read: nothing, and nothing is sent', async () => {
    const world = createWriterWorld();
    Object.assign(world.record, { service: { ...world.record.service, shortName: 'administrative' } });
    expect(Object.keys(await refusalsOf(world)).sort()).toEqual(everything);
    await expect(world.make({ name: 'severity', to: 'low' })).rejects.toMatchObject({
      code: 'forbidden',
      message: 'This API key may only read this case.',
    });
    expect(world.writes()).toEqual([]);
  });

  test('by a customer: not subject and description, unless the case is theirs', async () => {
    const world = createWriterWorld({ apiKey: customer });
    const { record, id } = ownCase(world);
    expect(Object.keys(await refusalsOf(world, id)).sort()).toEqual(['reopen', 'text', 'title']);
    expect(await world.offer('post', id)).toMatchObject({ canBeInternal: false });
    await expect(world.make({ name: 'title', to: 'Mine' }, id)).rejects.toMatchObject({
      code: 'forbidden',
    });
    Object.assign(record, { reporter: must(record.assignedUser ?? undefined) });
    expect(Object.keys(await refusalsOf(world, id))).toEqual(['reopen']);
    expect((await world.make({ name: 'title', to: 'Mine' }, id)).verdict.kind).toBe('applied');
  });

  test('rights that end between reading and sending: the field is named, nothing is changed', async () => {
    const world = createWriterWorld({ apiKey: customer });
    const { record, id } = ownCase(world);
    const owner = must(record.assignedUser ?? undefined);
    const { reporter, subject } = record;
    Object.assign(record, { reporter: owner });
    const change: Change = { name: 'title', to: 'Mine' };
    const fresh = await world.writer.fresh(id, change, world.signal);
    Object.assign(record, { reporter });
    await expect(world.writer.send(id, change, fresh, world.signal)).rejects.toMatchObject({
      code: 'forbidden',
      status: 403,
      retryable: false,
      fields: { subject: expect.anything() },
    });
    expect(record.subject).toBe(subject);
  });

  test('rights that Argus does not tell refuse nothing', async () => {
    const world = createWriterWorld();
    world.hooks.beforeSend = ({ method, path }) =>
      method === 'GET' && path === `/cases/v2/case/${world.id}`
        ? Response.json({ responseCode: 200, data: { id: Number(world.id), status: 'odd' } })
        : undefined;
    expect(await refusalsOf(world)).toEqual({ reopen: 'The case is not closed.' });
  });

  test('with a merged case: nothing, and where it went', async () => {
    const world = createWriterWorld();
    const merged = must([...world.world.cases.values()].find(({ mergedInto }) => mergedInto !== null));
    const id = String(merged.id);
    const sentence = `Case ${id} was merged into case ${merged.mergedInto}. Changes are made there.`;
    expect(new Set(Object.values(await refusalsOf(world, id)))).toEqual(new Set([sentence]));
    await expect(world.make(say('lost?'), id)).rejects.toMatchObject({
      code: 'conflict',
      message: sentence,
    });
    expect(world.writes()).toEqual([]);
  });

  test('a case that went away is not found', async () => {
    const world = createWriterWorld();
    world.record.flags.push('DELETED');
    await expect(world.make({ name: 'severity', to: 'low' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('back-pressure was not handled and may come again; what could be there twice is looked up first', async () => {
  const world = createWriterWorld();
  const change = say('busy');
  const fresh = await world.writer.fresh(world.id, change, world.signal);
  world.world.switches.overloadedCalls = 1;
  await expect(world.writer.send(world.id, change, fresh, world.signal)).rejects.toMatchObject({
    code: 'unavailable',
    status: 503,
    retryable: true,
  });
  const repeatable = (changes: Change[]) => changes.map(one => world.writer.isRepeatable(one));
  expect(repeatable([change, close(), { name: 'tags', add: ['a/b'], remove: [] }])).toEqual([
    false,
    false,
    false,
  ]);
  expect(repeatable([{ name: 'status', to: 'x' }, assign(null), { name: 'title', to: 'x' }])).toEqual([
    true,
    true,
    true,
  ]);
});

test('an answer that cannot be read is a lost one, not a refusal', async () => {
  const world = createWriterWorld();
  const change = say('taken');
  const fresh = await world.writer.fresh(world.id, change, world.signal);
  world.hooks.beforeSend = () =>
    new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
  await expect(world.writer.send(world.id, change, fresh, world.signal)).rejects.toMatchObject({
    code: 'unreadable',
    retryable: true,
  });
});

test('an abort throws its reason', async () => {
  const world = createWriterWorld();
  const reason = new Error('stop');
  await expect(world.writer.fresh(world.id, say('x'), AbortSignal.abort(reason))).rejects.toBe(reason);
});

/** A case that a customer may write to, and is not the reporter of. */
function ownCase(world: ReturnType<typeof createWriterWorld>) {
  const userId = Number(customer.split('/')[0]);
  const users = [...world.world.cases.values()].flatMap(item => item.assignedUser ?? []);
  const self = must(users.find(user => user.id === userId));
  const record = must(
    [...world.world.cases.values()].find(
      item =>
        item.customer.id === self.customer.id &&
        item.status !== 'closed' &&
        item.accessMode === 'roleBased' &&
        item.service.shortName === 'ids' &&
        item.reporter.id !== userId,
    ),
  );
  record.assignedUser = self;
  return { record, id: String(record.id) };
}

/** The same vendor after a reload of the page: nothing is remembered. */
function createReader(world: ReturnType<typeof createWriterWorld>) {
  return must(world.createAdapter().writer);
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there');
  return value;
}
