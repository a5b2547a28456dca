import type { Operation, OperationTable } from '#domain/operation.ts';
import type { Problem } from '#domain/problem.ts';
import type { Exchange } from '#domain/section.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { asLostAnswer } from './judge-write.ts';
import { readJson } from './read-json.ts';
import { readProblem } from './read-problem.ts';
import { retryRead } from './retry.ts';

export type QueryValue = string | number | boolean | readonly (string | number)[] | undefined;

export type CallArgs = {
  params?: Readonly<Record<string, string | number>>;
  /** `undefined` leaves the key out; a list repeats it. */
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  signal: AbortSignal;
  /** 'exact': integers beyond 2^53 come as strings. */
  numbers?: 'plain' | 'exact';
};

/** Turns a vendor's answer that is not 2xx into an error, by the vendor's own error bodies. */
export type ReadVendorError = (status: number, body: unknown) => VendorError;

export type Call<Table extends OperationTable> = (
  name: keyof Table & string,
  args: CallArgs,
) => Promise<unknown>;

/** Where requests to the gateway are addressed: this page's origin, or a loopback name where there is no page. */
const base = typeof location === 'object' ? location.origin : 'http://127.0.0.1';

export function buildPath(operation: Operation, args: Pick<CallArgs, 'params' | 'query'>): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args.params?.[name];
    if (value === undefined) throw new TypeError(`${operation.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(args.query ?? {})) {
    if (value === undefined) continue;
    for (const item of Array.isArray(value) ? value : [value]) query.append(key, String(item));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/**
 * The one way an adapter speaks: by the name of a listed operation, through the gateway.
 * Reads are tried up to three times; writes once, and an answer to one that cannot be read leaves open whether it was
 * taken, so that it is never told as a refusal. Resolves to the parsed answer, or null for a write's empty one.
 */
export function createCall<Table extends OperationTable>(
  context: AdapterContext,
  operations: Table,
  readVendorError: ReadVendorError,
): Call<Table> {
  async function send(operation: Operation, args: CallArgs): Promise<unknown> {
    const response = await context.fetch(buildRequest(context, operation, args));
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('application/problem+json')) throw readProblem(readJson(text) as Problem);
    if (text === '' && response.ok && operation.class !== 'R') return null;
    if (!type.startsWith('application/json')) throw unreadable(response.status, type, text.length);
    const body = parse(text, args.numbers, response.status, type);
    context.trace?.(args.signal, traceOf(operation, args, body));
    if (!response.ok) throw readVendorError(response.status, body);
    return body;
  }

  return async (name, args) => {
    const operation = operations[name];
    if (operation === undefined) throw new TypeError(`${name} is not an operation`);
    return reached(args.signal, () =>
      operation.class === 'R'
        ? retryRead(() => send(operation, args), { sleep: context.sleep, signal: args.signal })
        : send(operation, args).catch(error => {
            throw asLostAnswer(error);
          }),
    );
  };
}

/** A listed operation as a request to the gateway. */
export function buildRequest(context: AdapterContext, operation: Operation, args: CallArgs): Request {
  return new Request(`${base}/api/c/${context.connection.id}${buildPath(operation, args)}`, {
    method: operation.method,
    signal: args.signal,
    ...(args.body === undefined
      ? {}
      : { body: JSON.stringify(args.body), headers: { 'content-type': 'application/json' } }),
  });
}

/** An abort throws the signal's reason; a gateway that does not answer is a VendorError. */
export async function reached<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof TypeError && !(error instanceof VendorError)) throw gatewayLost(error);
    throw error;
  }
}

/** The call as the vendor saw it. */
export function traceOf(operation: Operation, args: CallArgs, answer: unknown): Exchange {
  return {
    method: operation.method,
    target: operation.target,
    path: buildPath(operation, args),
    ...(args.body === undefined ? {} : { body: args.body }),
    answer,
  };
}

function parse(text: string, numbers: CallArgs['numbers'], status: number, type: string): unknown {
  try {
    return readJson(text, numbers);
  } catch {
    throw unreadable(status, type, text.length);
  }
}

function unreadable(status: number, type: string, size: number): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: `The answer could not be understood: status ${status}, ${type || 'no type'}, ${size.toLocaleString('en')} characters.`,
    retryable: true,
    status,
    facts: { status: String(status), type, size: String(size) },
  });
}

/** `fetch` rejects with TypeError when the gateway itself does not answer. */
function gatewayLost(cause: TypeError): VendorError {
  return new VendorError({
    code: 'unavailable',
    reason: 'gateway-lost',
    message: 'Casefold itself does not answer. Is it still running?',
    retryable: true,
    raw: cause.message,
  });
}
