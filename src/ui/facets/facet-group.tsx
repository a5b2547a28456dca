import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import classes from './facet-group.module.css';
import { FacetRow, type FacetState } from './facet-row.tsx';

const chevron = <ChevronDown size={14} aria-hidden className={classes['chevron']} />;

export type FacetValue = {
  value: string;
  /** What people read; without it the value itself. */
  label?: string;
  count: number;
  state: FacetState;
  /** A severity mark or a status glyph, as decoration. */
  mark?: ReactNode;
};

type FacetGroupProps = {
  /** The field: also the name of the group. */
  name: string;
  values: readonly FacetValue[];
  onChange: (value: string, state: FacetState) => void;
  /** Below the values: 'Show 41 more'. */
  children?: ReactNode;
};

export function FacetGroup({ name, values, onChange, children }: FacetGroupProps) {
  const [isFolded, setIsFolded] = useState(false);
  const largest = values.reduce((most, value) => Math.max(most, value.count), 0);
  return (
    <fieldset className={classes['group']} aria-label={name}>
      <button
        type="button"
        className={classes['head']}
        aria-expanded={!isFolded}
        onClick={() => setIsFolded(!isFolded)}
      >
        <span>{name}</span>
        {chevron}
      </button>
      {isFolded
        ? null
        : values.map(value => (
            <FacetRow
              key={value.value}
              label={value.label ?? value.value}
              count={value.count}
              share={largest === 0 ? 0 : value.count / largest}
              state={value.state}
              mark={value.mark}
              onChange={state => onChange(value.value, state)}
            />
          ))}
      {isFolded ? null : children}
    </fieldset>
  );
}
