import { useCallback, useEffect, useState } from 'react';
import { type CaseRef, formatRef, parseRef, type QueueRow } from '#domain/case.ts';
import { changeQueuePlace, getQueuePlace } from '#store/queue/current-list.ts';
import type { QueueSession, QueueSnapshot } from '#store/queue/queue-session.ts';

/**
 * Where the analyst stands and what is selected. Both follow records, not places: when the order is renewed the
 * cursor goes where its record went.
 */
export function useCursor(session: QueueSession, queue: QueueSnapshot) {
  const [index, setIndex] = useState(() => getQueuePlace()?.cursorIndex ?? -1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(() => getQueuePlace()?.selected ?? new Set());
  const [anchor, setAnchor] = useState(-1);

  const row = index < 0 ? null : (queue.rowAt(index) ?? null);
  const { resultId, total } = queue;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a renewed order is the reason
  useEffect(() => {
    const place = getQueuePlace();
    const ref = place?.cursor === null || place === null ? null : parseRef(place.cursor);
    if (ref === null) {
      const stays = Math.min(place?.cursorIndex ?? -1, total - 1);
      changeQueuePlace({ cursorIndex: stays });
      setIndex(stays);
      const kept = place?.selected ?? new Set();
      setSelected(current => (current.size + kept.size === 0 ? current : kept));
      return;
    }
    void session.positionOf(ref).then(position => {
      // A step made since then counts more.
      if (getQueuePlace()?.cursor !== formatRef(ref)) return;
      changeQueuePlace({ cursorIndex: position });
      setIndex(position);
    });
  }, [resultId, session]);

  const moveTo = useCallback(
    (to: number, at?: QueueRow | null) => {
      if (total === 0) return;
      const next = Math.max(0, Math.min(total - 1, to));
      session.touch();
      setIndex(next);
      // In rows that are about to be replaced a step means the place: Home is the first row of the new order.
      const target = session.isReplacing() ? null : (at ?? queue.rowAt(next));
      changeQueuePlace({
        cursorIndex: next,
        cursor: target === null || target === undefined ? null : formatRef(target),
      });
    },
    [queue, session, total],
  );

  // The row under the cursor may have come after the cursor did.
  useEffect(() => {
    const place = getQueuePlace();
    if (row === null || session.isReplacing() || place?.cursor !== null || place.cursorIndex !== index)
      return;
    changeQueuePlace({ cursor: formatRef(row) });
  }, [row, index, session]);

  const select = useCallback(
    (next: ReadonlySet<string>) => {
      session.touch();
      setSelected(next);
      changeQueuePlace({ selected: next });
    },
    [session],
  );

  const selectRefs = useCallback(
    (refs: readonly CaseRef[], isAdded: boolean) =>
      select(new Set([...(isAdded ? selected : []), ...refs.map(formatRef)])),
    [select, selected],
  );

  return {
    index,
    row,
    selected,
    moveTo,
    selectRefs,
    clear: useCallback(() => select(new Set()), [select]),
    toggle: useCallback(
      (at: number, target: QueueRow) => {
        const ref = formatRef(target);
        const next = new Set(selected);
        if (!next.delete(ref)) next.add(ref);
        setAnchor(at);
        select(next);
      },
      [select, selected],
    ),
    /** Selects from the last row that was ticked, or from the cursor, to this one. */
    extendTo: useCallback(
      async (to: number) => {
        const from = anchor >= 0 ? anchor : Math.max(index, 0);
        const refs = await session.refs(Math.min(from, to), Math.max(from, to));
        if (anchor < 0) setAnchor(from);
        selectRefs(refs, true);
      },
      [anchor, index, selectRefs, session],
    ),
  };
}
