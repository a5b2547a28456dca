import type { Problem, ProblemCode } from '#domain/problem.ts';

const statuses: Record<ProblemCode, number> = {
  'token-missing': 401,
  'token-stale': 401,
  'host-refused': 421,
  'origin-refused': 403,
  'not-listed': 404,
  'parameter-refused': 400,
  'body-refused': 400,
  'too-large-request': 413,
  busy: 503,
  'unknown-connection': 404,
  'connection-exists': 409,
  'connection-declared': 409,
  'settings-invalid': 422,
  'store-failed': 500,
  'secret-missing': 424,
  'totp-required': 424,
  'credential-refused': 424,
  'credential-expired': 424,
  'address-not-allowed-for-key': 424,
  'sign-in-failed': 424,
  'name-not-found': 502,
  'connection-refused': 502,
  'connection-reset': 502,
  'connect-timeout': 504,
  timeout: 504,
  'tls-unknown-authority': 502,
  'tls-expired': 502,
  'tls-wrong-name': 502,
  'tls-failed': 502,
  'address-refused': 502,
  redirected: 502,
  'not-the-api': 502,
  unreadable: 502,
  'too-large': 502,
  'rate-limited': 429,
  unavailable: 503,
};

/** Thrown anywhere in the gateway to answer with a problem. The title is the only text that leaves. */
export class GatewayProblem extends Error {
  override readonly name = 'GatewayProblem';
  readonly problem: Problem;

  constructor(
    code: ProblemCode,
    title: string,
    more: Pick<Problem, 'vendorStatus' | 'retryAfterMs' | 'facts'> = {},
  ) {
    super(title);
    this.problem = { type: 'about:blank', status: statuses[code], code, title, ...more };
  }
}

export function problemResponse(problem: Problem, requestId: string): Response {
  return new Response(JSON.stringify({ ...problem, requestId } satisfies Problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
}
