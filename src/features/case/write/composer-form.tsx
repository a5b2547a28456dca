import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { showToast } from '#ui/feedback/toast.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { type CaseWriting, sayUnavailable } from './case-writing.ts';
import { ComposerPlaces } from './composer-places.tsx';
import { DraftLine } from './draft-line.tsx';
import { escapeWithin } from './escape-within.ts';
import { KeepStatus } from './keep-status.tsx';
import { LengthCount, sayTooLong } from './length-count.tsx';
import { placeName, postOffers, sendWords } from './post-places.ts';
import { ReasonedButton } from './reasoned-button.tsx';
import { TemplatesMenu } from './templates-menu.tsx';
import { useDraft } from './use-draft.ts';
import { useSend } from './use-send.ts';
import { WordsField } from './words-field.tsx';
import classes from './write.module.css';

const undoMs = 10_000;

type ComposerFormProps = { writing: CaseWriting; field: string; onLeave: () => void };

export function ComposerForm({ writing, field, onLeave }: ComposerFormProps) {
  const { row, badge, replyTo, setReplyTo } = writing;
  const words = useDraft(row, field);
  const { send, isSending, trouble } = useSend();
  const [chosen, setChosen] = useState<string | null>(null);
  const [isInternal, setInternal] = useState(false);
  const [isStatusKept, setStatusKept] = useState(false);
  /** What cannot be undone is asked for twice. */
  const [isSure, setSure] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const all = postOffers(writing.offers);
  const places = replyTo === null ? all : all.filter(({ canReply }) => canReply === true);
  const offer = places.find(place => place.field === chosen) ?? places[0] ?? null;
  const text = words.draft?.text ?? '';
  const unavailable =
    sayUnavailable(writing, offer) ??
    (text.trim() === '' ? 'Nothing is written yet.' : sayTooLong(text, offer?.maxLength ?? null));
  const isReply = replyTo !== null;
  const mayBeInternal = offer?.canBeInternal === true;
  const kind = isReply ? 'reply' : placeName(offer?.field ?? 'notes').toLowerCase();
  const as = !mayBeInternal
    ? `a ${kind}`
    : isInternal
      ? `an internal ${kind}`
      : `a ${kind} that the customer can read`;
  const goes = `Goes to ${badge} ${row.number} only${offer === null ? '' : `, as ${as}`}.`;

  function submit(): void {
    if (offer === null || unavailable !== null) return;
    if (offer.isFinal && !isSure) {
      setSure(true);
      return;
    }
    const change = {
      name: 'post',
      section: offer.field,
      text,
      isInternal: mayBeInternal && isInternal,
      replyTo: replyTo?.id ?? null,
      ...(offer.canKeepStatus === true && isStatusKept ? { isStatusKept } : {}),
    } as const;
    void send([{ row, change, base: {} }], () => {
      words.drop();
      onLeave();
    });
  }

  function discard(): void {
    words.drop();
    if (text !== '')
      void showToast({
        text: 'Draft discarded.',
        durationMs: undoMs,
        action: { label: 'Undo', run: () => words.change(text) },
      });
    onLeave();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields within it
    <div
      className={classes['composer']}
      data-failed={trouble !== null || undefined}
      onKeyDown={escapeWithin(onLeave)}
    >
      <div className={classes['top']}>
        {isReply ? (
          <span>
            Reply to <InertText text={replyTo.author ?? 'a post without an author'} shownLength={80} />{' '}
            <Button size="compact-xs" variant="subtle" onClick={() => setReplyTo(null)}>
              Do not reply
            </Button>
          </span>
        ) : (
          <ComposerPlaces places={places} chosen={offer} onChoose={setChosen} />
        )}
        {offer?.format === 'markdown' ? <span className={classes['support']}>Markdown</span> : null}
        <span className={classes['end']}>
          <DraftLine {...words} />
          <TemplatesMenu onPick={picked => words.change(text === '' ? picked : `${text}\n${picked}`)} />
        </span>
      </div>
      <WordsField
        ref={input}
        label={isReply ? 'Reply' : placeName(offer?.field ?? 'notes')}
        text={text}
        format={offer?.format ?? 'text'}
        onChange={given => {
          setSure(false);
          words.change(given);
        }}
        onSend={submit}
        isFailed={trouble !== null}
      />
      {trouble === null ? null : (
        <p className={classes['trouble']} role="alert">
          <InertText text={trouble} />
        </p>
      )}
      {isSure ? (
        <p className={classes['trouble']} role="alert">
          It cannot be undone. Press once more to send it.
        </p>
      ) : null}
      {writing.trouble === null ? null : (
        <p className={classes['wait']} role="status">
          <InertText text={writing.trouble} /> The draft stays.{' '}
          <Button size="compact-xs" onClick={writing.askAgain}>
            Ask again
          </Button>
        </p>
      )}
      <div className={classes['foot']}>
        <span className={classes['goes']}>
          <InertText text={goes} shownLength={120} />{' '}
          {offer === null ? null : <InertText text={offer.warning} shownLength={400} />}
        </span>
        <LengthCount length={text.length} most={offer?.maxLength ?? null} />
        {mayBeInternal ? (
          <Checkbox
            label="Internal"
            checked={isInternal}
            onChange={event => setInternal(event.currentTarget.checked)}
          />
        ) : null}
        <KeepStatus offer={offer} status={row.status.raw} isKept={isStatusKept} onChange={setStatusKept} />
        <Button variant="subtle" color="gray" onClick={discard}>
          Discard
        </Button>
        <ReasonedButton
          variant="filled"
          unavailable={isSending ? 'It is being kept.' : unavailable}
          onClick={submit}
          rightSection={<Kbd keys="Ctrl ↵" />}
        >
          {offer === null ? 'Add note' : sendWords(offer, isReply)}
        </ReasonedButton>
      </div>
    </div>
  );
}
