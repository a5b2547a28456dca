import { expect, test } from 'vitest';
import type { SignInContext } from '#domain/authenticator.ts';
import { argusAuthenticator } from './auth.ts';

function signIn(key: string | null) {
  const context: SignInContext = {
    settings: {},
    secret: name => (name === 'apiKey' ? key : null),
    totp: null,
    send: () => Promise.reject(new Error('Argus has no sign-in')),
    now: () => 0,
  };
  return argusAuthenticator.signIn(context);
}

test('the key is a header of every call and does not expire by itself', async () => {
  expect(await signIn(' 1/2/mysecretapikey\n')).toEqual({
    headers: { 'argus-api-key': '1/2/mysecretapikey' },
    expiresAt: null,
  });
});

test.each([
  [null, 'secret-missing'],
  ['', 'secret-missing'],
  ['1/2/with space', 'credential-refused'],
  ['1/2/a\r\nx: y', 'credential-refused'],
])('%j is %s', async (key, code) => {
  await expect(signIn(key)).rejects.toMatchObject({ name: 'SignInError', code });
});

test.each([
  ['{"messages":[{"message":"API key has expired"}]}', 'credential-expired'],
  [
    '{"messages":[{"message":"API key is not valid for source IP address 1.2.3.4"}]}',
    'address-not-allowed-for-key',
  ],
  ['{"messages":[{"message":"Access from this network is denied"}]}', 'address-not-allowed-for-key'],
  ['{"messages":[{"message":"Invalid API key"}]}', 'credential-refused'],
  ['', 'credential-refused'],
])('a 401 that says %s is %s', (text, expected) => {
  expect(argusAuthenticator.readRefusal(text)).toBe(expected);
});
