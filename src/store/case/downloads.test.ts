import { describe, expect, test, vi } from 'vitest';
import type { Download, ReceivedFile } from '#domain/section.ts';
import type { VendorErrorInit } from '#domain/vendor-error.ts';
import type { Engine, Outcome } from '../engine/engine-port.ts';
import { createDownloads, type Transfer } from './downloads.ts';

const ref = { connectionId: 'lab', id: '7' };
const pdf: Download = { id: 'summary', name: 'Case 7.pdf', size: null, label: 'Summary (PDF)', warning: '' };
const zip: Download = { ...pdf, id: 'all', name: 'Case 7.zip', size: 9_000, label: 'Everything (ZIP)' };
const gone: VendorErrorInit = {
  code: 'not-found',
  reason: 'gone',
  message: 'Plum has no such file.',
  retryable: false,
};

type Asked = {
  download: Download;
  progress: (received: number, total: number | null) => void;
  answer: (outcome: Outcome<ReceivedFile>) => Promise<void>;
};

/** An engine that answers when the test says so. */
function open() {
  const asked: Asked[] = [];
  const cancelled: string[] = [];
  const engine: Pick<Engine, 'download' | 'cancelDownload'> = {
    download: (_, download, progress) =>
      new Promise(resolve => {
        const answer = async (outcome: Outcome<ReceivedFile>) => {
          resolve(outcome);
          await Promise.resolve();
          await Promise.resolve();
        };
        asked.push({ download, progress, answer });
      }),
    cancelDownload: async (_, id) => {
      cancelled.push(id);
    },
  };
  const downloads = createDownloads(() => engine);
  const told: Transfer[] = [];
  downloads.subscribe(() => told.push(downloads.get(ref, pdf)));
  const saved: string[] = [];
  const save = ({ name }: ReceivedFile) => {
    saved.push(name);
    return name;
  };
  const start = (download = pdf) => {
    void downloads.start(ref, download, save);
    const last = asked.at(-1);
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  };
  return { downloads, asked, cancelled, told, saved, start };
}

const file = (name: string): Outcome<ReceivedFile> => ({ ok: true, value: { blob: new Blob(['x']), name } });

describe('a file that is fetched', () => {
  test('is nothing before, then comes, then is saved under the name that came with it', async () => {
    const { downloads, told, saved, start } = open();
    expect(downloads.get(ref, pdf)).toEqual({ step: 'idle' });
    const { progress, answer } = start();
    progress(100, null);
    progress(300, 300);
    await answer(file('Case-7.pdf'));
    expect(told).toEqual([
      { step: 'progress', received: 0, total: null },
      { step: 'progress', received: 100, total: null },
      { step: 'progress', received: 300, total: 300 },
      { step: 'saved', name: 'Case-7.pdf' },
    ]);
    expect(saved).toEqual(['Case-7.pdf']);
  });

  test('is as long as its record says where its answer does not', () => {
    const { downloads, start } = open();
    const { progress } = start(zip);
    progress(4_000, null);
    expect(downloads.get(ref, zip)).toEqual({ step: 'progress', received: 4_000, total: 9_000 });
  });

  test('is asked for once, however often somebody presses', () => {
    const { asked, start } = open();
    start();
    start();
    expect(asked).toHaveLength(1);
  });

  test('leaves others alone', () => {
    const { downloads, start } = open();
    start();
    expect(downloads.get(ref, zip)).toEqual({ step: 'idle' });
    expect(downloads.get({ ...ref, id: '8' }, pdf)).toEqual({ step: 'idle' });
    expect(downloads.get({ ...ref, connectionId: 'plant' }, pdf)).toEqual({ step: 'idle' });
  });

  test('that fails is not saved, and may be asked for again', async () => {
    const { downloads, saved, start } = open();
    await start().answer({ ok: false, error: gone });
    expect(downloads.get(ref, pdf)).toEqual({ step: 'failed', error: gone });
    expect(saved).toEqual([]);
    await start().answer(file('Case-7.pdf'));
    expect(downloads.get(ref, pdf)).toEqual({ step: 'saved', name: 'Case-7.pdf' });
  });
});

describe('a file that is cancelled', () => {
  test('is broken off, and nothing of it is told or saved any more', async () => {
    const { downloads, cancelled, saved, start } = open();
    const { progress, answer } = start();
    downloads.cancel(ref, pdf);
    progress(200, null);
    await answer(file('Case-7.pdf'));
    expect(downloads.get(ref, pdf)).toEqual({ step: 'idle' });
    expect(cancelled).toEqual(['summary']);
    expect(saved).toEqual([]);
  });

  test('and begun anew is told of by the new one alone', async () => {
    const { downloads, saved, start } = open();
    const first = start();
    downloads.cancel(ref, pdf);
    const second = start();
    first.progress(900, null);
    await first.answer({ ok: false, error: gone });
    expect(downloads.get(ref, pdf)).toEqual({ step: 'progress', received: 0, total: null });
    await second.answer(file('Case-7.pdf'));
    expect(saved).toEqual(['Case-7.pdf']);
  });
});

test('who does not listen any more is told nothing', () => {
  const { downloads, start } = open();
  const listener = vi.fn();
  downloads.subscribe(listener)();
  start();
  expect(listener).not.toHaveBeenCalled();
});
