import { type Authenticator, SignInError } from '#domain/authenticator.ts';

/**
 * The key is the credential; it does not expire. `GET /user/token/renew` would replace it and is never called.
 * https://docs.dfir-iris.org/operations/api/
 */
export const irisAuthenticator: Authenticator = {
  async signIn({ secret }) {
    const key = secret('apiKey')?.replace(/^Bearer\s+/i, '');
    if (key === undefined || key === '')
      throw new SignInError('secret-missing', 'The API key of IRIS is not set.');
    return { headers: { authorization: `Bearer ${key}` }, expiresAt: null };
  },
  /** IRIS says the same of an unknown key, a renewed one and one whose user is deactivated. */
  readRefusal: () => 'credential-refused',
};
