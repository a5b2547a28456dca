import { type CaseRef, formatRef, parseRef, type QueueRow } from '#domain/case.ts';
import { observableKey } from '#domain/observable-key.ts';
import type { Observable } from '#domain/section.ts';
import { openStatuses } from '#domain/words.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import type { Engine, Sightings } from './engine-port.ts';
import { holdsToken } from './holds-token.ts';

/** Rows looked at before others get their turn: a few milliseconds. */
const stretch = 1_000;
const listedRows = 20;
/** '7' and 'me' are in every other title. */
const shortestSought = 3;

/**
 * Which other records hold an observable: of rows, what their fields say; of records whose page was open since the
 * start, also what was read of them, for each question says what its own record holds.
 */
export function createWhereSeen(
  index: Pick<QueueIndex, 'open' | 'refsOf' | 'close' | 'get'>,
  sleep: (ms: number, signal: AbortSignal) => Promise<void>,
  vendorOf: (connectionId: string) => string | undefined,
): Pick<Engine, 'whereSeen'> {
  /** Refs of the records that were asked about, by key of what they hold. */
  const holders = new Map<string, Set<string>>();
  const never = new AbortController().signal;

  function remember(ref: string, observable: Observable): void {
    const key = observableKey(observable);
    const refs = holders.get(key) ?? new Set();
    holders.set(key, refs.add(ref));
  }

  /** Refs whose rows hold all words of the value somewhere. */
  function candidates(value: string): CaseRef[] {
    const { resultId, total } = index.open({ q: value, sort: [], facets: {}, ranges: {}, me: [] });
    const refs = index.refsOf(resultId, 0, total);
    index.close(resultId);
    return refs;
  }

  async function find(observable: Observable, except: string): Promise<QueueRow[]> {
    const found = new Map<string, QueueRow>();
    const value = observable.value.trim();
    const refs = value.length < shortestSought ? [] : candidates(value);
    for (let from = 0; from < refs.length; from += stretch) {
      if (from > 0) await sleep(0, never);
      for (const ref of refs.slice(from, from + stretch)) {
        const row = index.get(ref);
        if (row !== null && holdsToken(row, observable)) found.set(formatRef(ref), row);
      }
    }
    for (const name of holders.get(observableKey(observable)) ?? []) {
      const ref = parseRef(name);
      const row = ref === null ? null : index.get(ref);
      if (row !== null) found.set(name, row);
    }
    found.delete(except);
    return [...found.values()];
  }

  function summarise(rows: QueueRow[]): Sightings {
    return {
      count: rows.length,
      vendorCount: new Set(rows.map(row => vendorOf(row.connectionId) ?? row.connectionId)).size,
      closedCount: rows.filter(row => !openStatuses.has(row.status.value)).length,
      latest: rows.sort((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0)).slice(0, listedRows),
    };
  }

  return {
    whereSeen: async (ref, observables) => {
      const name = formatRef(ref);
      for (const observable of observables) remember(name, observable);
      const answers: Sightings[] = [];
      for (const observable of observables) {
        await sleep(0, never);
        answers.push(summarise(await find(observable, name)));
      }
      return answers;
    },
  };
}
