import type { QueueRow } from '#domain/case.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';

const stretch = 2_000;

/** Every row of a connection, a stretch at a time. */
export function* listRows(index: QueueIndex, connectionId: string): Generator<readonly QueueRow[]> {
  const facets = { connection: { include: [connectionId], exclude: [] } };
  const { resultId, total } = index.open({ q: '', sort: [], facets, ranges: {}, me: [] });
  for (let offset = 0; offset < total; offset += stretch) {
    const rows = index.window(resultId, offset, stretch)?.rows ?? [];
    yield rows.filter(row => row !== null);
  }
  index.close(resultId);
}
