import type { ReactNode } from 'react';
import classes from './filter-bar.module.css';

type FilterBarProps = {
  search: ReactNode;
  chips: ReactNode;
  /** Adds a filter: stands behind the chips. */
  adder: ReactNode;
  end: ReactNode;
};

export function FilterBar({ search, chips, adder, end }: FilterBarProps) {
  return (
    <div className={classes['bar']}>
      {search}
      <div className={classes['chips']}>
        {chips}
        {adder}
      </div>
      <div className={classes['end']}>{end}</div>
    </div>
  );
}
