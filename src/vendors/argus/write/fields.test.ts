import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import { assign, createWriterWorld } from '../test-writer.ts';

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
