/**
 * One engine per browser profile speaks to the vendors: the one whose turn it is. Hidden tabs give it up, so the tab
 * that somebody looks at gets it.
 */
export type Leadership = {
  /** Asks to lead; `onLead` runs when it does, with a signal that aborts when it no longer may. */
  seek: () => void;
  /** Gives it up, or stops asking. */
  yield: () => void;
  /** Gives it up, and never asks again. */
  end: () => void;
};

/** Runs `lead` once nobody else does, and lets the next one when it has ended. Leaves the line when aborted before. */
export type WaitForTurn = (lead: () => Promise<void>, signal: AbortSignal) => Promise<void>;

export function createLeadership(
  waitForTurn: WaitForTurn,
  onLead: (signal: AbortSignal) => Promise<void>,
): Leadership {
  let turn: AbortController | null = null;
  let isOver = false;

  function leave(): void {
    turn?.abort();
    turn = null;
  }

  return {
    seek: () => {
      if (turn !== null || isOver) return;
      turn = new AbortController();
      const { signal } = turn;
      void waitForTurn(async () => {
        if (!signal.aborted) await onLead(signal);
      }, signal);
    },
    yield: leave,
    end: () => {
      isOver = true;
      leave();
    },
  };
}

/** The browser's own line: a lock that all tabs of the profile share. Where there are no locks, everybody leads. */
export function waitForLock(name: string): WaitForTurn {
  return async (lead, signal) => {
    const { locks } = navigator;
    if (locks === undefined) return lead();
    try {
      await locks.request(name, { signal }, lead);
    } catch (error) {
      // Giving up while still waiting in line rejects with the abort itself.
      if (!signal.aborted) throw error;
    }
  };
}
