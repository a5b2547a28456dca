import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Offer } from '#domain/command.ts';
import { Dialog } from '#ui/panes/dialog.tsx';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { type CaseWriting, toBase } from './case-writing.ts';
import { DraftLine } from './draft-line.tsx';
import classes from './fields.module.css';
import { LengthCount, sayTooLong } from './length-count.tsx';
import { ReasonedButton } from './reasoned-button.tsx';
import { labelOf } from './status-field.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';

export type EndFormProps = { writing: CaseWriting; offer: Offer; isOpen: boolean; onLeave: () => void };

export function CloseForm({ writing, offer, isOpen, onLeave }: EndFormProps) {
  const { row, badge } = writing;
  const reason = useDraft(row, 'close');
  const { send, isSending, trouble } = useSend();
  const [to, setTo] = useState<string | null>(null);
  const [own, setOwn] = useState('');
  const [withAlerts, setWithAlerts] = useState(false);
  /** What cannot be undone is asked for twice. */
  const [isSure, setSure] = useState(false);

  const chosen = offer.choices.find(({ value }) => value === to) ?? offer.choices[0];
  const typed = reason.draft?.text ?? '';
  const hasOwn = own !== '';
  const problem =
    chosen === undefined
      ? `${badge} offers no status to close with.`
      : hasOwn
        ? null
        : sayTooLong(typed, offer.maxLength);
  const record = showHidden(row.number);

  function leave(): void {
    setSure(false);
    onLeave();
  }

  function submit(): void {
    if (problem !== null || chosen === undefined) return;
    if (offer.isFinal && !isSure) {
      setSure(true);
      return;
    }
    const change = {
      name: 'close',
      to: chosen.value,
      ...labelOf(offer.choices, chosen.value),
      reason: hasOwn ? own : typed.trim(),
      withAlerts: withAlerts && offer.canTakeAlerts === true,
    } as const;
    void send([{ row, change, base: toBase(row, change, offer) }], () => {
      reason.drop();
      leave();
    });
  }

  return (
    <Dialog
      title={`Close ${record} in ${badge}`}
      isOpen={isOpen}
      onClose={leave}
      foot={
        <>
          <Button onClick={isSure ? () => setSure(false) : leave}>{isSure ? 'Back' : 'Cancel'}</Button>
          <ReasonedButton
            variant="filled"
            {...(isSure ? { color: 'red' } : {})}
            unavailable={isSending ? 'It is being kept.' : problem}
            onClick={submit}
          >
            {isSure ? `Close ${record} for good` : offer.isFinal ? 'Go on' : `Close ${record}`}
          </ReasonedButton>
        </>
      }
    >
      <div className={classes['dialog']}>
        {isSure ? (
          <p className={classes['effect']} role="alert">
            <InertText text={offer.warning} shownLength={600} /> It cannot be undone.
          </p>
        ) : (
          <>
            {offer.choices.length < 2 ? null : (
              <NativeSelect
                label="Close as"
                value={chosen?.value ?? ''}
                data={offer.choices.map(({ value, label }) => ({ value, label: showHidden(label) }))}
                onChange={event => setTo(event.currentTarget.value)}
              />
            )}
            {offer.reasons === undefined || offer.reasons.length === 0 ? null : (
              <NativeSelect
                label="Reason"
                value={own}
                data={[
                  { value: '', label: 'In my words' },
                  ...offer.reasons.map(({ value, label }) => ({ value, label: showHidden(label) })),
                ]}
                onChange={event => setOwn(event.currentTarget.value)}
              />
            )}
            {hasOwn ? null : (
              <Textarea
                label={offer.reasons === undefined || offer.reasons.length === 0 ? 'Reason' : 'In my words'}
                data-autofocus
                autosize
                minRows={3}
                maxRows={8}
                value={typed}
                onChange={event => reason.change(event.currentTarget.value)}
                onKeyDown={event => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
                }}
              />
            )}
            <span className={classes['form']}>
              <DraftLine {...reason} />
              {hasOwn ? null : <LengthCount length={typed.length} most={offer.maxLength} />}
            </span>
            {offer.canTakeAlerts === true ? (
              <Checkbox
                label="Also close its alerts"
                checked={withAlerts}
                onChange={event => setWithAlerts(event.currentTarget.checked)}
              />
            ) : null}
            {offer.warning === '' ? null : (
              <p className={classes['support']}>
                <InertText text={offer.warning} shownLength={600} />
              </p>
            )}
          </>
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
