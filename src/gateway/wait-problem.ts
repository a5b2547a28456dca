import { GatewayProblem } from './gateway-problem.ts';
import { readRetryAfter } from './retry-after.ts';

/** 429 and 503: the vendor has no time now, and may say how long. null for any other answer. */
export function waitProblem({ status, headers }: Response, now: number): GatewayProblem | null {
  if (status !== 429 && status !== 503) return null;
  const retryAfterMs = readRetryAfter(headers.get('retry-after'), now);
  const more = { vendorStatus: status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  return status === 429
    ? new GatewayProblem('rate-limited', 'The vendor asks to wait before the next call.', more)
    : new GatewayProblem('unavailable', 'The vendor says that it is not available now.', more);
}
