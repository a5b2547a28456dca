import * as v from 'valibot';
import { type Authenticator, SignInError } from '#domain/authenticator.ts';
import { readJson } from '#http/read-json.ts';

const tokenSchema = v.object({
  access_token: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,16384}$/)),
  expires_in: v.fallback(v.pipe(v.number(), v.minValue(60)), 300),
});
const failureSchema = v.object({ error: v.string() });

/** A token is given up this long before it expires. */
const marginMs = 30_000;

/**
 * Client credentials at the visibility host of a region. Tokens live 600 s, by the answer's `expires_in`.
 * A refused client is answered 400 `invalid_client`, not 401.
 * https://github.com/CiscoSecurity/gta-03-api-use-cases
 */
export const gtaAuthenticator: Authenticator = {
  async signIn({ settings, secret, send, now }) {
    const password = secret('clientPassword');
    const clientId = settings['clientId'] ?? '';
    if (password === null || clientId === '')
      throw new SignInError('secret-missing', 'The client id or the client password is not set.');

    const askedAt = now();
    const { status, text } = await send({
      method: 'POST',
      target: 'token',
      path: '/iroh/oauth2/token',
      headers: {
        authorization: `Basic ${encodeBase64(`${clientId}:${password}`)}`,
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    });

    const body = parse(text);
    if (status !== 200) throw readFailure(status, body);
    const token = v.safeParse(tokenSchema, body);
    if (!token.success)
      throw new SignInError('sign-in-failed', 'What answered for a token was not a token.', status);
    return {
      // Capitalised: the API refuses `bearer` as the token answer spells it.
      headers: { authorization: `Bearer ${token.output.access_token}` },
      expiresAt: askedAt + token.output.expires_in * 1000 - marginMs,
    };
  },

  /** Nothing but an expired token is known to be answered 401. */
  readRefusal: () => 'expired-token',
};

function readFailure(status: number, body: unknown): SignInError {
  const failure = v.safeParse(failureSchema, body);
  const error = failure.success ? failure.output.error : '';
  if (error === 'invalid_client' || status === 401 || status === 403)
    return new SignInError(
      'credential-refused',
      'The API client was refused. Check the client id, the client password and the region of the token address.',
      status,
    );
  return new SignInError(
    'sign-in-failed',
    `The token address answered ${status} instead of a token.`,
    status,
    status >= 500 || status === 429,
  );
}

function parse(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return null;
  }
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
