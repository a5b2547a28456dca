import { useEffect, useMemo, useRef, useState } from 'react';
import { isOnItsWay, type OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { useOutbox } from '#store/write/writes.ts';
import { type EntriesByRow, groupByRow } from './shown-row.ts';

/** The longest that a vendor's list takes to tell of what was saved. */
const settleMs = 60_000;

/** By row: what waits for it, and what was saved and is not read again yet. */
export function useWaitingRows(): { waiting: EntriesByRow; settled: EntriesByRow } {
  const entries = useOutbox();
  const before = useRef(entries);
  const [saved, setSaved] = useState<readonly OutboxEntry[]>([]);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const here = new Set(entries.map(({ command }) => command.id));
    // What was on its way cannot be discarded: gone from there, it is saved.
    const gone = before.current.filter(entry => isOnItsWay(entry) && !here.has(entry.command.id));
    before.current = entries;
    if (gone.length === 0) return;
    setSaved(known => [...known, ...gone]);
    const timer = setTimeout(() => {
      timers.current.delete(timer);
      setSaved(known => known.filter(entry => !gone.includes(entry)));
    }, settleMs);
    timers.current.add(timer);
  }, [entries]);

  useEffect(() => {
    const pending = timers.current;
    return () => pending.forEach(clearTimeout);
  }, []);

  return {
    waiting: useMemo(() => groupByRow(entries), [entries]),
    settled: useMemo(() => groupByRow(saved), [saved]),
  };
}
