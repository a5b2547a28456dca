import { GatewayProblem } from './gateway-problem.ts';
import { fileTooLarge } from './pass-file.ts';
import type { TimeLimit } from './time-limit.ts';

export type HeldBody = {
  response: Response;
  /** Resolves when the body was read to its end, broke off, or nobody wants it any more. Never rejects. */
  whenDone: Promise<void>;
};

/**
 * Passes a body on piece by piece, as fast as it is taken. It breaks off, so that nobody holds half a file for a whole
 * one, when there is more than allowed, more or less than was said, or when the next piece takes longer than the limit.
 */
export function holdBody(response: Response, maxBytes: number, limit: TimeLimit): HeldBody {
  const reader = response.body?.getReader();
  if (reader === undefined) return { response, whenDone: Promise.resolve() };
  const declared = response.headers.get('content-length');
  const length = declared === null ? null : Number(declared);
  let received = 0;
  let finish: () => void = () => undefined;
  const whenDone = new Promise<void>(resolve => {
    finish = resolve;
  });

  async function next(controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>): Promise<void> {
    limit.begin();
    const step = await orAborted(reader?.read(), limit.signal);
    limit.rest();
    received += step?.value?.byteLength ?? 0;
    if (received > maxBytes) throw fileTooLarge(maxBytes);
    const isEnd = step === undefined || step.done;
    if (length !== null && (received > length || (isEnd && received < length))) throw brokenOff();
    if (!isEnd) {
      controller.enqueue(step.value);
      return;
    }
    controller.close();
    finish();
  }

  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: controller =>
        next(controller).catch(error => {
          reader.cancel(error).catch(() => undefined);
          finish();
          throw limit.explain(error);
        }),
      async cancel(reason) {
        finish();
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body, response), whenDone: whenDone.finally(() => limit.end()) };
}

/** A simulator's body knows nothing of the signal that its request was made with. */
function orAborted<Value>(
  promise: Promise<Value> | undefined,
  signal: AbortSignal,
): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function brokenOff(): GatewayProblem {
  return new GatewayProblem(
    'connection-reset',
    'The file is not as long as the vendor said. It was dropped.',
  );
}
