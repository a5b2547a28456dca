/** Runs at once, then at most once in `intervalMs`; the last call is never dropped. */
export function throttle(run: () => void, intervalMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isWanted = false;
  return function call() {
    if (timer !== null) {
      isWanted = true;
      return;
    }
    run();
    timer = setTimeout(() => {
      timer = null;
      if (!isWanted) return;
      isWanted = false;
      call();
    }, intervalMs);
  };
}
