import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import type { FormField } from '#domain/connection.ts';
import classes from './form.module.css';

type SecretFieldProps = {
  field: FormField;
  /** undefined: nothing is being typed. */
  typed: string | undefined;
  isSet: boolean;
  /** Opens with the field to type the new one in. */
  isReplacing: boolean;
  /** What is stored goes to no other address than the one it was given for. */
  isMoved: boolean;
  problem: string | undefined;
  /** null: leave what is set. */
  onChange: (text: string | null) => void;
};

/** A secret goes in and never comes out: all that is ever shown is whether one is set. */
export function SecretField(props: SecretFieldProps) {
  const { field, typed, isSet, isMoved, problem, onChange } = props;
  const [isReplacing, setReplacing] = useState(props.isReplacing);
  const isHeld = isSet && !isMoved;

  if (isHeld && !isReplacing) {
    return (
      <div>
        <div className={classes['label']}>
          {field.label}
          <span className={classes['optional']}>write-only, kept by the gateway</span>
        </div>
        <div className={classes['held']}>
          <span className={classes['dots']} aria-hidden>
            ••••••••••••••••••••
          </span>
          <span className="cf-unseen">set</span>
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Replace ${field.label}`}
            onClick={() => setReplacing(true)}
          >
            Replace
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div>
      <PasswordInput
        size="sm"
        classNames={{ input: classes['secretInput'] ?? '' }}
        label={field.label}
        description={
          isSet && isMoved
            ? 'The address is another one now: what is stored is not sent there. Type it again.'
            : field.hint
        }
        error={problem}
        data-field={field.key}
        value={typed ?? ''}
        autoComplete="new-password"
        spellCheck={false}
        visibilityToggleButtonProps={{ 'aria-label': `Show ${field.label} as typed` }}
        onChange={event => onChange(event.currentTarget.value)}
      />
      {isHeld ? (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            setReplacing(false);
            onChange(null);
          }}
        >
          Keep the one that is set
        </Button>
      ) : null}
    </div>
  );
}
