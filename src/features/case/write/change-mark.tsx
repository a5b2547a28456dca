import classes from './fields.module.css';
import type { ShownChange } from './shown-change.ts';

/** Beside a value: that it is not saved yet, or was not changed. */
export function ChangeMark({ mark }: Pick<ShownChange, 'mark'>) {
  return mark === null ? null : (
    <span className={classes['mark']} data-tone={mark.tone}>
      {mark.text}
    </span>
  );
}
