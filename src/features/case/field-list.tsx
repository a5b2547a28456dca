import type { ReactNode } from 'react';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './fields.module.css';

export type ShownField = {
  /** Ours, or a vendor's: shown inert either way. */
  label: string;
  value: ReactNode;
};

/** 'line': side by side with the label above, as in a header. 'rows': beneath each other with the label before. */
export function FieldList({ fields, layout }: { fields: readonly ShownField[]; layout: 'line' | 'rows' }) {
  const seen = new Map<string, number>();
  return (
    <dl className={classes[layout]}>
      {fields.map(({ label, value }) => {
        const count = (seen.get(label) ?? 0) + 1;
        seen.set(label, count);
        return (
          <div key={`${label} ${count}`} className={classes['field']}>
            <dt>
              <InertText text={label} shownLength={120} />
            </dt>
            <dd>{value}</dd>
          </div>
        );
      })}
    </dl>
  );
}
