import { useMemo } from 'react';
import type { QueueRow } from '#domain/case.ts';
import { openStatuses } from '#domain/words.ts';
import { describeHealth, isTroubled } from '#store/describe-health.ts';
import { useConnectionStates } from '#store/queries.ts';
import { useOffersOfMany } from '#store/write/writes.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import type { ConnectionNames } from '../queue-columns.tsx';
import type { BulkGroup } from './bulk-form.ts';

/** The selection by connection, each with what may be done, as one record of it says. */
export function useBulkGroups(rows: readonly QueueRow[], names: ConnectionNames): readonly BulkGroup[] {
  const parts = useMemo(() => divide(rows), [rows]);
  const answers = useOffersOfMany(parts.map(({ first }) => first));
  const states = useConnectionStates();
  const { zone } = usePreferences();
  return parts.map(({ key, first, isDone, rows: members }, at) => {
    const { data, error } = answers[at] ?? {};
    const { connectionId } = first;
    const state = states.find(known => known.connectionId === connectionId);
    const name = names.get(connectionId)?.name ?? connectionId;
    return {
      key,
      connectionId,
      name: isDone ? `${name}, done` : name,
      rows: members,
      offers: data ?? null,
      trouble: data === undefined && error instanceof Error ? error.message : null,
      waits: state !== undefined && isTroubled(state) ? describeHealth(state, Date.now(), zone).title : null,
    };
  });
}

type Part = { key: string; first: QueueRow; isDone: boolean; rows: QueueRow[] };

/** What is done allows other things than what is open. */
function divide(rows: readonly QueueRow[]): readonly Part[] {
  const parts = new Map<string, Part>();
  for (const row of rows) {
    const isDone = !openStatuses.has(row.status.value);
    const key = `${row.connectionId} ${isDone ? 'done' : 'open'}`;
    const part = parts.get(key);
    if (part === undefined) parts.set(key, { key, first: row, isDone, rows: [row] });
    else part.rows.push(row);
  }
  return [...parts.values()];
}
