import type { ReactNode } from 'react';
import { type Freshness, FreshnessItem } from './freshness-item.tsx';
import classes from './freshness-strip.module.css';

type FreshnessStripProps = {
  /** In a fixed order: a troubled one turns to words in its place. */
  items: readonly Freshness[];
  /** What else is to be said here. */
  end?: ReactNode;
  /** The right end: what is queued, what needs somebody. On a narrow screen too; renders nothing when there is nothing. */
  work?: ReactNode;
};

const isFine = ({ state }: Freshness) => state === 'current' || state === 'reading';

/** Where every row comes from and how old it is. On a narrow screen it is one line, there only while something is not current or not sent. */
export function FreshnessStrip({ items, end, work }: FreshnessStripProps) {
  return (
    <footer className={classes['strip']} data-all-fine={items.every(isFine) || undefined}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className={classes['list']} tabIndex={0} aria-label="Freshness of each connection">
        {items.map(freshness => (
          <FreshnessItem key={freshness.id} freshness={freshness} />
        ))}
      </ul>
      {end === undefined ? null : <div className={classes['end']}>{end}</div>}
      <div className={classes['work']}>{work}</div>
    </footer>
  );
}
