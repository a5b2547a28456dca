import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { close, createWriterWorld, must, ownCase, say } from '../test-writer.ts';

const { customer, tech } = apiKeys;

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
    expect((await world.offer('text')).base).toEqual({ description: world.record.description });
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
