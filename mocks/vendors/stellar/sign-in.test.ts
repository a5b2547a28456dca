import { describe, expect, it } from 'vitest';
import { stellarCredentials } from './access.ts';
import { createWorld } from './test-world.ts';

describe('signing in', () => {
  it('quirk: exchanges user and refresh token for a token whose exp is absolute, in seconds', async () => {
    const world = createWorld();
    const answer = await world.signIn(
      `Basic ${btoa(`${stellarCredentials.username}:${stellarCredentials.refreshToken}`)}`,
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.\w+$/),
      exp: Math.floor(world.clock.now / 1000) + 600,
    });
  });

  it('quirk: a scoped key goes as Bearer without a user name, and only to the exchange', async () => {
    const world = createWorld();
    const answer = await world.signIn(`Bearer ${stellarCredentials.scopedKey}`);
    expect(answer.status).toBe(200);
    const raw = await world.ask('/cases?limit=1', {
      authorization: `Bearer ${stellarCredentials.scopedKey}`,
    });
    expect(raw.status).toBe(401);
  });

  it('refuses a wrong key, a key of the other kind, and Basic on a data endpoint', async () => {
    const world = createWorld();
    const { username, refreshToken } = stellarCredentials;
    expect((await world.signIn(`Basic ${btoa(`${username}:wrong`)}`)).status).toBe(401);
    expect((await world.signIn(`Bearer ${refreshToken}`)).status).toBe(401);
    expect((await world.signIn(`Basic ${btoa(`${username}:${refreshToken}:tenant`)}`)).status).toBe(401);
    const basic = `Basic ${btoa(`${username}:${refreshToken}`)}`;
    expect((await world.ask('/cases?limit=1', { authorization: basic })).status).toBe(401);
  });

  it('quirk: the token dies after ten minutes', async () => {
    const world = createWorld();
    expect((await world.ask('/cases?limit=1')).status).toBe(200);
    world.clock.now += 601_000;
    expect((await world.ask('/cases?limit=1')).status).toBe(401);
  });

  it('refuses a token that was tampered with', async () => {
    const world = createWorld();
    const token = await world.token();
    const [head, , signature] = token.split('.');
    const forged = `${head}.${btoa(JSON.stringify({ exp: 9e12, kind: 'user' }))}.${signature}`;
    expect((await world.ask('/cases', { authorization: `Bearer ${forged}` })).status).toBe(401);
  });

  it('quirk: error bodies are not promised to be JSON', async () => {
    const world = createWorld({}, { hasTextErrors: true });
    const answer = await world.signIn('Bearer wrong');
    expect(answer.status).toBe(401);
    expect(answer.contentType).toContain('text/plain');
    expect(answer.body).toBe('Unauthorized');
  });
});
