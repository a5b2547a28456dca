import type { MouseEvent, ReactNode } from 'react';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './facet-group.module.css';

/** 'in': only rows with it. 'out': no rows with it. 'off': it does not matter. */
export type FacetState = 'in' | 'out' | 'off';

const next: Record<FacetState, FacetState> = { off: 'in', in: 'out', out: 'off' };

type FacetRowProps = {
  label: string;
  count: number;
  /** 0 to 1, of the largest count in the group. */
  share: number;
  state: FacetState;
  mark: ReactNode;
  onChange: (state: FacetState) => void;
};

/** A click goes in, out, off; with Shift or Alt straight to out, and from there back to off. */
export function FacetRow({ label, count, share, state, mark, onChange }: FacetRowProps) {
  const shownCount = count.toLocaleString('en');
  const shownLabel = showHidden(label);
  const name = state === 'out' ? `${shownLabel}, not, ${shownCount}` : `${shownLabel}, ${shownCount}`;

  function advance(event: MouseEvent) {
    if (event.shiftKey || event.altKey) onChange(state === 'out' ? 'off' : 'out');
    else onChange(next[state]);
  }

  return (
    <label className={classes['row']} data-state={state} title={shownLabel}>
      <input
        type="checkbox"
        className={classes['box']}
        aria-label={name}
        checked={state === 'in'}
        onChange={() => {}}
        onClick={advance}
      />
      {mark === undefined ? null : <span className={classes['mark']}>{mark}</span>}
      <span className={classes['label']} aria-hidden>
        {state === 'out' ? <span className={classes['not']}>not </span> : null}
        <InertText text={label} />
      </span>
      <svg className={classes['bar']} width="20" height="4" aria-hidden>
        <rect width={count === 0 ? 0 : Math.max(1, Math.round(20 * share))} height="4" rx="1" />
      </svg>
      <span className={classes['count']} aria-hidden>
        {shownCount}
      </span>
    </label>
  );
}
