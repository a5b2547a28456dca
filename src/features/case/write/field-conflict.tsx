import { Button } from '@mantine/core';
import type { Command, FieldValues } from '#domain/command.ts';
import { fieldName, fieldText, mineOf } from '#store/write/describe-change.ts';
import { discardWrites, retryWrite } from '#store/write/writes.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { ConflictSides } from './conflict-sides.tsx';
import classes from './write.module.css';

type FieldConflictProps = {
  command: Command;
  theirs: FieldValues;
  isBusy: boolean;
  onRun: (work: () => Promise<unknown>) => void;
};

/** A value that somebody else set meanwhile: one of the two stays. */
export function FieldConflict({ command, theirs, isBusy, onRun }: FieldConflictProps) {
  return (
    <>
      {Object.entries(theirs).map(([field, value]) => (
        <ConflictSides
          key={field}
          field={field}
          base={fieldText(field, command.base[field])}
          theirs={fieldText(field, value)}
          mine={mineOf(command.change)}
        />
      ))}
      <div className={classes['actions']}>
        <Button
          size="compact-xs"
          aria-disabled={isBusy}
          onClick={() => onRun(() => discardWrites([command.id]))}
        >
          Leave theirs
        </Button>
        <Button size="compact-xs" aria-disabled={isBusy} onClick={() => onRun(() => retryWrite(command.id))}>
          Set mine in place of{' '}
          <InertText text={Object.keys(theirs).map(fieldName).join(', ').toLowerCase()} />
        </Button>
      </div>
    </>
  );
}
