import { GatewayProblem } from './gateway-problem.ts';
import { fileTooLarge, readLength } from './pass-file.ts';
import type { Bytes } from './read-bytes.ts';
import type { TimeLimit } from './time-limit.ts';

export type HeldBody = {
  response: Response;
  /** Resolves when the body was read to its end, broke off, or nobody wants it any more. Never rejects. */
  whenDone: Promise<void>;
};

/**
 * Passes a body on piece by piece, as fast as it is taken. It breaks off, so that nobody holds half a file for a whole
 * one, when there is more than allowed, more or less than was said, or when the next piece takes longer than the limit.
 * The first piece is waited for: what fails before it can still be answered with a problem, and is thrown.
 */
export async function holdBody(response: Response, maxBytes: number, limit: TimeLimit): Promise<HeldBody> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { response, whenDone: Promise.resolve() };
  const length = readLength(response.headers.get('content-length'));
  let received = 0;
  let finish: () => void = () => undefined;
  const whenDone = new Promise<void>(resolve => {
    finish = resolve;
  });

  /** null: that was all. */
  async function next(source: ReadableStreamDefaultReader<Bytes>): Promise<Bytes | null> {
    try {
      limit.begin();
      const { done, value } = await orAborted(source.read(), limit.signal);
      limit.rest();
      received += value?.byteLength ?? 0;
      if (received > maxBytes) throw fileTooLarge(maxBytes);
      if (length !== null && (received > length || (done && received < length))) throw otherLength();
      if (done) finish();
      return done ? null : value;
    } catch (error) {
      source.cancel(error).catch(() => undefined);
      finish();
      throw limit.explain(error);
    }
  }

  let first: Bytes | null | undefined = await next(reader);
  const body = new ReadableStream<Bytes>(
    {
      async pull(controller) {
        const piece = first === undefined ? await next(reader) : first;
        first = undefined;
        if (piece === null) controller.close();
        else controller.enqueue(piece);
      },
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
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function otherLength(): GatewayProblem {
  return new GatewayProblem(
    'connection-reset',
    'The file is not as long as the vendor said. It was dropped.',
  );
}
