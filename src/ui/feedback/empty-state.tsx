import type { ReactNode } from 'react';
import classes from './feedback.module.css';

type EmptyStateProps = {
  /** What is so: 'No case matches.' */
  title: string;
  /** Why: a filter, a permission, an outage, or truly none. */
  children?: ReactNode;
  /** The way out. */
  actions?: ReactNode;
};

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <p className={classes['emptyTitle']}>{title}</p>
      {children === undefined ? null : <div className={classes['emptyWhy']}>{children}</div>}
      {actions === undefined ? null : <div className={classes['emptyActions']}>{actions}</div>}
    </div>
  );
}
