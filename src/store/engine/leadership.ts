/**
 * One engine per browser profile speaks to the vendors: the one that holds the lock. Hidden tabs give it up, so the
 * tab that somebody looks at gets it. Where there are no locks, everybody leads.
 */
export type Leadership = {
  /** Asks to lead; `onLead` runs when it does, with a signal that aborts when it no longer may. */
  seek: () => void;
  /** Gives it up, or stops asking. */
  yield: () => void;
};

export function createLeadership(onLead: (signal: AbortSignal) => Promise<void>): Leadership {
  let ended: AbortController | null = null;
  return {
    seek: () => {
      if (ended !== null) return;
      const controller = new AbortController();
      ended = controller;
      const lead = () => (controller.signal.aborted ? Promise.resolve() : onLead(controller.signal));
      const { locks } = navigator;
      if (locks === undefined) void lead();
      else
        locks.request('casefold-sync', { signal: controller.signal }, lead).catch((error: unknown) => {
          // Giving up while still waiting in line rejects with the abort itself.
          if (!controller.signal.aborted) throw error;
        });
    },
    yield: () => {
      ended?.abort();
      ended = null;
    },
  };
}
