import type { ReactNode } from 'react';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './blocks.module.css';

/** A block's own title, where it has one, and what can be done with all of it. */
export function BlockHead({ title, end }: { title: string | null; end?: ReactNode }) {
  if (title === null && end === undefined) return null;
  return (
    <div className={classes['head']} data-bare={title === null || undefined}>
      {title === null ? null : (
        <h3>
          <InertText text={title} shownLength={200} />
        </h3>
      )}
      {end === undefined ? null : <span className={classes['end']}>{end}</span>}
    </div>
  );
}
