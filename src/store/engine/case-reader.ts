import { type CaseRef, formatRef } from '#domain/case.ts';
import type { ConnectionSync } from './connection-sync.ts';
import type { Engine, Outcome, Traced } from './engine-port.ts';
import { settle, unknownConnection } from './settle.ts';
import { toTracedCall, traceCalls } from './trace.ts';

const readMs = 60_000;

/** What a case page reads of one record, each with the calls it took. */
export function createCaseReader(
  syncs: ReadonlyMap<string, ConnectionSync>,
): Pick<Engine, 'detail' | 'section' | 'item' | 'offers' | 'download' | 'cancelDownload'> {
  const downloading = new Map<string, AbortController>();

  async function read<Value>(
    ref: CaseRef,
    ask: (sync: ConnectionSync, signal: AbortSignal) => Promise<Value>,
  ): Promise<Outcome<Traced<Value>>> {
    const sync = syncs.get(ref.connectionId);
    if (sync === undefined) return { ok: false, error: unknownConnection };
    return settle(async () => {
      const traced = await traceCalls(AbortSignal.timeout(readMs), signal => ask(sync, signal));
      return {
        value: traced.value,
        calls: traced.exchanges.map(exchange => toTracedCall(exchange, sync.vendor, sync.connection)),
      };
    });
  }

  return {
    detail: ref => read(ref, ({ adapter }, signal) => adapter.get(ref.id, signal)),
    section: (ref, section, cursor) =>
      read(ref, ({ adapter }, signal) => adapter.section(section, ref.id, cursor, signal)),
    item: (ref, section, itemId) =>
      read(ref, ({ adapter }, signal) => adapter.item(section, ref.id, itemId, signal)),
    offers: async ref => {
      const sync = syncs.get(ref.connectionId);
      if (sync === undefined) return { ok: false, error: unknownConnection };
      return settle(
        async () => (await sync.adapter.writer?.offers(ref.id, AbortSignal.timeout(readMs))) ?? [],
      );
    },
    download: async (ref, download, onProgress) => {
      const sync = syncs.get(ref.connectionId);
      if (sync === undefined) return { ok: false, error: unknownConnection };
      const key = downloadKey(ref, download.id);
      const controller = new AbortController();
      downloading.set(key, controller);
      const { signal } = controller;
      const outcome = await settle(() => sync.adapter.download(ref.id, download, { signal, onProgress }));
      if (downloading.get(key) === controller) downloading.delete(key);
      return outcome;
    },
    cancelDownload: async (ref, downloadId) => downloading.get(downloadKey(ref, downloadId))?.abort(),
  };
}

function downloadKey(ref: CaseRef, downloadId: string): string {
  return `${formatRef(ref)} ${downloadId}`;
}
