import { describe, expect, test } from 'vitest';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { assign, createWriterWorld, ownCase } from '../test-writer.ts';

const { customer } = apiKeys;

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
