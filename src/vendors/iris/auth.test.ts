import { expect, test } from 'vitest';
import type { SignInContext } from '#domain/authenticator.ts';
import { irisAuthenticator } from './auth.ts';

function contextWith(key: string | null): SignInContext {
  return {
    settings: {},
    secret: name => (name === 'apiKey' ? key : null),
    totp: null,
    send: () => Promise.reject(new Error('nothing is to be sent')),
    now: () => 0,
  };
}

test.each(['abc', 'Bearer abc', 'bearer  abc'])('the key %j is sent as a bearer, once', async key => {
  expect(await irisAuthenticator.signIn(contextWith(key))).toEqual({
    headers: { authorization: 'Bearer abc' },
    expiresAt: null,
  });
});

test.each([null, '', 'Bearer '])('%j is no key', async key => {
  await expect(irisAuthenticator.signIn(contextWith(key))).rejects.toMatchObject({ code: 'secret-missing' });
});

test('a refused key is final', () => {
  expect(irisAuthenticator.readRefusal('{"message":"Authentication required"}')).toBe('credential-refused');
});
