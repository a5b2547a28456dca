import { expect, test } from 'vitest';
import type { SignInAnswer, SignInRequest } from '#domain/authenticator.ts';
import { gtaAuthenticator } from './auth.ts';
import token from './fixtures/token.json' with { type: 'json' };
import refusal from './fixtures/token-refused.json' with { type: 'json' };

function signIn(answer: Partial<SignInAnswer>, password: string | null = 'pass:wörd') {
  const sent: SignInRequest[] = [];
  const credential = gtaAuthenticator.signIn({
    settings: { clientId: 'client-1' },
    secret: name => (name === 'clientPassword' ? password : null),
    totp: null,
    now: () => 1_000_000,
    async send(request) {
      sent.push(request);
      return { status: 200, contentType: 'application/json', text: JSON.stringify(token), ...answer };
    },
  });
  return { sent, credential };
}

test('the client signs in by Basic and a form at the token address', async () => {
  const { sent, credential } = signIn({});
  await credential;
  expect(sent).toMatchObject([
    { method: 'POST', target: 'token', path: '/iroh/oauth2/token', body: 'grant_type=client_credentials' },
  ]);
  const basic = String(sent[0]?.headers['authorization']).replace('Basic ', '');
  expect(Buffer.from(basic, 'base64').toString('utf8')).toBe('client-1:pass:wörd');
});

test('the header is capitalised though the token type is not, and given up 30 s early', async () => {
  expect(await signIn({}).credential).toEqual({
    headers: { authorization: 'Bearer this_is_an_example_of_a_token' },
    expiresAt: 1_000_000 + 570_000,
  });
});

test('a life that is not said is taken to be five minutes', async () => {
  const text = JSON.stringify({ access_token: 'abc' });
  expect((await signIn({ text }).credential).expiresAt).toBe(1_000_000 + 270_000);
});

test("the vendor's 400 means that the client is refused for good", async () => {
  const { credential } = signIn({ status: 400, text: JSON.stringify(refusal) });
  await expect(credential).rejects.toMatchObject({
    code: 'credential-refused',
    status: 400,
    retryable: false,
  });
});

test.each([
  [400, '{"error":"unsupported_grant_type"}', false],
  [404, '', false],
  [429, '{}', true],
  [500, '<html>', true],
  [200, '{"token":"x"}', false],
  [200, '{"access_token":"with\\nbreak"}', false],
  [200, '<html>Sign in</html>', false],
])('%i %s says nothing of the credential', async (status, text, retryable) => {
  await expect(signIn({ status, text }).credential).rejects.toMatchObject({
    code: 'sign-in-failed',
    retryable,
  });
});

test('nothing is sent without a password', async () => {
  const { sent, credential } = signIn({}, null);
  await expect(credential).rejects.toMatchObject({ code: 'secret-missing' });
  expect(sent).toEqual([]);
});

test('a 401 of the API is a token that expired', () => {
  expect(gtaAuthenticator.readRefusal('')).toBe('expired-token');
});
