import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Offer, TextField } from '#domain/command.ts';
import { fieldName } from '#store/write/describe-change.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import type { CaseWriting } from './case-writing.ts';
import { DraftLine } from './draft-line.tsx';
import { escapeWithin } from './escape-within.ts';
import classes from './fields.module.css';
import { KeepStatus } from './keep-status.tsx';
import { LengthCount, sayTooLong } from './length-count.tsx';
import { ReasonedButton } from './reasoned-button.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';
import { WordsField } from './words-field.tsx';

type TextEditorProps = { writing: CaseWriting; offer: Offer; field: TextField; onLeave: () => void };

const formats: Record<Offer['format'], string> = { text: 'Text', markdown: 'Markdown', html: 'HTML source' };

/** A whole text. What it was when somebody began goes with it, so that nobody else's change is written over. */
export function TextEditor({ writing, offer, field, onLeave }: TextEditorProps) {
  const { row, badge } = writing;
  const kept = useDraft(row, field);
  const { send, isSending, trouble } = useSend();
  const [isStatusKept, setStatusKept] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => input.current?.focus(), []);
  const now = offer.base?.[field] ?? '';
  const seen = kept.draft?.base ?? now;
  const text = kept.draft?.text ?? now;
  const name = fieldName(field);
  const problem =
    offer.unavailable ??
    (text === seen ? 'Nothing is changed yet.' : sayTooLong(text, offer.maxLength)) ??
    (isSending ? 'It is being kept.' : null);

  function save(): void {
    if (problem !== null) return;
    const change = {
      name: 'text',
      field,
      to: text,
      ...(offer.canKeepStatus === true && isStatusKept ? { isStatusKept } : {}),
    } as const;
    void send([{ row, change, base: { ...offer.base, [field]: seen } }], () => {
      kept.drop();
      onLeave();
    });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields within it
    <div className={classes['editor']} onKeyDown={escapeWithin(onLeave)}>
      <span className={classes['form']}>
        <span className={classes['support']}>{formats[offer.format]}</span>
        <DraftLine {...kept} />
      </span>
      <WordsField
        ref={input}
        label={name}
        text={text}
        format={offer.format}
        onChange={given => kept.change(given, seen)}
        onSend={save}
        isFailed={trouble !== null}
        minRows={6}
        maxRows={24}
      />
      {seen === now ? null : (
        <p className={classes['support']} role="status">
          {name} was changed in {badge} since you began. When you save, both versions are put side by side.
        </p>
      )}
      {trouble === null ? null : (
        <p className={classes['trouble']} role="alert">
          <InertText text={trouble} />
        </p>
      )}
      {offer.warning === '' ? null : (
        <p className={classes['support']}>
          <InertText text={offer.warning} shownLength={400} />
        </p>
      )}
      <span className={classes['form']}>
        <ReasonedButton
          variant="filled"
          unavailable={problem}
          onClick={save}
          rightSection={<Kbd keys="Ctrl ↵" />}
        >
          {`Save ${name.toLowerCase()}`}
        </ReasonedButton>
        <Button onClick={onLeave}>Leave, keep the draft</Button>
        <Button
          onClick={() => {
            kept.drop();
            onLeave();
          }}
        >
          Discard the draft
        </Button>
        <KeepStatus offer={offer} status={row.status.raw} isKept={isStatusKept} onChange={setStatusKept} />
        <LengthCount length={text.length} most={offer.maxLength} />
      </span>
    </div>
  );
}
