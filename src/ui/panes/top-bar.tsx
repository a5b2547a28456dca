import type { ReactNode } from 'react';
import classes from './bars.module.css';

/** The 44 px bar at the top of a page: view tabs or the way back on the left, what is always there on the right. */
export function TopBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <header className={classes['top']}>
      {children}
      {end === undefined ? null : <div className={classes['end']}>{end}</div>}
    </header>
  );
}
