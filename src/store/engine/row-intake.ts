import type { Connection } from '#domain/connection.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import type { SyncBatch } from '../sync/sync-connection.ts';
import { findAgedOut } from './aged-out.ts';
import type { RowChannel } from './row-channel.ts';
import type { RowDisk } from './row-disk.ts';
import type { Throttle } from './throttle.ts';

type RowIntakeParts = {
  index: QueueIndex;
  disk: RowDisk;
  channel: RowChannel;
  now: () => number;
  /** Of the connections there are now. */
  connectionIds: () => readonly string[];
  prepareSoon: () => void;
  tellChanged: Throttle;
};

/** Takes rows into the index, from a vendor or another tab, and keeps and passes on what is new in them. */
export function createRowIntake(parts: RowIntakeParts) {
  const { index, disk, channel, connectionIds, prepareSoon, tellChanged } = parts;
  /** Counts the changes of the index. */
  let revision = 0;

  /** Takes rows into the index. Answers what is new in them, for the disk. */
  function take(connectionId: string, batch: Pick<SyncBatch, 'rows' | 'gone'> & Partial<SyncBatch>) {
    const wasEmpty = connectionIds().every(id => index.held(id) === 0);
    const changed = index.upsert(batch.rows);
    const removed = index.remove(batch.gone.map(id => ({ connectionId, id })));
    if (batch.complete) removed.push(...index.retain(connectionId, batch.complete));
    if (changed.length + removed.length > 0) {
      revision += 1;
      prepareSoon();
    }
    // Somebody looks at an empty screen.
    if (wasEmpty && changed.length > 0) tellChanged.now();
    else tellChanged();
    return { changed, removed };
  }

  /** A page of a vendor: into the index, onto disk and to the other tabs. */
  async function append(connection: Connection, batch: SyncBatch): Promise<void> {
    const connectionId = connection.id;
    const { changed, removed } = take(connectionId, batch);
    const { watermark, progress } = batch;
    if (progress.isCaughtUp) {
      const gone = findAgedOut(index, connection, parts.now()).map(ref => ref.id);
      removed.push(...take(connectionId, { rows: [], gone }).removed);
    }
    await disk.append(connectionId, { rows: changed, removed, watermark, progress });
    // Told after it is safe: a tab that begins now finds it on disk or hears it, never neither.
    const gone = removed.map(ref => ref.id);
    channel.post({ type: 'batch', connectionId, rows: changed, gone, watermark, progress });
  }

  /** The index changed by other hands than these: what was on disk is in it now. */
  function noteChange(): void {
    revision += 1;
    tellChanged();
  }

  function drop(connectionId: string): void {
    index.forgetConnection(connectionId);
    noteChange();
  }

  return { take, append, drop, noteChange, revision: () => revision };
}
