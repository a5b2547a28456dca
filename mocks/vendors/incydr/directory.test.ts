import { describe, expect, it } from 'vitest';
import { createTestWorld } from './test-world.ts';

describe('users and the customer', () => {
  it('finds the uid of a user by name', async () => {
    const call = await createTestWorld(1).as('gateway');
    const { body } = await call('GET', '/v1/users?username=mari.dahl@soc.example');
    expect(body).toMatchObject({
      totalCount: 1,
      users: [{ userId: '421380797518239211', firstName: 'Mari' }],
    });
  });

  it('pages users from 1 and refuses page 0', async () => {
    const call = await createTestWorld(1).as('gateway');
    const { body } = await call('GET', '/v1/users?page=2&pageSize=10');
    expect((body as { users: unknown[] }).users).toHaveLength(6);
    expect((await call('GET', '/v1/users?page=0')).status).toBe(400);
  });

  it('names the customer', async () => {
    const call = await createTestWorld(1).as('gateway');
    expect((await call('GET', '/v1/customer')).body).toMatchObject({ name: 'Nordisk Holding' });
  });
});
