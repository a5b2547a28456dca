import { Button, TextInput } from '@mantine/core';
import { Pencil } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { TitleText } from '../title-text.tsx';
import { type CaseWriting, findOffer, sayUnavailable, toBase } from './case-writing.ts';
import { ChangeMark } from './change-mark.tsx';
import { DraftLine } from './draft-line.tsx';
import { escapeWithin } from './escape-within.ts';
import classes from './fields.module.css';
import { LengthCount, sayTooLong } from './length-count.tsx';
import { ReasonedButton } from './reasoned-button.tsx';
import { shownChange } from './shown-change.ts';
import { useDraft } from './use-draft.ts';
import { useGiveFocusBack } from './use-give-focus-back.ts';
import { useSend } from './use-send.ts';

/** The title of the page, and the way to another one. */
export function TitleField({ writing, className }: { writing: CaseWriting; className: string }) {
  const { row } = writing;
  const [isOpen, setOpen] = useState(false);
  const { ref, giveBack } = useGiveFocusBack();
  const { change, mark } = shownChange(writing, ['title']);
  const title = change?.name === 'title' ? change.to : row.title;
  return (
    <>
      <h1 className={isOpen ? 'cf-unseen' : className}>
        <TitleText text={title} />
      </h1>
      {isOpen ? (
        <TitleForm
          writing={writing}
          title={title}
          onLeave={() => {
            setOpen(false);
            giveBack();
          }}
        />
      ) : (
        <span className={classes['titleEnd']}>
          <ChangeMark mark={mark} />
          <ReasonedButton
            ref={ref}
            size="compact-xs"
            variant="subtle"
            aria-label="Edit title"
            unavailable={sayUnavailable(writing, findOffer(writing, 'title'))}
            onClick={() => setOpen(true)}
          >
            <Pencil size={12} aria-hidden />
          </ReasonedButton>
        </span>
      )}
    </>
  );
}

type TitleFormProps = { writing: CaseWriting; title: string; onLeave: () => void };

function TitleForm({ writing, title, onLeave }: TitleFormProps) {
  const { row } = writing;
  const offer = findOffer(writing, 'title');
  const kept = useDraft(row, 'title');
  const { send, isSending, trouble } = useSend();
  const text = kept.draft?.text ?? title;
  const seen = kept.draft?.base ?? row.title;
  const problem =
    sayUnavailable(writing, offer) ??
    (text.trim() === '' ? 'A title is not empty.' : sayTooLong(text, offer?.maxLength ?? null));

  function save(): void {
    if (problem !== null) return;
    if (text.trim() === title) {
      kept.drop();
      onLeave();
      return;
    }
    const change = { name: 'title', to: text.trim() } as const;
    void send([{ row, change, base: { ...toBase(row, change, offer), title: seen } }], () => {
      kept.drop();
      onLeave();
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field within it
    <div className={classes['titleForm']} onKeyDown={escapeWithin(onLeave)}>
      <TextInput
        aria-label="Title"
        autoFocus
        description={offer?.warning ?? ''}
        error={trouble}
        value={text}
        onChange={event => kept.change(event.currentTarget.value, seen)}
        onKeyDown={onKeyDown}
      />
      <div className={classes['form']}>
        <ReasonedButton
          size="compact-xs"
          variant="filled"
          unavailable={isSending ? 'It is being kept.' : problem}
          onClick={save}
        >
          Save title
        </ReasonedButton>
        <Button
          size="compact-xs"
          onClick={() => {
            kept.drop();
            onLeave();
          }}
        >
          Cancel
        </Button>
        <LengthCount length={text.length} most={offer?.maxLength ?? null} />
        <DraftLine {...kept} />
      </div>
    </div>
  );
}
