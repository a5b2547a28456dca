import { Check, ChevronDown, ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import { sayClock } from '#store/say-when.ts';
import { fieldName, fieldText, sayChange, textOf } from '#store/write/describe-change.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { AbsoluteTime } from '#ui/time/absolute-time.tsx';
import classes from './write.module.css';

/** A receipt: it opens what was there before, and what was read back. */
export function SavedLine({ line }: { line: LedgerLine }) {
  const { zone } = usePreferences();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { command, before, after, notKept, at, who } = line;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  const isWhole = notKept.length === 0;
  const fields = Object.keys({ ...before, ...after });
  const text = textOf(command.change);
  return (
    <li className={classes['entry']} data-tone={isWhole ? 'saved' : 'waits'}>
      <div className={classes['entryLine']}>
        <span className={classes['what']}>
          <InertText text={sayChange(command)} shownLength={200} />
        </span>
        <button
          type="button"
          className={classes['receipt']}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <Check size={12} aria-hidden />
          <span aria-live="polite">
            {isWhole ? 'Saved' : 'Saved, in part kept otherwise'}, read back {sayClock(at, zone)}
          </span>
          <Chevron size={12} aria-hidden />
        </button>
      </div>
      {isOpen ? (
        <dl id={id} className={classes['sides']}>
          {fields.map(field => (
            <div key={field} className={classes['side']}>
              <dt>{fieldName(field)}, before and after</dt>
              <dd>
                <InertText text={fieldText(field, before[field])} shownLength={2_000} />
              </dd>
              <dd>
                <InertText text={fieldText(field, after[field])} shownLength={2_000} />
              </dd>
            </div>
          ))}
          <div className={classes['side']}>
            <dt>Read back</dt>
            <dd>
              <AbsoluteTime at={at} />
              {who === null ? '' : ', written as '}
              {who === null ? null : <InertText text={who} shownLength={80} />}
            </dd>
            {isWhole ? null : <dd>Kept otherwise than asked: {notKept.map(fieldName).join(', ')}</dd>}
          </div>
        </dl>
      ) : null}
      {isOpen && text !== '' ? <CopyWords text={text} /> : null}
    </li>
  );
}
