import type { Problem, ProblemCode } from '#domain/problem.ts';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

const codes: Partial<Record<ProblemCode, { code: VendorErrorCode; retryable?: true }>> = {
  'token-missing': { code: 'unauthorized' },
  'token-stale': { code: 'unauthorized' },
  'secret-missing': { code: 'unauthorized' },
  'totp-required': { code: 'unauthorized' },
  'credential-refused': { code: 'unauthorized' },
  'credential-expired': { code: 'unauthorized' },
  'address-not-allowed-for-key': { code: 'unauthorized' },
  'sign-in-failed': { code: 'unavailable', retryable: true },
  'not-listed': { code: 'unsupported' },
  'parameter-refused': { code: 'invalid' },
  'body-refused': { code: 'invalid' },
  'unknown-connection': { code: 'not-found' },
  busy: { code: 'unavailable', retryable: true },
  'name-not-found': { code: 'unavailable', retryable: true },
  'connection-refused': { code: 'unavailable', retryable: true },
  'connection-reset': { code: 'unavailable', retryable: true },
  'connect-timeout': { code: 'timeout', retryable: true },
  timeout: { code: 'timeout', retryable: true },
  'rate-limited': { code: 'rate-limited', retryable: true },
  unavailable: { code: 'unavailable', retryable: true },
  redirected: { code: 'unreadable' },
  'not-the-api': { code: 'unreadable' },
  unreadable: { code: 'unreadable', retryable: true },
  'too-large': { code: 'unreadable' },
};

/** A problem of the gateway as a VendorError: the code says what kind, `reason` keeps the gateway's own code. */
export function readProblem(problem: Problem): VendorError {
  const known = codes[problem.code] ?? { code: 'unavailable' as const };
  return new VendorError({
    code: known.code,
    reason: problem.code,
    message: problem.title,
    retryable: known.retryable === true,
    retryAfterMs: problem.retryAfterMs ?? null,
    status: problem.vendorStatus ?? null,
    ...(problem.facts === undefined ? {} : { facts: problem.facts }),
  });
}
