import { Button } from '@mantine/core';
import { useState } from 'react';
import { isOnItsWay, type OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { sayChange, textOf } from '#store/write/describe-change.ts';
import { describeStage } from '#store/write/describe-stage.ts';
import { discardWrites, retryWrite } from '#store/write/writes.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import { FieldConflict } from './field-conflict.tsx';
import { TextConflict } from './text-conflict.tsx';
import classes from './write.module.css';

type WriteEntryProps = { entry: OutboxEntry; badge: string; isBehind: boolean };

/** One change that is not saved yet: where it stands, and what can be done. */
export function WriteEntry({ entry, badge, isBehind }: WriteEntryProps) {
  const { command, stage } = entry;
  const { zone } = usePreferences();
  const [isBusy, setBusy] = useState(false);
  const facts = { badge, isBehind, isGone: false, zone };
  const { word, tone } = describeStage(entry, { ...facts, nowMs: 0 });
  const sentence = useTicking(nowMs => describeStage(entry, { ...facts, nowMs }).sentence);
  const text = textOf(command.change);

  function run(work: () => Promise<unknown>): void {
    if (isBusy) return;
    setBusy(true);
    void work().finally(() => setBusy(false));
  }

  return (
    <li className={classes['entry']} data-tone={tone}>
      <p className={classes['entryLine']}>
        <span className={classes['what']}>
          <InertText text={sayChange(command)} shownLength={200} />
        </span>
        <span>
          <span role="status" className={classes['stageWord']}>
            {word}
          </span>
          . <InertText text={sentence} shownLength={600} />
        </span>
      </p>
      {text === '' || stage.kind === 'conflict' ? null : (
        <p className={classes['text']}>
          <InertText text={text} shownLength={1_000} />
        </p>
      )}
      {stage.kind === 'conflict' && command.change.name === 'text' ? (
        <TextConflict command={command} change={command.change} theirs={stage.theirs} />
      ) : stage.kind === 'conflict' ? (
        <FieldConflict command={command} theirs={stage.theirs} isBusy={isBusy} onRun={run} />
      ) : (
        <div className={classes['actions']}>
          {stage.kind === 'failed' ? (
            <Button
              size="compact-xs"
              aria-disabled={isBusy}
              onClick={() => run(() => retryWrite(command.id))}
            >
              Retry
            </Button>
          ) : null}
          {isOnItsWay(entry) ? null : (
            <Button
              size="compact-xs"
              aria-disabled={isBusy}
              title={text === '' ? 'It is not sent' : 'It is not sent. The text stays in the ledger'}
              onClick={() => run(() => discardWrites([command.id]))}
            >
              Discard
            </Button>
          )}
          {text === '' ? null : <CopyWords text={text} />}
        </div>
      )}
    </li>
  );
}
