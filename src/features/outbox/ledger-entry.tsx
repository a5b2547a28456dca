import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import { textOf } from '#store/write/describe-change.ts';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { AbsoluteTime } from '#ui/time/absolute-time.tsx';
import { ChangeView } from './change-view.tsx';
import { sayBeforeAfter, sayResult } from './ledger-table.ts';
import classes from './outbox.module.css';
import { RecordHead } from './record-head.tsx';

type LedgerEntryProps = { line: LedgerLine; badge: string };

/** One line of what became of a change. */
export function LedgerEntry({ line, badge }: LedgerEntryProps) {
  const { command, who, at, result } = line;
  const beforeAfter = sayBeforeAfter(line);
  const text = textOf(command.change);
  const isKept = result === 'saved' && line.notKept.length === 0;
  return (
    <li className={classes['entry']} data-tone={isKept ? 'saved' : 'ended'}>
      <RecordHead command={command} badge={badge} />
      <ChangeView command={command} />
      {beforeAfter === '' ? null : (
        <p className={classes['stage']}>
          <InertText text={beforeAfter} shownLength={1_000} />
        </p>
      )}
      <p className={classes['receipt']}>
        <span className={classes['stageWord']}>
          <InertText text={sayResult(line)} />
        </span>
        {isKept ? ', read back ' : ', '}
        <AbsoluteTime at={at} />
        {who === null ? null : (
          <>
            , by <InertText text={who} />
          </>
        )}
      </p>
      {text === '' ? null : (
        <div className={classes['actions']}>
          <CopyWords text={text} />
        </div>
      )}
    </li>
  );
}
