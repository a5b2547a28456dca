import type { ColumnData } from './column-data.ts';
import type { LogEntry, RowStorage, StoredConnection } from './row-storage.ts';
import { cacheFormat, decodeSnapshot, type SnapshotFault } from './snapshot.ts';

export type ReadConnection<Meta> = {
  connectionId: string;
  snapshot: ColumnData | null;
  log: readonly LogEntry[];
  watermark: string;
  meta: Meta;
};
export type UnusableConnection = { connectionId: string; fault: SnapshotFault };

/** All that is kept; a cache that cannot be read as a whole is removed, and the fault said in a sentence. */
export async function readStored(
  storage: RowStorage,
): Promise<{ stored: readonly StoredConnection[]; fault: string | null }> {
  try {
    return { stored: await storage.readAll(), fault: null };
  } catch (error) {
    // What cannot be removed either is met again, and said, when the first rows are written.
    await storage.destroy().catch(() => {});
    return {
      stored: [],
      fault: `The cached rows could not be opened. ${whatFollows('the vendors')} (${String(error)})`,
    };
  }
}

export function readConnection<Meta>(
  { connectionId, state, snapshot, log }: StoredConnection,
  readMeta: (kept: unknown) => Meta | null,
): ReadConnection<Meta> | UnusableConnection {
  const meta = readMeta(state.meta);
  if (state.format !== cacheFormat || meta === null) return { connectionId, fault: 'other-format' };
  const { watermark } = state;
  if (snapshot === null) return { connectionId, snapshot, log, watermark, meta };
  const { data, fault } = decodeSnapshot(snapshot);
  return data === null ? { connectionId, fault } : { connectionId, snapshot: data, log, watermark, meta };
}

/** null when nothing is unusable. */
export function sentenceFor(unusable: readonly UnusableConnection[]): string | null {
  if (unusable.length === 0) return null;
  const ids = unusable.map(({ connectionId }) => connectionId).join(', ');
  const what = unusable.some(({ fault }) => fault === 'damaged')
    ? `The cached rows of ${ids} were damaged.`
    : `The cached rows of ${ids} were kept by another version of Casefold.`;
  return `${what} ${whatFollows(unusable.length === 1 ? 'the vendor' : 'the vendors')}`;
}

function whatFollows(source: string): string {
  return `Drafts and settings are as they were. The rows are read again from ${source}.`;
}
