/** Wakes who waits. Rung while nobody does, it wakes the next wait at once: nothing that happens in between is missed. */
export type Bell = {
  ring: () => void;
  /** Until it is rung, or so long. Rejects with the signal's reason when aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
};

export function createBell(sleep: (ms: number, signal: AbortSignal) => Promise<void>): Bell {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      isRung = true;
      wake?.();
    },
    wait: async (ms, signal) => {
      signal.throwIfAborted();
      const nap = new AbortController();
      const rung = new Promise<void>(resolve => {
        wake = resolve;
      });
      if (!isRung) await Promise.race([rung, sleep(ms, AbortSignal.any([signal, nap.signal]))]);
      nap.abort();
      wake = null;
      isRung = false;
    },
  };
}
