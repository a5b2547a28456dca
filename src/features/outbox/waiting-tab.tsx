import { useState } from 'react';
import { useLedger, useOutbox, useOutboxTrouble } from '#store/write/writes.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { BatchView } from './batch-view.tsx';
import { EntryView } from './entry-view.tsx';
import { findHeldBack, groupEntries } from './group-entries.ts';
import classes from './outbox.module.css';
import { useBadges } from './use-badges.ts';
import { useIsOffline } from './use-is-offline.ts';

/** What is not saved yet, and what was done in one go since the page began. */
export function WaitingTab() {
  const entries = useOutbox();
  const trouble = useOutboxTrouble();
  const { data: ledger = [] } = useLedger();
  const isOffline = useIsOffline();
  const badges = useBadges();
  const [since] = useState(() => performance.timeOrigin);
  const { batches, single } = groupEntries(entries, ledger, since);
  const heldBack = findHeldBack(entries);
  return (
    <>
      {trouble === null ? null : <ErrorLine text={trouble} />}
      {isOffline && entries.length > 0 ? (
        <p className={classes['wait']}>
          This machine is offline. {entries.length.toLocaleString('en')}{' '}
          {entries.length === 1 ? 'change waits' : 'changes wait'} here and{' '}
          {entries.length === 1 ? 'is' : 'are'} safe, also when this page is closed.
        </p>
      ) : null}
      <ul className={classes['list']}>
        {single.map(entry => (
          <EntryView
            key={entry.command.id}
            entry={entry}
            badge={badges.badgeOf(entry.command.ref.connectionId)}
            isGone={badges.isGone(entry.command.ref.connectionId)}
            isBehind={heldBack.has(entry.command.id)}
          />
        ))}
      </ul>
      {batches.map(batch => (
        <BatchView key={batch.id} batch={batch} heldBack={heldBack} badges={badges} />
      ))}
      {single.length + batches.length === 0 ? (
        <EmptyState title="Nothing waits.">What was sent from this browser stands in the ledger.</EmptyState>
      ) : null}
    </>
  );
}
