import { queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import type { Change, Command, FieldValues } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { takeOutcome } from '../case/take-outcome.ts';
import { getEngine, getTold, subscribeToEngine } from '../engine/engine-client.ts';
import type { OutboxEntry } from '../outbox/outbox-entry.ts';

/** What waits to be written, in the order in which it was made. */
export function useOutbox(): readonly OutboxEntry[] {
  return useSyncExternalStore(subscribeToEngine, () => getTold().outbox);
}

/** A sentence where a change could not be taken further on this machine; else null. */
export function useOutboxTrouble(): string | null {
  return useSyncExternalStore(subscribeToEngine, () => getTold().outboxTrouble);
}

function offersQuery(ref: CaseRef) {
  return queryOptions({
    queryKey: ['connection', ref.connectionId, 'case', ref.id, 'offers'],
    queryFn: async () => takeOutcome(await getEngine().offers(ref)),
    staleTime: 60_000,
    retry: false,
  });
}

/** What may be done with a record now, and what there is to choose from. `isAsked`: else only what is held of it. */
export function useOffers(ref: CaseRef, isAsked = true) {
  return useQuery({ ...offersQuery(ref), enabled: isAsked });
}

/** The same of several records at once, in their order. */
export function useOffersOfMany(refs: readonly CaseRef[]) {
  return useQueries({ queries: refs.map(offersQuery) });
}

const ledgerKey = ['ledger'];

/** What was written from this browser, newest first. */
export function useLedger() {
  const outbox = useOutbox();
  const client = useQueryClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what left the outbox is in the ledger
  useEffect(() => void client.invalidateQueries({ queryKey: ledgerKey }), [outbox, client]);
  return useQuery({ queryKey: ledgerKey, queryFn: () => getEngine().ledger() });
}

/** Reads a case again once it was changed, whichever tab changed it. Called once for the whole page. */
export function useReadWritten(): void {
  const client = useQueryClient();
  const written = useSyncExternalStore(subscribeToEngine, () => getTold().written);
  useEffect(() => {
    const ref = written.at(-1);
    if (ref !== undefined)
      void client.invalidateQueries({ queryKey: ['connection', ref.connectionId, 'case', ref.id] });
  }, [written, client]);
}

export type Intent = {
  row: Pick<QueueRow, 'connectionId' | 'id' | 'number' | 'title'>;
  change: Change;
  base: FieldValues;
};

/**
 * Keeps changes on disk and sends them after so long. Throws VendorError when they cannot be kept: then nothing was
 * sent, and the words are still on screen. Answers the commands' ids, in the order given.
 */
export async function write(intents: readonly Intent[], delayMs = 0): Promise<readonly string[]> {
  const batchId = intents.length > 1 ? crypto.randomUUID() : null;
  const commands = intents.map(
    ({ row, change, base }): Command => ({
      id: crypto.randomUUID(),
      ref: { connectionId: row.connectionId, id: row.id },
      title: `${row.number} ${row.title}`,
      change,
      base,
      madeAt: Date.now(),
      batchId,
    }),
  );
  const outcome = await getEngine().write(commands, delayMs);
  if (!outcome.ok) throw new VendorError(outcome.error);
  return commands.map(({ id }) => id);
}

/** Sends one again that failed, or one in conflict as it was meant: what stands there was seen. */
export async function retryWrite(id: string): Promise<void> {
  await getEngine().retryWrite(id);
}

/** Takes changes out that were not sent; their text stays in the ledger. */
export async function discardWrites(ids: readonly string[]): Promise<void> {
  await getEngine().discardWrites(ids);
}

/** What waits for one record. */
export function entriesOf(entries: readonly OutboxEntry[], ref: CaseRef): readonly OutboxEntry[] {
  const name = formatRef(ref);
  return entries.filter(({ command }) => formatRef(command.ref) === name);
}
