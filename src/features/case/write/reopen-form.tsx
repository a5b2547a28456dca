import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#ui/panes/dialog.tsx';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { toBase } from './case-writing.ts';
import type { EndFormProps } from './close-form.tsx';
import classes from './fields.module.css';
import { ReasonedButton } from './reasoned-button.tsx';
import { labelOf } from './status-field.tsx';
import { useSend } from './use-send.ts';

export function ReopenForm({ writing, offer, isOpen, onLeave }: EndFormProps) {
  const { row, badge } = writing;
  const { send, isSending, trouble } = useSend();
  const [to, setTo] = useState<string | null>(null);
  const chosen = offer.choices.find(({ value }) => value === to) ?? offer.choices[0];
  const record = showHidden(row.number);

  function submit(): void {
    if (chosen === undefined) return;
    const change = { name: 'reopen', to: chosen.value, ...labelOf(offer.choices, chosen.value) } as const;
    void send([{ row, change, base: toBase(row, change, offer) }], onLeave);
  }

  return (
    <Dialog
      title={`Reopen ${record} in ${badge}`}
      isOpen={isOpen}
      onClose={onLeave}
      foot={
        <>
          <Button onClick={onLeave}>Cancel</Button>
          <ReasonedButton
            variant="filled"
            unavailable={
              isSending
                ? 'It is being kept.'
                : chosen === undefined
                  ? `${badge} offers no status to reopen with.`
                  : null
            }
            onClick={submit}
          >
            {`Reopen ${record}`}
          </ReasonedButton>
        </>
      }
    >
      <div className={classes['dialog']}>
        <NativeSelect
          label="Reopen as"
          value={chosen?.value ?? ''}
          data={offer.choices.map(({ value, label }) => ({ value, label: showHidden(label) }))}
          onChange={event => setTo(event.currentTarget.value)}
        />
        {offer.warning === '' ? null : (
          <p className={classes['support']}>
            <InertText text={offer.warning} shownLength={600} />
          </p>
        )}
        {trouble === null ? null : (
          <p className={classes['trouble']} role="alert">
            <InertText text={trouble} />
          </p>
        )}
      </div>
    </Dialog>
  );
}
