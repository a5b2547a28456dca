export type Throttle = {
  /** Runs at once, then at most once in the interval; the last call is never dropped. */
  (): void;
  /** Runs at once whatever ran before. */
  now: () => void;
};

export function throttle(run: () => void, intervalMs: number): Throttle {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;

  function now(): void {
    clearTimeout(timer);
    isWanted = false;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) now();
    }, intervalMs);
  }

  function call(): void {
    if (timer === undefined) now();
    else isWanted = true;
  }
  return Object.assign(call, { now });
}
