import { getResponse, http, type RequestHandler } from 'msw';
import {
  type Chosen,
  createChooser,
  type Fault,
  type FaultRule,
  isDown,
  readFaultRules,
} from './fault-rules.ts';
import type { RequestLog } from './request-log.ts';

/** There was no answer. `code` is what Node calls it. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code: 'ECONNREFUSED' | 'ECONNRESET';

  constructor(code: NoAnswer['code']) {
    super(`The simulator broke the connection (${code}).`);
    this.code = code;
  }
}

export type Faults = {
  /** Replaces all rules, and counts anew. Returns what is wrong with them, or null. */
  set: (rules: unknown) => string | null;
  add: (...rules: FaultRule[]) => void;
  clear: () => void;
  rules: () => readonly Fault[];
  isDown: (vendor: string) => boolean;
  /**
   * Answers like the vendor's handlers, as far as the rules let it. Rejects with NoAnswer where there is none; a body
   * that breaks off rejects with it while it is read.
   */
  answer: (vendor: string, handlers: readonly RequestHandler[], request: Request) => Promise<Response>;
  /** The same as one handler for everything under the origin. No answer is a network error there. */
  wrap: (vendor: string, origin: string, handlers: readonly RequestHandler[]) => RequestHandler;
};

export type FaultOptions = {
  log?: RequestLog;
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
};

/** A layer between callers and simulated vendors that breaks what it is told to. */
export function createFaults({ log, sleep = wait }: FaultOptions = {}): Faults {
  let rules: readonly Fault[] = [];
  let choose = createChooser(rules);

  function set(given: unknown): string | null {
    const read = readFaultRules(given);
    if (typeof read === 'string') return read;
    rules = read;
    choose = createChooser(read);
    return null;
  }

  async function answer(vendor: string, handlers: readonly RequestHandler[], request: Request) {
    const { pathname } = new URL(request.url);
    const { delayMs, fault } = choose({ vendor, method: request.method, path: pathname });
    const entry = await log?.begin(vendor, request, fault?.fault ?? null);
    if (delayMs > 0) await sleep(delayMs, request.signal);
    const early = fault === null ? null : answerInstead(fault, request.signal);
    if (early !== null) {
      const response = await early;
      entry?.end(response.status, false);
      return response;
    }
    const response = (await getResponse([...handlers], request)) ?? new Response(null, { status: 404 });
    entry?.end(response.status, response.status < 400);
    return fault === null ? response : damage(fault, response);
  }

  return {
    set,
    add(...more) {
      const problem = set([...rules, ...more]);
      if (problem !== null) throw new TypeError(problem);
    },
    clear: () => void set([]),
    rules: () => rules,
    isDown: vendor => isDown(rules, vendor),
    answer,
    wrap: (vendor, origin, handlers) =>
      http.all(`${origin}/*`, async ({ request }) => {
        try {
          return await answer(vendor, handlers, request);
        } catch (error) {
          if (error instanceof NoAnswer) return Response.error();
          throw error;
        }
      }),
  };
}

type Instead = NonNullable<Chosen['fault']>;

/** What comes without the vendor's code having run; null when it must run. */
function answerInstead(fault: Instead, signal: AbortSignal): Promise<Response> | Response | null {
  switch (fault.fault) {
    case 'refuse':
      return Promise.reject(new NoAnswer('ECONNREFUSED'));
    case 'drop':
      return Promise.reject(new NoAnswer('ECONNRESET'));
    case 'hang':
      return wait(2 ** 31 - 1, signal).then(() => new Response(null, { status: 504 }));
    case 'status':
      return Response.json(fault.args.body, { status: fault.args.status, headers: fault.args.headers });
    case 'retry-after': {
      const { status, value } = fault.args;
      return Response.json(
        { error: status === 429 ? 'Too Many Requests' : 'Service Unavailable' },
        { status, headers: value === undefined ? {} : { 'retry-after': value } },
      );
    }
    case 'html':
      return new Response('<!doctype html><title>Sign in</title><form><input type="password"></form>', {
        status: fault.args.status,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    case 'empty':
      return new Response(null, { status: fault.args.status });
    case 'redirect':
      return new Response(null, { status: 302, headers: { location: fault.args.location } });
    default:
      return null;
  }
}

async function damage(fault: Instead, response: Response): Promise<Response> {
  if (fault.fault === 'drop-after-commit') throw new NoAnswer('ECONNRESET');
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = bytes.slice(0, Math.floor(bytes.length / 2));
  const { status } = response;
  const headers = new Headers(response.headers);
  if (fault.fault === 'truncate') {
    // Whole, as far as the wire can tell.
    headers.set('content-length', String(half.length));
    return new Response(half, { status, headers });
  }
  let isSent = false;
  const broken = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent || half.length === 0) controller.error(new NoAnswer('ECONNRESET'));
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(broken, { status, headers });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
