import type { CaseList } from './case-list.ts';
import { type CaseWindow, restOf, type WindowField } from './case-window.ts';

type WindowsPage = {
  list: CaseList;
  /** What was still to be read when this page came, calls under way included. */
  pending: CaseWindow[];
};

type ReadWindows = {
  field: WindowField;
  pending: readonly CaseWindow[];
  /** Calls at once. */
  places: number;
  ask: (window: CaseWindow, signal: AbortSignal) => Promise<CaseList>;
  signal: AbortSignal;
};

type Flight = { window: CaseWindow; answer: Promise<{ flight: Flight; list: CaseList }> };

/** Reads all windows, several at once and the newest first; gives each page as it comes. */
export async function* readWindows(options: ReadWindows): AsyncGenerator<WindowsPage, void, void> {
  const { field, places, ask } = options;
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const waiting = [...options.pending];
  const flights = new Set<Flight>();

  function launch(window: CaseWindow): void {
    const flight: Flight = {
      window,
      answer: ask(window, signal).then(list => ({ flight, list })),
    };
    // Of several that fail, the first one is reported by the race; the others must not go unhandled.
    flight.answer.catch(() => undefined);
    flights.add(flight);
  }

  try {
    while (waiting.length > 0 || flights.size > 0) {
      for (const window of waiting.splice(0, places - flights.size)) launch(window);
      const { flight, list } = await Promise.race([...flights].map(({ answer }) => answer));
      flights.delete(flight);
      const idle = Math.max(1, places - flights.size - waiting.length);
      const instants = list.cases.map(wire => wire[field]);
      waiting.unshift(...restOf(flight.window, { instants, total: list.total }, idle));
      // The next calls travel while the caller takes in this page.
      for (const window of waiting.splice(0, places - flights.size)) launch(window);
      yield { list, pending: [...[...flights].map(({ window }) => window), ...waiting] };
    }
  } finally {
    stop.abort();
  }
}
