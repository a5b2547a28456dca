/**
 * What the gateway answers when it refuses a call or could not get an answer (RFC 9457, `application/problem+json`).
 * A vendor's own answer, good or bad, always comes as `application/json`; so the content type alone tells who speaks.
 */
export const problemCodes = [
  // The gateway refused the caller.
  'token-missing',
  'token-stale',
  'host-refused',
  'origin-refused',
  'not-listed',
  'parameter-refused',
  'body-refused',
  'too-large-request',
  'busy',
  'unknown-connection',
  'connection-exists',
  'connection-declared',
  'settings-invalid',
  'store-failed',
  // Signing in at the vendor.
  'secret-missing',
  'totp-required',
  'credential-refused',
  'credential-expired',
  'address-not-allowed-for-key',
  'sign-in-failed',
  // Reaching the vendor.
  'name-not-found',
  'connection-refused',
  'connection-reset',
  'connect-timeout',
  'timeout',
  'tls-unknown-authority',
  'tls-expired',
  'tls-wrong-name',
  'tls-failed',
  'address-refused',
  // Understanding the vendor.
  'redirected',
  'not-the-api',
  'unreadable',
  'too-large',
  'rate-limited',
  'unavailable',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export type Problem = {
  type: 'about:blank';
  /** HTTP status of this answer. */
  status: number;
  code: ProblemCode;
  /** One sentence in English, without secrets and without the vendor's own text. */
  title: string;
  /** The vendor's HTTP status, where there was one. */
  vendorStatus?: number;
  retryAfterMs?: number;
  /** Small facts for the screen: host, issuer, fingerprint, content type, size, field. */
  facts?: Record<string, string>;
  requestId?: string;
};
