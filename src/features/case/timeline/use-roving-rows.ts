import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TimelineRow } from './timeline-rows.ts';

const pageRows = 10;

/**
 * One entry of the list is a tab stop, and arrows go on from there. `show` brings a row into view; `list` holds the rows
 * by `data-index`.
 */
export function useRovingRows(
  rows: readonly TimelineRow[],
  list: RefObject<HTMLElement | null>,
  show: (index: number) => void,
) {
  const [stopKey, setStopKey] = useState('');
  const places = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const stopIndex = places.get(stopKey) ?? rows.findIndex(({ kind }) => kind === 'entry');

  function focusRow(index: number): void {
    const row = rows[index];
    if (row === undefined) return;
    // Drawn at once, so that there is something to focus.
    flushSync(() => setStopKey(row.key));
    show(index);
    list.current
      ?.querySelector<HTMLElement>(`[data-index="${index}"] [data-entry-time]`)
      ?.focus({ preventScroll: true });
  }

  /** The entry so many rows from here, past the heads of days. */
  function entryAt(from: number, step: 1 | -1): number {
    let index = Math.min(rows.length - 1, Math.max(0, from));
    while (rows[index]?.kind === 'day') index += step;
    return rows[index] === undefined ? stopIndex : index;
  }

  function moveByKey(event: KeyboardEvent): void {
    const isOnTime = event.target instanceof HTMLElement && event.target.dataset['entryTime'] !== undefined;
    if (!isOnTime || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const places: Record<string, () => number> = {
      ArrowDown: () => entryAt(stopIndex + 1, 1),
      ArrowUp: () => entryAt(stopIndex - 1, -1),
      PageDown: () => entryAt(stopIndex + pageRows, 1),
      PageUp: () => entryAt(stopIndex - pageRows, -1),
      Home: () => entryAt(0, 1),
      End: () => entryAt(rows.length - 1, -1),
    };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    focusRow(place());
  }

  return {
    stopIndex,
    places,
    focusRow,
    moveByKey,
    /** What has the focus is the tab stop, however it came there. */
    follow: (id: string) => setStopKey(id),
  };
}
