import type { ReactNode } from 'react';
import classes from './bulk-bar.module.css';

type BulkBarProps = {
  count: number;
  /** By vendor: '14 Stellar, 6 Argus'. */
  summary?: ReactNode;
  /** What can be done with the selected rows. */
  children?: ReactNode;
  /** Select all, clear. */
  end?: ReactNode;
};

/** Docks in the table's foot and covers no row. */
export function BulkBar({ count, summary, children, end }: BulkBarProps) {
  return (
    <div className={classes['bar']} role="toolbar" aria-label="Selected rows">
      <span className={classes['count']} role="status">
        {count.toLocaleString('en')} selected
      </span>
      {summary === undefined ? null : <span className={classes['summary']}>{summary}</span>}
      <div className={classes['actions']}>{children}</div>
      <div className={classes['end']}>{end}</div>
    </div>
  );
}
