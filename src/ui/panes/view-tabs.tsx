import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './view-tabs.module.css';

export type ViewTab = {
  id: string;
  name: string;
  /** Where it leads; a real link, so that it opens in a new tab too. */
  to: string;
  /** '12', '≥ 1,206'; null while not counted. */
  count: string | null;
  isCurrent: boolean;
};

/** `children`: after the last tab, such as the button that saves a view. */
export function ViewTabs({ tabs, children }: { tabs: readonly ViewTab[]; children?: ReactNode }) {
  return (
    <nav className={classes['tabs']} aria-label="Views">
      {tabs.map(tab => (
        <Link
          key={tab.id}
          to={tab.to}
          className={classes['tab'] ?? ''}
          data-current={tab.isCurrent || undefined}
          aria-current={tab.isCurrent ? 'page' : false}
        >
          <InertText text={tab.name} />
          {tab.count === null ? null : <span className={classes['count']}>{tab.count}</span>}
        </Link>
      ))}
      {children}
    </nav>
  );
}
