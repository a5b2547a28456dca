import type { ReactNode } from 'react';
import classes from './bars.module.css';

type PageHeaderProps = {
  title: ReactNode;
  /** '6 connections, 3 need attention' */
  support?: ReactNode;
  actions?: ReactNode;
};

/** The page's one h1. */
export function PageHeader({ title, support, actions }: PageHeaderProps) {
  return (
    <header className={classes['page']}>
      <h1 className={classes['title']}>{title}</h1>
      {support === undefined ? null : <span className={classes['support']}>{support}</span>}
      {actions === undefined ? null : <div className={classes['end']}>{actions}</div>}
    </header>
  );
}
