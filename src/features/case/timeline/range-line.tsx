import { Button } from '@mantine/core';
import { rangeText } from './time-ticks.ts';
import classes from './timeline-section.module.css';
import type { TimelineView } from './use-timeline-view.ts';
import type { TimeZone } from './zone-time.ts';

/** How many are shown, and which stretch is looked at. Its room is always there. */
export function RangeLine({ view, timeZone }: { view: TimelineView; timeZone: TimeZone }) {
  const { placed, shownCount, range, histogram, isZoomed, zoomIn, clearRange } = view;
  const isPart = shownCount < placed.length;
  return (
    <div className={classes['line']}>
      <span role="status">
        {isPart ? `${shownCount.toLocaleString('en')} of ${placed.length.toLocaleString('en')} shown` : ''}
      </span>
      {range === null || histogram === null ? null : (
        <span className={classes['range']}>{rangeText(range, histogram.binMs, timeZone)} selected</span>
      )}
      {range === null ? null : (
        <Button size="compact-xs" variant="subtle" onClick={zoomIn}>
          Zoom in
        </Button>
      )}
      {range === null && !isZoomed ? null : (
        <Button size="compact-xs" variant="subtle" onClick={clearRange}>
          Clear
        </Button>
      )}
    </div>
  );
}
