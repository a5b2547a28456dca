import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { Order, TimelineRow } from './timeline-rows.ts';

const headPx = 29;
const linePx = 30;
const bodyPx = 96;
const overscanRows = 6;

function estimatedPx(row: TimelineRow | undefined): number {
  if (row?.kind !== 'entry') return headPx;
  return row.placed.entry.body === null ? linePx : linePx + bodyPx;
}

/** The rows in view of a list of any length, whose heights are measured as they are drawn. */
export function useListWindow(
  rows: readonly TimelineRow[],
  order: Order,
  scroller: RefObject<HTMLElement | null>,
  /** Drawn wherever one scrolls: it may have the focus. */
  keptIndex: number,
) {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = new Set(defaultRangeExtractor(range));
      // The head of the day in view sticks.
      indexes.add(headBefore(rows, range.startIndex));
      indexes.add(keptIndex);
      return [...indexes].filter(index => index >= 0 && index < rows.length).sort((a, b) => a - b);
    },
    [rows, keptIndex],
  );
  const virtual = useVirtualizer<HTMLElement, HTMLElement>({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: index => rows[index]?.key ?? index,
    estimateSize: index => estimatedPx(rows[index]),
    overscan: overscanRows,
    scrollPaddingStart: headPx,
    // Rows that grow while they are measured would make the browser complain of a loop.
    useAnimationFrameWithResizeObserver: true,
    rangeExtractor,
  });
  const stuckIndex = headBefore(rows, virtual.range?.startIndex ?? 0);

  // What comes in above must not move what one reads.
  const anchor = useRef({ rows, order, key: '', pastPx: 0 });
  useLayoutEffect(() => {
    const before = anchor.current;
    if (before.rows === rows) return;
    const place = before.order === order ? rows.findIndex(({ key }) => key === before.key) : -1;
    const start = place < 0 ? 0 : (virtual.measurementsCache[place]?.start ?? 0);
    if (place >= 0) virtual.scrollToOffset(start + before.pastPx);
    else if (before.order !== order) virtual.scrollToOffset(0);
  }, [rows, order, virtual]);
  useLayoutEffect(() => {
    const offset = virtual.scrollOffset ?? 0;
    // At the beginning one sees what comes, unless one stands on an entry.
    const isHeld = offset > 0 || scroller.current?.contains(document.activeElement) === true;
    const first = isHeld ? virtual.getVirtualItemForOffset(offset + headPx) : undefined;
    const row = rows[first?.index ?? -1];
    anchor.current = { rows, order, key: row?.key ?? '', pastPx: offset - (first?.start ?? 0) };
  });

  return { virtual, stuckIndex };
}

function headBefore(rows: readonly TimelineRow[], index: number): number {
  let head = index;
  while (head >= 0 && rows[head]?.kind !== 'day') head -= 1;
  return head;
}
