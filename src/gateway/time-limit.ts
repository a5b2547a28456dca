import { GatewayProblem } from './gateway-problem.ts';

export type TimeLimit = {
  /** Aborted when the time is over or the caller left. */
  signal: AbortSignal;
  /** Counts the time anew: somebody waits for the vendor. */
  begin(): void;
  /** Nobody waits for the vendor. */
  rest(): void;
  /** Lets go of the caller's signal. */
  end(): void;
  /** What is to be thrown for an error that came while it ran. */
  explain(error: unknown): unknown;
};

/** One controller a call: combined and timed AbortSignals cost more here than the rest of the call. */
export function createTimeLimit(timeoutMs: number, caller: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isOverdue = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => controller.abort(caller.reason);
  caller.addEventListener('abort', leave, { once: true });
  if (caller.aborted) leave();

  function rest(): void {
    clearTimeout(timer);
  }
  return {
    signal: controller.signal,
    begin() {
      rest();
      timer = setTimeout(() => {
        isOverdue = true;
        controller.abort();
      }, timeoutMs);
    },
    rest,
    end() {
      rest();
      caller.removeEventListener('abort', leave);
    },
    explain(error) {
      if (!isOverdue || caller.aborted || error instanceof GatewayProblem) return error;
      return new GatewayProblem(
        'timeout',
        `The vendor did not answer within ${Math.ceil(timeoutMs / 1000)} s.`,
      );
    },
  };
}
