import type { CaseRef, QueueRow } from '#domain/case.ts';
import type { SyncProgress } from '../sync/sync-connection.ts';

/** What is kept between page loads: rows in the index's own form, and how far each connection was read. */
export interface RowDisk {
  /**
   * Fills the index from disk. `rebuiltBecause` is a sentence when what was there could not be used; the rows then
   * come anew from the vendors.
   */
  load(memoryOnly: readonly string[]): Promise<{ rebuiltBecause: string | null }>;
  /** Where to go on for a connection: its watermark and progress, or the very start. */
  startOf(connectionId: string): { watermark: string | null; progress: SyncProgress };
  /** Rows, removals and watermark in one step; resolves when they are safe. */
  append(
    connectionId: string,
    entry: {
      rows: readonly QueueRow[];
      removed: readonly CaseRef[];
      watermark: string;
      progress: SyncProgress;
    },
  ): Promise<void>;
  forget(connectionId: string): Promise<void>;
  setMemoryOnly(connectionIds: readonly string[]): Promise<void>;
}
