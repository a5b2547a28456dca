import { type Authenticator, SignInError } from '#domain/authenticator.ts';

/**
 * The key goes with every call as it is; there is no sign-in.
 * https://docs.mnemonic.no: Argus API, authentication
 */
export const argusAuthenticator: Authenticator = {
  async signIn({ secret }) {
    const key = secret('apiKey')?.trim() ?? '';
    if (key === '') throw new SignInError('secret-missing', 'The API key is not set.');
    if (!/^[\x21-\x7e]{1,1024}$/.test(key)) {
      throw new SignInError('credential-refused', 'The API key holds characters that no Argus key has.');
    }
    return { headers: { 'argus-api-key': key }, expiresAt: null };
  },

  /** An expired key and one used from another network are both 401; the message tells which. A new key is needed. */
  readRefusal: text => {
    if (/\bexpire[ds]?\b|\bexpiry\b/i.test(text)) return 'credential-expired';
    if (/\bIP\b|\baddress|\bnetworks?\b|\bsource\b/i.test(text)) return 'address-not-allowed-for-key';
    return 'credential-refused';
  },
};
