/** A wait that can be cut short from outside: by "Try now", by a tab coming back, by a change of settings. */
export type Alarm = {
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  wake: () => void;
};

export function createAlarm(): Alarm {
  let wakeNow: (() => void) | null = null;
  return {
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', stop);
          wakeNow = null;
          resolve();
        };
        const stop = () => {
          clearTimeout(timer);
          wakeNow = null;
          reject(signal.reason);
        };
        const timer = setTimeout(finish, Math.min(ms, 2 ** 31 - 1));
        wakeNow = finish;
        signal.addEventListener('abort', stop, { once: true });
      }),
    wake: () => wakeNow?.(),
  };
}

export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await createAlarm().wait(ms, signal);
}
