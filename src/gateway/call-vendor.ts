import type { Credential } from '#domain/authenticator.ts';
import type { Operation } from '#domain/operation.ts';
import { buildTargetUrl } from './build-target-url.ts';
import { GatewayProblem } from './gateway-problem.ts';
import { type HeldBody, holdBody } from './hold-body.ts';
import { matchOperation } from './match-operation.ts';
import { passFile } from './pass-file.ts';
import { readAnswer } from './read-answer.ts';
import { readOperationBody } from './read-body.ts';
import { readBytes } from './read-bytes.ts';
import { readQuery } from './read-query.ts';
import { refuseUnsafePath } from './refuse-path.ts';
import type { Session } from './session.ts';
import { createTimeLimit } from './time-limit.ts';

const defaultTimeoutMs = 25_000;
const defaultFileTimeoutMs = 60_000;
const mebibyte = 1024 * 1024;
const defaultMaxResponseBytes = 32 * mebibyte;
const defaultMaxFileBytes = 512 * mebibyte;
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
  return inTurn(session, request.signal, () =>
    callInTime(session, { operation, url, body, signal: request.signal }),
  );
}

/** Answers as soon as there is something to answer with; the place in line is held until the last byte of it. */
function inTurn(session: Session, signal: AbortSignal, work: () => Promise<HeldBody>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const task = async () => {
      const { response, whenDone } = await work();
      resolve(response);
      await whenDone;
    };
    session.queue.add(task, { signal }).catch(reject);
  });
}

async function callInTime(session: Session, call: Prepared): Promise<HeldBody> {
  const { operation } = call;
  const isFile = operation.answer === 'file';
  const timeoutMs = operation.limits?.timeoutMs ?? (isFile ? defaultFileTimeoutMs : defaultTimeoutMs);
  const limit = createTimeLimit(timeoutMs, call.signal);
  limit.begin();
  try {
    const response = await withCredential(session, { ...call, signal: limit.signal });
    limit.rest();
    if (isFile && response.ok) return await holdBody(response, maxFileBytes(operation), limit);
    limit.end();
    return { response, whenDone: Promise.resolve() };
  } catch (error) {
    limit.end();
    throw limit.explain(error);
  }
}

/** Sends with the credential held; once more with a fresh one where the vendor calls this one expired. */
async function withCredential(session: Session, call: Prepared): Promise<Response> {
  const { credentials, authenticator } = session;
  const held = await abortable(credentials.get(), call.signal);
  const response = await sendOnce(session, call, held);
  if (response.status !== 401) return toAnswer(session, call, response);

  const refusal = authenticator.readRefusal(await readRefusalText(response));
  if (refusal !== 'expired-token') throw refuseCredential(session, held, refusal);
  const renewed = await abortable(credentials.renew(held), call.signal);
  const second = await sendOnce(session, call, renewed);
  if (second.status !== 401) return toAnswer(session, call, second);
  const final = authenticator.readRefusal(await readRefusalText(second));
  throw refuseCredential(session, renewed, final === 'expired-token' ? 'credential-refused' : final);
}

function sendOnce(session: Session, call: Prepared, credential: Credential): Promise<Response> {
  const { answer = 'json' } = call.operation;
  const accept = answer === 'file' ? '*/*' : 'application/json';
  const headers = new Headers({ accept, ...credential.headers });
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
    maxResponseBytes: maxTextBytes(call.operation),
    answer,
  });
}

/** An error status goes the way of JSON, whatever was asked for. */
function toAnswer(session: Session, { operation, url }: Prepared, response: Response): Promise<Response> {
  if (operation.answer === 'file' && response.ok) {
    const { isHtmlExpected = false } = operation;
    return passFile(response, { maxResponseBytes: maxFileBytes(operation), isHtmlExpected });
  }
  return readAnswer(response, { url, maxResponseBytes: maxTextBytes(operation), now: session.now });
}

function maxFileBytes({ limits }: Operation): number {
  return limits?.maxResponseBytes ?? defaultMaxFileBytes;
}

/** What is read whole. The limit of a file says nothing of its errors. */
function maxTextBytes({ answer, limits }: Operation): number {
  return answer === 'file' ? defaultMaxResponseBytes : (limits?.maxResponseBytes ?? defaultMaxResponseBytes);
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
