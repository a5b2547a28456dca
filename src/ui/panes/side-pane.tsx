import { CloseButton } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './side-pane.module.css';

type SidePaneProps = {
  /** What the pane is: also its accessible name. */
  label: string;
  /** The head, left of the close button: a title or badges. */
  head: ReactNode;
  children: ReactNode;
  /** Stays in sight under what scrolls. */
  foot?: ReactNode;
  onClose: () => void;
};

/** Beside what it belongs to; takes no focus when it opens. */
export function SidePane({ label, head, children, foot, onClose }: SidePaneProps) {
  return (
    <aside className={classes['pane']} aria-label={label}>
      <div className={classes['head']}>
        <div className={classes['headContent']}>{head}</div>
        <CloseButton aria-label={`Close ${label.toLowerCase()}`} onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={classes['body']} tabIndex={0} aria-label={`${label}, content`}>
        {children}
      </section>
      {foot === undefined ? null : <div className={classes['foot']}>{foot}</div>}
    </aside>
  );
}
