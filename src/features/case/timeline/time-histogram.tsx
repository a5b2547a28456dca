import { memo } from 'react';
import { binsOfRange, type Histogram, rangeOfBins } from './histogram.ts';
import classes from './time-histogram.module.css';
import { instantText, toTicks } from './time-ticks.ts';
import type { TimeRange } from './timeline-filter.ts';
import { type Bins, useBrush } from './use-brush.ts';
import type { TimeZone } from './zone-time.ts';

type TimeHistogramProps = {
  histogram: Histogram;
  /** null: nothing is chosen, and all is shown. */
  range: TimeRange | null;
  onRange: (range: TimeRange | null) => void;
  timeZone: TimeZone;
};

const heightPx = 40;

/** How much happened when, and the stretch that is looked at. */
export function TimeHistogram({ histogram, range, onRange, timeZone }: TimeHistogramProps) {
  const { extent, binMs, counts } = histogram;
  const all = { first: 0, last: counts.length - 1 };
  const touched = range === null ? all : binsOfRange(histogram, range);
  const chosen = touched ?? all;
  const brush = useBrush(counts.length, chosen, bins => {
    const isAll = bins.first === 0 && bins.last === all.last;
    onRange(isAll ? null : rangeOfBins(histogram, bins.first, bins.last));
  });
  const edges = [
    { edge: 'first', name: 'From', at: extent.fromAt + chosen.first * binMs, place: chosen.first },
    { edge: 'last', name: 'To', at: extent.fromAt + (chosen.last + 1) * binMs, place: chosen.last + 1 },
  ] as const;
  return (
    <fieldset className={classes['histogram']} aria-label="Zoom by time">
      <div className={classes['plot']} {...brush.plot}>
        <Bars counts={counts} chosen={range === null ? null : touched} />
        {edges.map(({ edge, name, at, place }) => (
          <div
            key={edge}
            role="slider"
            tabIndex={0}
            aria-label={name}
            aria-valuemin={0}
            aria-valuemax={counts.length}
            aria-valuenow={place}
            aria-valuetext={instantText(at, binMs, timeZone)}
            data-edge={edge}
            data-chosen={range !== null || undefined}
            className={classes['edge']}
            style={{ left: `${(100 * place) / counts.length}%` }}
            onKeyDown={event => brush.moveEdge(edge, event)}
          />
        ))}
      </div>
      <div className={classes['axis']} aria-hidden>
        {toTicks(extent, timeZone).map(({ at, share, text }) => (
          <span
            key={at}
            className={classes['tick']}
            data-first={share === 0 || undefined}
            style={{ left: `${100 * share}%` }}
          >
            {text}
          </span>
        ))}
      </div>
    </fieldset>
  );
}

type BarsProps = { counts: readonly number[]; chosen: Bins | null };

const Bars = memo(function Bars({ counts, chosen }: BarsProps) {
  const largest = Math.max(1, ...counts);
  return (
    <svg
      className={classes['bars']}
      viewBox={`0 0 ${counts.length} ${heightPx}`}
      preserveAspectRatio="none"
      aria-hidden
    >
      {chosen === null ? null : (
        <rect
          className={classes['chosen']}
          x={chosen.first}
          width={chosen.last + 1 - chosen.first}
          height={heightPx}
        />
      )}
      {counts.map((count, bin) => {
        // What happened once is seen beside what happened a thousand times.
        const barPx = count === 0 ? 0.5 : 2 + ((heightPx - 2) * count) / largest;
        const isChosen = chosen !== null && bin >= chosen.first && bin <= chosen.last;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bin is its place
            key={bin}
            className={classes['bar']}
            data-chosen={isChosen || undefined}
            x={bin + 0.1}
            width={0.8}
            y={heightPx - barPx}
            height={barPx}
          />
        );
      })}
    </svg>
  );
});
