import { Radio, TextInput } from '@mantine/core';
import classes from './form.module.css';
import type { FormValues } from './form-values.ts';

type KeepFieldProps = {
  values: Pick<FormValues, 'isKeepingAll' | 'closedDays'>;
  problem: string | undefined;
  onChange: (part: Partial<Pick<FormValues, 'isKeepingAll' | 'closedDays'>>) => void;
};

/** How much of a vendor's records is held here. */
export function KeepField({ values, problem, onChange }: KeepFieldProps) {
  const { isKeepingAll, closedDays } = values;
  const classNames = { radio: classes['radio'] ?? '', label: classes['radioLabel'] ?? '' };
  return (
    <fieldset className={classes['fieldset']}>
      <legend className={classes['legend']}>Kept here</legend>
      <Radio
        name="keep"
        classNames={classNames}
        label="All that is open, and what was closed lately"
        checked={!isKeepingAll}
        onChange={() => onChange({ isKeepingAll: false })}
      />
      {isKeepingAll ? null : (
        <div className={classes['days']}>
          <TextInput
            className={classes['daysInput'] ?? ''}
            aria-label="Days that closed ones are kept"
            inputMode="numeric"
            value={closedDays}
            error={problem !== undefined}
            data-field="closedDays"
            onChange={event => onChange({ closedDays: event.currentTarget.value })}
          />
          <span>{problem ?? 'days after they were closed'}</span>
        </div>
      )}
      <Radio
        name="keep"
        classNames={classNames}
        label="Everything"
        checked={isKeepingAll}
        onChange={() => onChange({ isKeepingAll: true })}
      />
    </fieldset>
  );
}
