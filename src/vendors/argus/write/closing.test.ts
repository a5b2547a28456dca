import { describe, expect, test } from 'vitest';
import { close, createWriterWorld, must } from '../test-writer.ts';

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
