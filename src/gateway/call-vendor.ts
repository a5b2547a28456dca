import type { Credential } from '#domain/authenticator.ts';
import type { Operation } from '#domain/operation.ts';
import { buildTargetUrl } from './build-target-url.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { matchOperation } from './match-operation.ts';
import { readAnswer } from './read-answer.ts';
import { readOperationBody } from './read-body.ts';
import { readBytes } from './read-bytes.ts';
import { readQuery } from './read-query.ts';
import { refuseUnsafePath } from './refuse-path.ts';
import type { Session } from './session.ts';

const defaultTimeoutMs = 25_000;
const defaultMaxResponseBytes = 32 * 1024 * 1024;
const maxRefusalBytes = 64 * 1024;
/** Calls of one connection that may wait for a free place. */
const maxWaiting = 64;

type Prepared = { operation: Operation; url: string; body: string | undefined; signal: AbortSignal };

/** One call of an adapter, from the raw path below `/api/c/{id}` to the vendor's answer. */
export async function callVendor(
  session: Session,
  request: Request,
  vendorPath: string,
  search: string,
  onMatch: (operation: string) => void = () => undefined,
): Promise<Response> {
  refuseUnsafePath(vendorPath);
  const { name, operation, path } = matchOperation(session.vendor.operations, request.method, vendorPath);
  onMatch(name);
  const url = buildTargetUrl(session.targets, operation.target, path + readQuery(operation, search));
  const body = await readOperationBody(operation, request);
  if (session.queue.size >= maxWaiting) {
    throw new GatewayProblem('busy', 'More calls wait for this connection than it can take.');
  }
  return session.queue.add(() => callInTurn(session, { operation, url, body, signal: request.signal }), {
    signal: request.signal,
  });
}

/** One controller a call: combined and timed AbortSignals cost more here than the rest of the call. */
async function callInTurn(session: Session, call: Prepared): Promise<Response> {
  const timeoutMs = call.operation.limits?.timeoutMs ?? defaultTimeoutMs;
  const controller = new AbortController();
  const leave = () => controller.abort(call.signal.reason);
  let isOverdue = false;
  const deadline = setTimeout(() => {
    isOverdue = true;
    controller.abort();
  }, timeoutMs);
  call.signal.addEventListener('abort', leave, { once: true });
  if (call.signal.aborted) leave();
  try {
    return await withCredential(session, { ...call, signal: controller.signal });
  } catch (error) {
    if (!isOverdue || call.signal.aborted || error instanceof GatewayProblem) throw error;
    throw new GatewayProblem('timeout', `The vendor did not answer within ${Math.ceil(timeoutMs / 1000)} s.`);
  } finally {
    clearTimeout(deadline);
    call.signal.removeEventListener('abort', leave);
  }
}

/** Sends with the credential held; once more with a fresh one where the vendor calls this one expired. */
async function withCredential(session: Session, call: Prepared): Promise<Response> {
  const { credentials, authenticator } = session;
  const held = await abortable(credentials.get(), call.signal);
  const response = await sendOnce(session, call, held);
  if (response.status !== 401) return readAnswer(response, answerOptions(session, call));

  const refusal = authenticator.readRefusal(await readRefusalText(response));
  if (refusal !== 'expired-token') throw refuseCredential(session, held, refusal);
  const renewed = await abortable(credentials.renew(held), call.signal);
  const second = await sendOnce(session, call, renewed);
  if (second.status !== 401) return readAnswer(second, answerOptions(session, call));
  const final = authenticator.readRefusal(await readRefusalText(second));
  throw refuseCredential(session, renewed, final === 'expired-token' ? 'credential-refused' : final);
}

function sendOnce(session: Session, call: Prepared, credential: Credential): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', ...credential.headers });
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  const request = new Request(call.url, {
    method: call.operation.method,
    headers,
    redirect: 'manual',
    signal: call.signal,
    ...(call.body === undefined ? {} : { body: call.body }),
  });
  return session.send(request, {
    connection: session.connection,
    isPrivateAllowed: session.vendor.hosts === undefined,
    maxResponseBytes: answerOptions(session, call).maxResponseBytes,
  });
}

function answerOptions(session: Session, call: Prepared) {
  const maxResponseBytes = call.operation.limits?.maxResponseBytes ?? defaultMaxResponseBytes;
  return { url: call.url, maxResponseBytes, now: session.now };
}

async function readRefusalText(response: Response): Promise<string> {
  const bytes = await readBytes(response, maxRefusalBytes);
  return bytes === null ? '' : new TextDecoder().decode(bytes);
}

const refusalTitles = {
  'credential-refused': 'The vendor refused the credential. It is not tried again until it is replaced.',
  'credential-expired':
    'The credential has expired at the vendor. It is not tried again until it is replaced.',
  'address-not-allowed-for-key': 'The vendor does not accept this key from the address Casefold calls from.',
} as const;

function refuseCredential(
  session: Session,
  used: Credential,
  code: keyof typeof refusalTitles,
): GatewayProblem {
  const problem = new GatewayProblem(code, refusalTitles[code], { vendorStatus: 401 });
  session.credentials.refuse(used, problem);
  return problem;
}

/** Signing in goes on for the others when one caller leaves. */
function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
