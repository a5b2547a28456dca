import { X } from 'lucide-react';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './chips.module.css';

type FilterChipProps = {
  field: string;
  /** What the filter says, as people read it: 'closed, resolved'. */
  value: string;
  /** 'is' / 'is not' by default. */
  relation?: string;
  isNegated?: boolean;
  /** Turns 'is' into 'is not' and back. Without it the relation is plain text. */
  onToggle?: () => void;
  onRemove: () => void;
  /** Means nothing here: kept, and shown in the wait colour. */
  isUnknown?: boolean;
};

export function FilterChip(props: FilterChipProps) {
  const { field, value, isNegated = false, onToggle, onRemove, isUnknown = false } = props;
  const relation = props.relation ?? (isNegated ? 'is not' : 'is');
  const sentence = `${field} ${relation} ${value}`;
  return (
    <span className={classes['filter']} data-unknown={isUnknown || undefined}>
      <InertText text={field} />
      {onToggle === undefined ? (
        <span>{relation}</span>
      ) : (
        <button
          type="button"
          className={classes['relation']}
          aria-label={`${sentence}: change to ${isNegated ? 'is' : 'is not'}`}
          onClick={onToggle}
        >
          {relation}
        </button>
      )}
      <span className={classes['value']}>
        <InertText text={value} />
      </span>
      <button
        type="button"
        className={classes['remove']}
        aria-label={`Remove filter: ${sentence}`}
        onClick={onRemove}
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  );
}
