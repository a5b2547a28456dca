import type { QueueIndex } from '#index-worker/queue-index.ts';

const quietMs = 400;

/**
 * Makes first sorts and searches ahead, a piece at a time, so that no question waits for them. Called whenever rows
 * came: while more keep coming nothing is made, because the next ones would undo it.
 */
export function createPreparation(
  index: Pick<QueueIndex, 'prepare'>,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
): () => void {
  let running = new AbortController();

  async function prepare(signal: AbortSignal): Promise<void> {
    await sleep(quietMs, signal);
    while (index.prepare()) await sleep(0, signal);
  }

  return () => {
    running.abort();
    running = new AbortController();
    // More rows came: the call that brought them starts anew.
    prepare(running.signal).catch(() => {});
  };
}
