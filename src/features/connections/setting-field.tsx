import { NativeSelect, TextInput } from '@mantine/core';
import type { FormField } from '#domain/connection.ts';
import classes from './form.module.css';

type SettingFieldProps = {
  field: FormField;
  value: string;
  problem: string | undefined;
  onChange: (text: string) => void;
};

/** One setting of a vendor's form, drawn from what the vendor says of it. */
export function SettingField({ field, value, problem, onChange }: SettingFieldProps) {
  const { key, label, kind, hint, example, fallback, options, required } = field;
  const shared = {
    size: 'sm',
    description: hint,
    error: problem,
    'data-field': key,
  };
  if (kind === 'choice') {
    return (
      <NativeSelect
        {...shared}
        label={label}
        value={value || (fallback ?? '')}
        data={(options ?? []).map(option => ({ ...option }))}
        onChange={event => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...shared}
      label={
        <>
          {label}
          {required ? null : <span className={classes['optional']}>optional</span>}
        </>
      }
      value={value}
      placeholder={fallback ?? example ?? ''}
      inputMode={kind === 'number' ? 'numeric' : kind === 'origin' ? 'url' : 'text'}
      autoComplete="off"
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      onChange={event => onChange(event.currentTarget.value)}
    />
  );
}
