import { useDeferredValue, useMemo, useState } from 'react';
import { extentOf, type Histogram, toHistogram } from './histogram.ts';
import type { Merged } from './merge-entries.ts';
import { type PlacedEntry, placeOnDays } from './place-on-days.ts';
import { filterEntries, noFilter, type TimelineFilter, type TimeRange } from './timeline-filter.ts';
import { type Order, type TimelineRow, toRows } from './timeline-rows.ts';
import { withinRange } from './within-range.ts';
import type { TimeZone } from './zone-time.ts';

export type TimelineView = {
  filter: TimelineFilter;
  changeFilter: (part: Partial<TimelineFilter>) => void;
  order: Order;
  setOrder: (order: Order) => void;
  /** The stretch that is looked at; null: all. */
  range: TimeRange | null;
  setRange: (range: TimeRange | null) => void;
  /** Whether the histogram covers only a part. */
  isZoomed: boolean;
  /** Lets the histogram cover what is chosen, so that one can choose more finely. */
  zoomIn: () => void;
  clearRange: () => void;
  /** Every entry, on its day. */
  placed: readonly PlacedEntry[];
  /** null: there are not two instants. */
  histogram: Histogram | null;
  rows: readonly TimelineRow[];
  shownCount: number;
};

/** What of the entries is shown, and in which order. What is typed and dragged goes ahead; the list follows. */
export function useTimelineView(merged: Merged, timeZone: TimeZone): TimelineView {
  const [filter, setFilter] = useState(noFilter);
  const [order, setOrder] = useState<Order>('newest');
  const [range, setRange] = useState<TimeRange | null>(null);
  const [zoom, setZoom] = useState<TimeRange | null>(null);
  const heldFilter = useDeferredValue(filter);
  const heldRange = useDeferredValue(range);

  const placed = useMemo(() => placeOnDays(merged.entries, timeZone), [merged, timeZone]);
  const filtered = useMemo(() => filterEntries(placed, heldFilter), [placed, heldFilter]);
  const histogram = useMemo(() => {
    const extent = zoom ?? extentOf(placed);
    return extent === null ? null : toHistogram(filtered, extent);
  }, [placed, filtered, zoom]);
  const shown = useMemo(() => withinRange(filtered, heldRange, timeZone), [filtered, heldRange, timeZone]);
  const rows = useMemo(() => toRows(shown, order), [shown, order]);

  return {
    filter,
    changeFilter: part => setFilter(now => ({ ...now, ...part })),
    order,
    setOrder,
    range,
    setRange,
    isZoomed: zoom !== null,
    zoomIn: () => setZoom(range),
    clearRange: () => {
      setRange(null);
      setZoom(null);
    },
    placed,
    histogram,
    rows,
    shownCount: shown.length,
  };
}
