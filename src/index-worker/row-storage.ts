import type { QueueRow } from '#domain/case.ts';

/** What one batch changed. Rows first, then removals. */
export type LogEntry = { rows: readonly QueueRow[]; removedIds: readonly string[] };

/** How far a connection was read, written in one step with the rows that it covers. */
export type StoredState = {
  /** `cacheFormat` of whoever wrote it. */
  format: number;
  watermark: string;
  /** What the sync wants to remember beside; structured-clonable. */
  meta: unknown;
};

/** All that is kept of one connection. Rows are those of the snapshot, changed by the log in its order. */
export type StoredConnection = {
  connectionId: string;
  state: StoredState;
  /** null: nothing but the log yet. */
  snapshot: Uint8Array<ArrayBuffer> | null;
  log: readonly LogEntry[];
};

/** Where rows are kept between page loads. Several tabs share it, so every method is one transaction. All may reject. */
export interface RowStorage {
  readAll(): Promise<StoredConnection[]>;
  /**
   * Adds an entry and the new state, where the connection stands at `expectedWatermark` (null: nothing kept yet).
   * Otherwise writes nothing and answers false: another tab has written, or what was kept is gone.
   */
  append(
    connectionId: string,
    expectedWatermark: string | null,
    entry: LogEntry,
    state: StoredState,
  ): Promise<boolean>;
  /** Puts the snapshot and state in the place of everything kept of the connection. */
  replace(connectionId: string, snapshot: Uint8Array<ArrayBuffer>, state: StoredState): Promise<void>;
  /** Removes everything kept of the connection. */
  forget(connectionId: string): Promise<void>;
  /** Removes everything, also what cannot be read. */
  destroy(): Promise<void>;
}
