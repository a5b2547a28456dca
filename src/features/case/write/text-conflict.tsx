import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Change, Command, FieldValues } from '#domain/command.ts';
import { fieldName } from '#store/write/describe-change.ts';
import { discardWrites } from '#store/write/writes.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { useCaseWriting } from './case-writing.ts';
import { ConflictSides } from './conflict-sides.tsx';
import { mergeLines } from './merge-lines.ts';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';
import classes from './write.module.css';

type TextConflictProps = {
  command: Command;
  change: Extract<Change, { name: 'text' }>;
  theirs: FieldValues;
};

/** A text that somebody else changed meanwhile: both versions, and one that keeps both to go on from. */
export function TextConflict({ command, change, theirs }: TextConflictProps) {
  const writing = useCaseWriting();
  const { send, isSending, trouble } = useSend();
  const { field } = change;
  const their = theirs[field] ?? '';
  const base = command.base[field] ?? '';
  const merged = mergeLines(base, their, change.to);
  const kept = useDraft(command.ref, `merge-${command.id}`);
  // What was merged with another version of theirs is no answer to this one.
  const text = kept.draft?.base === their ? kept.draft.text : merged.text;
  const [isLeft, setLeft] = useState(false);
  if (writing === null) return null;
  const { row } = writing;

  /** The new one is safe before the old one goes; until then it waits behind it. */
  function save(to: string): void {
    if (isLeft) return;
    void send([{ row, change: { ...change, to }, base: { ...command.base, [field]: their } }], () => {
      setLeft(true);
      kept.drop();
      void discardWrites([command.id]);
    });
  }

  return (
    <>
      <ConflictSides field={field} base={base} theirs={their} mine={change.to} />
      <Textarea
        label={`${fieldName(field)} with both kept`}
        description={
          merged.overlaps === 0
            ? 'The two changes are in different places; both are in it.'
            : `${merged.overlaps === 1 ? '1 place was' : `${merged.overlaps.toLocaleString('en')} places were`} changed by both: theirs stands first, yours after it.`
        }
        autosize
        minRows={3}
        maxRows={10}
        value={text}
        onChange={event => kept.change(event.currentTarget.value, their)}
      />
      {trouble === null ? null : (
        <p className={classes['trouble']} role="alert">
          <InertText text={trouble} />
        </p>
      )}
      <div className={classes['actions']}>
        <Button size="compact-xs" variant="filled" aria-disabled={isSending} onClick={() => save(text)}>
          Keep both
        </Button>
        <Button
          size="compact-xs"
          aria-disabled={isSending}
          onClick={() => {
            kept.drop();
            void discardWrites([command.id]);
          }}
        >
          Leave theirs
        </Button>
        <Button size="compact-xs" aria-disabled={isSending} onClick={() => save(change.to)}>
          Replace theirs with mine
        </Button>
      </div>
    </>
  );
}
