import { proxy } from 'comlink';
import { useSyncExternalStore } from 'react';
import { type CaseRef, formatRef } from '#domain/case.ts';
import type { Download, ReceivedFile } from '#domain/section.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';
import { getEngine } from '../engine/engine-client.ts';
import type { Engine } from '../engine/engine-port.ts';

/** How far the fetching of one file is. */
export type Transfer =
  | { step: 'idle' }
  /** `total` null: nobody said how long it is. */
  | { step: 'progress'; received: number; total: number | null }
  | { step: 'saved'; name: string }
  | { step: 'failed'; error: VendorErrorInit };

/** Gives a file to the browser to keep; answers the name under which it was given. */
export type SaveFile = (file: ReceivedFile) => string;

const idle: Transfer = { step: 'idle' };

/** All files that are being fetched, beside the screens that show them: one that is left does not break it off. */
export function createDownloads(engine: () => Pick<Engine, 'download' | 'cancelDownload'>) {
  const transfers = new Map<string, Transfer>();
  const listeners = new Set<() => void>();

  function tell(key: string, transfer: Transfer): void {
    transfers.set(key, transfer);
    for (const listener of listeners) listener();
  }

  async function start(ref: CaseRef, download: Download, save: SaveFile): Promise<void> {
    const key = keyOf(ref, download);
    if (transfers.get(key)?.step === 'progress') return;
    let own: Transfer = { step: 'progress', received: 0, total: download.size };
    const isOwn = () => transfers.get(key) === own;
    tell(key, own);
    const onProgress = (received: number, total: number | null) => {
      if (!isOwn()) return;
      own = { step: 'progress', received, total: total ?? download.size };
      tell(key, own);
    };
    const outcome = await engine().download(ref, download, proxy(onProgress));
    // Cancelled meanwhile, and perhaps begun anew.
    if (!isOwn()) return;
    if (outcome.ok) tell(key, { step: 'saved', name: save(outcome.value) });
    else tell(key, { step: 'failed', error: outcome.error });
  }

  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: (ref: CaseRef, download: Download): Transfer => transfers.get(keyOf(ref, download)) ?? idle,
    start,
    /** Breaks off what is under way. */
    cancel(ref: CaseRef, download: Download): void {
      tell(keyOf(ref, download), idle);
      void engine().cancelDownload(ref, download.id);
    },
  };
}

function keyOf(ref: CaseRef, download: Download): string {
  return `${formatRef(ref)} ${download.id}`;
}

const downloads = createDownloads(getEngine);

/** One file of a record: how far it is, and what can be done with it. It is fetched only by `start`. */
export function useDownload(ref: CaseRef, download: Download, save: SaveFile) {
  const transfer = useSyncExternalStore(downloads.subscribe, () => downloads.get(ref, download));
  return {
    transfer,
    start: () => void downloads.start(ref, download, save),
    cancel: () => downloads.cancel(ref, download),
  };
}
