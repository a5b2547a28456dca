import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { isOnItsWay } from '#store/outbox/outbox-entry.ts';
import { textOf } from '#store/write/describe-change.ts';
import { describeStage } from '#store/write/describe-stage.ts';
import { discardWrites, retryWrite } from '#store/write/writes.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { CopyWords } from '#ui/text/copy-words.tsx';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import { ChangeView } from './change-view.tsx';
import { ConflictView, sayReplaced } from './conflict-view.tsx';
import classes from './outbox.module.css';
import { RecordHead } from './record-head.tsx';

type EntryViewProps = {
  entry: OutboxEntry;
  badge: string;
  isGone: boolean;
  isBehind: boolean;
};

/** One change that is not saved yet: what, where it stands, and what can be done. */
export function EntryView({ entry, badge, isGone, isBehind }: EntryViewProps) {
  const { command, stage } = entry;
  const { zone } = usePreferences();
  const [isBusy, setBusy] = useState(false);
  const facts = { badge, isGone, isBehind, zone };
  const { word, tone } = describeStage(entry, { ...facts, nowMs: 0 });
  const sentence = useTicking(nowMs => describeStage(entry, { ...facts, nowMs }).sentence);
  const text = textOf(command.change);
  const title = showHidden(command.title);

  function run(work: () => Promise<void>) {
    setBusy(true);
    void work().finally(() => setBusy(false));
  }

  return (
    <li className={classes['entry']} data-tone={tone}>
      <RecordHead command={command} badge={badge} />
      <ChangeView command={command} />
      <p className={classes['stage']}>
        <span className={classes['stageWord']}>{word}.</span> <InertText text={sentence} />
      </p>
      {stage.kind === 'conflict' ? (
        <>
          <ConflictView command={command} theirs={stage.theirs} />
          <p className={classes['stage']}>
            <InertText text={sayReplaced(stage.theirs)} />
          </p>
        </>
      ) : null}
      <div className={classes['actions']}>
        {stage.kind === 'failed' ? (
          <Button
            size="compact-xs"
            disabled={isBusy}
            aria-label={`Retry ${title}`}
            onClick={() => run(() => retryWrite(command.id))}
          >
            Retry
          </Button>
        ) : null}
        {stage.kind === 'conflict' ? (
          <Button
            size="compact-xs"
            disabled={isBusy}
            aria-label={`Send mine anyway: ${title}`}
            onClick={() => run(() => retryWrite(command.id))}
          >
            Send mine anyway
          </Button>
        ) : null}
        {isOnItsWay(entry) ? null : (
          <Button
            size="compact-xs"
            disabled={isBusy}
            title={text === '' ? 'It is not sent' : 'It is not sent. The text stays in the ledger'}
            aria-label={`Discard ${title}`}
            onClick={() => run(() => discardWrites([command.id]))}
          >
            Discard
          </Button>
        )}
        {text === '' ? null : <CopyWords text={text} />}
      </div>
    </li>
  );
}
