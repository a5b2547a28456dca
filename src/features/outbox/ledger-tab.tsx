import { Button, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useLedger } from '#store/write/writes.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { downloadText } from '#ui/text/download-text.ts';
import { LedgerEntry } from './ledger-entry.tsx';
import { searchLedger, toLedgerCsv, toLedgerJson } from './ledger-table.ts';
import { More, useMore } from './more.tsx';
import classes from './outbox.module.css';
import { useBadges } from './use-badges.ts';

/** What was written from this browser, newest first. It is kept here alone. */
export function LedgerTab() {
  const { data: lines, error, refetch } = useLedger();
  const { badgeOf, nameOf } = useBadges();
  const [search, setSearch] = useState('');
  const deferred = useDeferredValue(search);
  const found = useMemo(() => searchLedger(lines ?? [], deferred, nameOf), [lines, deferred, nameOf]);
  const shown = useMore(found.length);
  const count = `${found.length.toLocaleString('en')} ${found.length === 1 ? 'line' : 'lines'}`;

  if (error !== null)
    return (
      <ErrorLine
        text={`The ledger could not be read on this machine (${error.message}). Nothing of it is harmed.`}
        onRetry={() => void refetch()}
      />
    );
  if (lines === undefined) return null;
  return (
    <>
      <div className={classes['tools']}>
        <TextInput
          type="search"
          aria-label="Search the ledger"
          placeholder="Search the ledger"
          className={classes['search'] ?? ''}
          value={search}
          onChange={event => setSearch(event.currentTarget.value)}
        />
        <Button
          disabled={found.length === 0}
          aria-label={`Export ${count} as CSV`}
          onClick={() => downloadText('casefold-ledger.csv', toLedgerCsv(found, nameOf), 'text/csv')}
        >
          CSV
        </Button>
        <Button
          disabled={found.length === 0}
          aria-label={`Export ${count} as JSON`}
          onClick={() =>
            downloadText('casefold-ledger.json', toLedgerJson(found, nameOf), 'application/json')
          }
        >
          JSON
        </Button>
      </div>
      <p className={classes['support']} role="status">
        {count}, kept in this browser alone.
      </p>
      <ul className={classes['list']}>
        {found.slice(0, shown.count).map(line => (
          <LedgerEntry key={line.id} line={line} badge={badgeOf(line.command.ref.connectionId)} />
        ))}
      </ul>
      <More {...shown} />
      {found.length > 0 ? null : (
        <EmptyState
          title={lines.length === 0 ? 'Nothing was written from this browser yet.' : 'No line matches.'}
          {...(lines.length === 0
            ? {}
            : { actions: <Button onClick={() => setSearch('')}>Clear the search</Button> })}
        />
      )}
    </>
  );
}
