import * as v from 'valibot';
import {
  type Authenticator,
  type SignInAnswer,
  type SignInContext,
  SignInError,
} from '#domain/authenticator.ts';
import { readJson } from '#http/read-json.ts';

/**
 * The key itself opens nothing: it is exchanged for a token of ten minutes. With a user name it goes as Basic (the
 * refresh token of older releases), alone as Bearer (the scoped key of 5.5 and newer).
 * https://docs.stellarcyber.ai, Configuring API Authentication
 */
export const stellarAuthenticator: Authenticator = {
  async signIn({ settings, secret, send, now }: SignInContext) {
    const apiKey = secret('apiKey');
    if (apiKey === null || apiKey === '') throw new SignInError('secret-missing', 'The API key is not set.');
    const username = settings['username'] ?? '';
    const answer = await send({
      method: 'POST',
      target: 'api',
      path: '/connect/api/v1/access_token',
      headers: {
        authorization: username === '' ? `Bearer ${apiKey}` : `Basic ${toBase64(`${username}:${apiKey}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    const isUser = username !== '';
    if (answer.status !== 200) throw readFailure(answer, isUser);
    const token = readToken(answer, now());
    return { headers: { authorization: `Bearer ${token.text}` }, expiresAt: token.expiresAt };
  },

  // The vendor publishes no error bodies, and every token dies after ten minutes: a fresh one is always worth a try.
  readRefusal: () => 'expired-token',
};

function readFailure({ status }: SignInAnswer, isUser: boolean): SignInError {
  if (status === 401 || status === 403) {
    const what = isUser ? 'user name or the refresh token' : 'scoped key';
    return new SignInError('credential-refused', `Stellar Cyber refused the ${what} (${status}).`, status);
  }
  if (status === 404) {
    const title = 'There is no Stellar Cyber API at this address: nothing gives out tokens (404).';
    return new SignInError('sign-in-failed', title, status);
  }
  const isRetryable = status === 429 || status >= 500;
  return new SignInError(
    'sign-in-failed',
    `Stellar Cyber gave no token (status ${status}).`,
    status,
    isRetryable,
  );
}

const tokenSchema = v.object({
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,8192}$/)),
  exp: v.optional(v.unknown()),
});
const answerSchema = v.union([
  tokenSchema,
  v.pipe(
    v.object({ data: tokenSchema }),
    v.transform(({ data }) => data),
  ),
]);

/** `exp` is an absolute instant in seconds. */
function readToken({ text }: SignInAnswer, now: number): { text: string; expiresAt: number } {
  const parsed = v.safeParse(answerSchema, tryJson(text));
  if (!parsed.success) {
    throw new SignInError('sign-in-failed', 'What answered to signing in is not the Stellar Cyber API.', 200);
  }
  const { access_token: token, exp } = parsed.output;
  const seconds = typeof exp === 'number' && Number.isFinite(exp) ? exp : 0;
  // A clock that runs ahead of the vendor's must not make every token look dead on arrival.
  return { text: token, expiresAt: Math.max(seconds * 1000, now + shortestLifeMs) };
}

const shortestLifeMs = 2 * 60_000;

function tryJson(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return null;
  }
}

function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
