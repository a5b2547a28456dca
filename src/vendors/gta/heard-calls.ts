import type { Exchange } from '#domain/section.ts';
import type { AdapterContext } from '#domain/vendor.ts';

/** A context that also tells what was called during one piece of work. */
export function createHeardCalls(outer: AdapterContext) {
  const heard = new WeakMap<AbortSignal, Exchange[]>();
  const tell = (signal: AbortSignal, exchange: Exchange) => outer.trace?.(signal, exchange);

  return {
    context: {
      ...outer,
      trace: (signal: AbortSignal, exchange: Exchange) => {
        heard.get(signal)?.push(exchange);
        tell(signal, exchange);
      },
    } satisfies AdapterContext,
    /** Tells somebody else of a call as if it had been made with their signal. */
    tell,
    async hear<Value>(signal: AbortSignal, work: () => Promise<Value>) {
      const exchanges: Exchange[] = [];
      heard.set(signal, exchanges);
      const value = await work();
      heard.delete(signal);
      return { value, exchanges };
    },
  };
}

export type HeardCalls = ReturnType<typeof createHeardCalls>;
