import * as v from 'valibot';
import {
  type Authenticator,
  type Credential,
  type SignInAnswer,
  type SignInContext,
  SignInError,
  type SignInRequest,
} from '#domain/authenticator.ts';
import { readJson } from '#http/read-json.ts';
import { isCodeNeeded, isLegacy, isUserLogin } from './connection.ts';

/** "Authentication tokens expire after one hour": the answer does not say, and the token is never looked into. */
const userTokenMs = 3_600_000;
const clientTokenSeconds = 900;

const token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,32768}$/));
/** Three flows, three names for the same thing. */
const tokenSchema = v.union([
  v.object({ v3_user_token: token }),
  v.object({ bearerToken: token }),
  v.object({
    access_token: token,
    expires_in: v.fallback(v.pipe(v.number(), v.minValue(60)), clientTokenSeconds),
  }),
]);

/**
 * A user with password, and a one-time code where two-factor sign-in is on; or an API client. Both generations of the
 * API have both, at the console (legacy) or at the API's own address.
 * https://developer.code42.com/api and the support article "Cases API".
 */
export const incydrAuthenticator: Authenticator = {
  signIn: context => (isUserLogin(context.settings) ? signInUser(context) : signInClient(context)),

  /** The vendor's own client drops its token on any 401 and gets a new one, once. */
  readRefusal: () => 'expired-token',
};

async function signInUser(context: SignInContext): Promise<Credential> {
  const { settings, totp, send, now } = context;
  const authorization = readBasic(
    context,
    'username',
    'password',
    'The user name or the password is not set.',
  );
  const needsCode = isCodeNeeded(settings);
  // Asked without a code the vendor answers a plain 401, as to a wrong password: it is not asked.
  if (needsCode && totp === null)
    throw new SignInError('totp-required', 'Type the one-time code of this user to sign in.');

  const askedAt = now();
  const answer = await send({
    method: 'GET',
    ...(isLegacy(settings)
      ? { target: 'console', path: '/c42api/v3/auth/jwt?useBody=true' }
      : { target: 'cases', path: '/v1/auth' }),
    headers: { authorization, ...(needsCode && totp !== null ? { 'totp-auth': totp } : {}) },
  });
  if (answer.status === 401 && needsCode) {
    throw new SignInError(
      'totp-required',
      'The password or the one-time code was refused (401). A code counts once: wait for the next one.',
      401,
    );
  }
  const body = readToken(
    answer,
    'The user name or the password was refused (401). If this user has two-factor sign-in, switch on the one-time code.',
  );
  return toCredential(body, askedAt + userTokenMs);
}

async function signInClient(context: SignInContext): Promise<Credential> {
  const { settings, send, now } = context;
  const authorization = readBasic(
    context,
    'clientId',
    'clientSecret',
    'The client id or the client secret is not set.',
  );
  const askedAt = now();
  const request: Pick<SignInRequest, 'target' | 'path'> = isLegacy(settings)
    ? { target: 'console', path: '/api/v3/oauth/token?grant_type=client_credentials' }
    : { target: 'cases', path: '/v1/oauth?grant_type=client_credentials' };
  const body = readToken(
    await send({ method: 'POST', ...request, headers: { authorization } }),
    'The client id or the client secret was refused (401).',
  );
  const seconds = 'expires_in' in body ? body.expires_in : clientTokenSeconds;
  return toCredential(body, askedAt + seconds * 1000);
}

function readBasic(context: SignInContext, name: string, secretName: string, missing: string): string {
  const user = context.settings[name] ?? '';
  const secret = context.secret(secretName);
  if (user === '' || secret === null) throw new SignInError('secret-missing', missing);
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${secret}`)))}`;
}

function toCredential(body: v.InferOutput<typeof tokenSchema>, expiresAt: number): Credential {
  const text =
    'v3_user_token' in body
      ? body.v3_user_token
      : 'bearerToken' in body
        ? body.bearerToken
        : body.access_token;
  return { headers: { authorization: `Bearer ${text}` }, expiresAt };
}

function readToken({ status, text }: SignInAnswer, refused: string): v.InferOutput<typeof tokenSchema> {
  if (status === 401 || status === 403) throw new SignInError('credential-refused', refused, status);
  if (status !== 200) {
    throw new SignInError(
      'sign-in-failed',
      status === 404
        ? 'Nothing signs in at this address (404). Check the address and which API it is.'
        : `Signing in was answered with ${status} instead of a token.`,
      status,
      status >= 500 || status === 429,
    );
  }
  const body = v.safeParse(tokenSchema, parse(text));
  if (body.success) return body.output;
  throw new SignInError('sign-in-failed', 'What answered to signing in was not a token.', status);
}

function parse(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return null;
  }
}
