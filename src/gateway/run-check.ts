import type { CheckReport } from '#domain/vendor.ts';
import { callVendor } from './call-vendor.ts';
import { GatewayProblem, problemResponse } from './gateway-problem.ts';
import type { Session } from './session.ts';
import { sleep } from './sleep.ts';

const timeoutMs = 60_000;

/** Runs the vendor's own test, its calls going through the same gateway code as the page's. */
export function runCheck(session: Session, signal: AbortSignal): Promise<CheckReport> {
  const adapter = session.vendor.createAdapter({
    connection: session.connection,
    fetch: request => answerAdapter(session, request),
    now: session.now,
    sleep,
  });
  return adapter.check(AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]));
}

async function answerAdapter(session: Session, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  try {
    return await callVendor(
      session,
      request,
      pathname.slice(`/api/c/${session.connection.id}`.length),
      search,
    );
  } catch (error) {
    if (error instanceof GatewayProblem) return problemResponse(error.problem, 'check');
    throw error;
  }
}
