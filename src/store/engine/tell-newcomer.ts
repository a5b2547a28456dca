import type { Person } from '#domain/case.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import type { ConnectionSync } from './connection-sync.ts';
import { listRows } from './list-rows.ts';
import type { RowMessage } from './row-channel.ts';
import type { RowDisk } from './row-disk.ts';

type Known = {
  index: QueueIndex;
  disk: RowDisk;
  syncs: Iterable<ConnectionSync>;
  identities: ReadonlyMap<string, Person>;
};

/** For a tab that has just begun: names, and the rows that it cannot find on disk. */
export function* tellNewcomer({ index, disk, syncs, identities }: Known): Generator<RowMessage> {
  for (const [connectionId, person] of identities) yield { type: 'identity', connectionId, person };
  for (const { connection, position } of syncs) {
    const connectionId = connection.id;
    if (disk.isKept(connectionId)) continue;
    for (const rows of listRows(index, connectionId))
      yield { type: 'batch', connectionId, rows, gone: [], ...position() };
  }
}
