import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutboxEntry } from '#store/outbox/outbox-entry.ts';
import { isPending, needsSomebody } from '#store/outbox/outbox-entry.ts';
import { sayChange } from '#store/write/describe-change.ts';
import { discardWrites, retryWrite } from '#store/write/writes.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { sayWaiting } from './count-waiting.ts';
import { EntryView } from './entry-view.tsx';
import type { Batch } from './group-entries.ts';
import { LedgerEntry } from './ledger-entry.tsx';
import { More, useMore } from './more.tsx';
import classes from './outbox.module.css';
import type { useBadges } from './use-badges.ts';

type BatchViewProps = {
  batch: Batch;
  heldBack: ReadonlySet<string>;
  badges: ReturnType<typeof useBadges>;
};

/** Changes made in one go: how far they are, what needs somebody first, then a receipt for each. */
export function BatchView({ batch, heldBack, badges }: BatchViewProps) {
  const [isBusy, setBusy] = useState(false);
  const { entries, lines } = batch;
  const total = entries.length + lines.length;
  const failed = entries.filter(({ stage }) => stage.kind === 'failed');
  const unsent = entries.filter(({ stage }) => stage.kind === 'queued');
  const ordered = [...entries.filter(needsSomebody), ...entries.filter(isPending)];
  const shown = useMore(ordered.length + lines.length);
  const heading = nameBatch(batch);

  function run(work: () => Promise<unknown>) {
    setBusy(true);
    void work().finally(() => setBusy(false));
  }

  return (
    <section className={classes['batch']} aria-label={`${heading}, ${total} in one go`}>
      <div className={classes['batchHead']}>
        <h3 className={classes['batchName']}>
          <InertText text={heading} shownLength={120} />
        </h3>
        <span className={classes['batchCount']} role="status">
          {sayProgress(batch)}
        </span>
      </div>
      <progress className={classes['progress']} aria-label={heading} value={lines.length} max={total} />
      {unsent.length + failed.length === 0 ? null : (
        <div className={classes['actions']}>
          {failed.length === 0 ? null : (
            <Button
              size="compact-xs"
              disabled={isBusy}
              onClick={() => run(() => Promise.all(failed.map(({ command }) => retryWrite(command.id))))}
            >
              Retry {failed.length.toLocaleString('en')} failed
            </Button>
          )}
          {unsent.length === 0 ? null : (
            <Button
              size="compact-xs"
              disabled={isBusy}
              onClick={() => run(() => discardWrites(idsOf(unsent)))}
            >
              Take back {unsent.length.toLocaleString('en')} not sent
            </Button>
          )}
        </div>
      )}
      <ul className={classes['list']}>
        {ordered.slice(0, shown.count).map(entry => (
          <EntryView
            key={entry.command.id}
            entry={entry}
            badge={badges.badgeOf(entry.command.ref.connectionId)}
            isGone={badges.isGone(entry.command.ref.connectionId)}
            isBehind={heldBack.has(entry.command.id)}
          />
        ))}
        {lines.slice(0, Math.max(0, shown.count - ordered.length)).map(line => (
          <LedgerEntry key={line.id} line={line} badge={badges.badgeOf(line.command.ref.connectionId)} />
        ))}
      </ul>
      <More {...shown} />
    </section>
  );
}

function idsOf(entries: readonly OutboxEntry[]): string[] {
  return entries.map(({ command }) => command.id);
}

/** What all of them have in common: the vendors' words for it may differ. */
function nameBatch({ entries, lines }: Batch): string {
  const commands = [...entries, ...lines].map(({ command }) => ({ ...command, base: {} }));
  const names = [...new Set(commands.map(sayChange))];
  return names.length <= 2 ? names.join(' or ') : `${names.slice(0, 2).join(', ')} and others`;
}

function sayProgress({ entries, lines }: Batch): string {
  const saved = lines.filter(({ result }) => result === 'saved').length;
  const discarded = lines.length - saved;
  const total = (entries.length + lines.length).toLocaleString('en');
  return [
    `${saved.toLocaleString('en')} of ${total} saved`,
    ...(discarded === 0 ? [] : [`${discarded.toLocaleString('en')} discarded`]),
    sayWaiting({
      queued: entries.filter(isPending).length,
      needsYou: entries.filter(needsSomebody).length,
    }),
  ]
    .filter(Boolean)
    .join(', ');
}
