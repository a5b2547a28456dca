import { useRef, useState } from 'react';
import { formatRef } from '#domain/case.ts';
import { readDraft } from '#store/write/drafts.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { useShortcut } from '#ui/shortcuts/use-shortcut.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { useCaseWriting } from './case-writing.ts';
import { ComposerForm } from './composer-form.tsx';
import { draftField } from './post-places.ts';
import classes from './write.module.css';
import { WriteList } from './write-list.tsx';

/** Under what one reads: what was written and where it stands, and a place for the next words. */
export function Composer() {
  const writing = useCaseWriting();
  const [isOpen, setOpen] = useState(false);
  const dock = useRef<HTMLElement>(null);
  const [isLeft, setLeft] = useState(false);
  useShortcut({
    keys: 'm',
    description: 'Write a note',
    group: 'Case',
    run: () => {
      setOpen(true);
      dock.current?.querySelector<HTMLElement>('textarea')?.focus();
    },
    isEnabled: writing !== null,
  });
  if (writing === null) return null;
  const { row, replyTo, setReplyTo } = writing;
  const field = draftField(replyTo?.id ?? null);

  function leave(): void {
    setOpen(false);
    // Who went elsewhere meanwhile stays there.
    const focused = document.activeElement;
    setLeft(focused === document.body || dock.current?.contains(focused) === true);
    setReplyTo(null);
  }

  return (
    <section ref={dock} className={classes['dock']} aria-label="Composer">
      <WriteList />
      {isOpen || replyTo !== null ? (
        <ComposerForm key={`${formatRef(row)} ${field}`} writing={writing} field={field} onLeave={leave} />
      ) : (
        <button
          ref={element => {
            if (isLeft) element?.focus();
          }}
          type="button"
          className={classes['line']}
          onClick={() => setOpen(true)}
          onBlur={() => setLeft(false)}
        >
          <LineWords draft={readDraft(row, 'post')?.text ?? ''} />
          <Kbd keys="m" />
        </button>
      )}
    </section>
  );
}

function LineWords({ draft }: { draft: string }) {
  if (draft.trim() === '') return 'Note';
  return (
    <>
      <span className={classes['draftWord']}>Draft</span>{' '}
      <span className={classes['draftText']}>
        <InertText text={draft.replace(/\s+/g, ' ')} shownLength={200} />
      </span>
    </>
  );
}
