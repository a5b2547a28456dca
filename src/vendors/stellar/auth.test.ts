import { describe, expect, it } from 'vitest';
import type { SignInAnswer, SignInRequest } from '#domain/authenticator.ts';
import { stellarAuthenticator } from './auth.ts';

const now = 1_800_000_000_000;

function signIn(answer: Partial<SignInAnswer>, username = 'api@example.com', apiKey: string | null = 'key') {
  const sent: SignInRequest[] = [];
  const result = stellarAuthenticator.signIn({
    settings: { origin: 'https://soc.example.com', username },
    secret: () => apiKey,
    totp: null,
    now: () => now,
    send: async request => {
      sent.push(request);
      return { status: 200, contentType: 'application/json', text: '', ...answer };
    },
  });
  return { sent, result };
}

describe('signing in', () => {
  it('sends user and key as Basic in UTF-8, a scoped key alone as Bearer', async () => {
    const text = JSON.stringify({ access_token: 'a.b.c', exp: now / 1000 + 600 });
    const user = signIn({ text }, 'søren@example.com', 'tøken');
    expect(await user.result).toEqual({
      headers: { authorization: 'Bearer a.b.c' },
      expiresAt: now + 600_000,
    });
    const header = user.sent[0]?.headers['authorization'] ?? '';
    expect(Buffer.from(header.replace('Basic ', ''), 'base64').toString('utf8')).toBe(
      'søren@example.com:tøken',
    );
    expect(user.sent[0]).toMatchObject({
      method: 'POST',
      target: 'api',
      path: '/connect/api/v1/access_token',
    });
    const scoped = signIn({ text }, '');
    await scoped.result;
    expect(scoped.sent[0]?.headers['authorization']).toBe('Bearer key');
  });

  it('takes exp as seconds, and lives a while with one that is missing or past by a wrong clock', async () => {
    for (const exp of [undefined, null, 'soon', now / 1000 - 5000]) {
      const { result } = signIn({ text: JSON.stringify({ access_token: 'a', exp }) });
      expect((await result).expiresAt).toBe(now + 120_000);
    }
    const wrapped = signIn({ text: JSON.stringify({ data: { access_token: 'a', exp: now / 1000 + 600 } }) });
    expect((await wrapped.result).expiresAt).toBe(now + 600_000);
  });

  it.each([
    [{ status: 401, text: 'Unauthorized' }, 'credential-refused', false],
    [{ status: 403, text: '{}' }, 'credential-refused', false],
    [{ status: 404, text: '' }, 'sign-in-failed', false],
    [{ status: 429, text: '' }, 'sign-in-failed', true],
    [{ status: 502, text: '<html>' }, 'sign-in-failed', true],
    [{ status: 200, text: '<html>Sign in</html>' }, 'sign-in-failed', false],
    [{ status: 200, text: '{"access_token":"a\\nb"}' }, 'sign-in-failed', false],
    [{ status: 200, text: '{"token":"a"}' }, 'sign-in-failed', false],
  ])('judges %j', async (answer, code, retryable) => {
    await expect(signIn(answer).result).rejects.toMatchObject({ code, retryable, status: answer.status });
  });

  it('asks nothing without a key', async () => {
    const { sent, result } = signIn({}, 'api@example.com', null);
    await expect(result).rejects.toMatchObject({ code: 'secret-missing' });
    expect(sent).toEqual([]);
  });
});
