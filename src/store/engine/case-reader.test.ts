import { expect, test } from 'vitest';
import type { Download } from '#domain/section.ts';
import type { Adapter } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { createProfile } from './test-kit/browser-profile.ts';
import { createMadeUpVendor, lab } from './test-kit/made-up-vendor.ts';

const ref = { connectionId: 'lab', id: '7' };
const pdf: Download = { id: 'summary', name: 'Case 7.pdf', size: null, label: 'Summary (PDF)', warning: '' };

/** An engine with a vendor that gives files in this way. */
async function open(download: Adapter['download']) {
  const made = createMadeUpVendor();
  const { vendor } = made;
  const createAdapter = (...args: Parameters<typeof vendor.createAdapter>) => ({
    ...vendor.createAdapter(...args),
    download,
  });
  const tab = await createProfile({ ...made, vendor: { ...vendor, createAdapter } }).openTab([lab]);
  return tab.engine;
}

test('a file comes with the bytes of its vendor, and its progress is told', async () => {
  const engine = await open(async (id, { name }, { onProgress }) => {
    onProgress(4, 4);
    return { blob: new Blob([id]), name };
  });
  const progress: unknown[] = [];
  const outcome = await engine.download(ref, pdf, (...step) => progress.push(step));
  expect(outcome).toEqual({ ok: true, value: { blob: expect.any(Blob), name: 'Case 7.pdf' } });
  expect(progress).toEqual([[4, 4]]);
});

test('what the vendor says against it comes as data', async () => {
  const gone = { code: 'not-found', reason: 'gone', message: 'No such file.', retryable: false } as const;
  const engine = await open(() => Promise.reject(new VendorError(gone)));
  expect(await engine.download(ref, pdf, () => {})).toMatchObject({ ok: false, error: gone });
  expect(await engine.download({ ...ref, connectionId: 'other' }, pdf, () => {})).toMatchObject({
    ok: false,
    error: { reason: 'unknown-connection' },
  });
});

test('cancelling breaks off the file that is meant and no other', async () => {
  const signals = new Map<string, AbortSignal>();
  const engine = await open((id, download, { signal }) => {
    signals.set(`${id} ${download.id}`, signal);
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  });
  const cancelled = engine.download(ref, pdf, () => {});
  void engine.download(ref, { ...pdf, id: 'all' }, () => {});
  void engine.download({ ...ref, id: '8' }, pdf, () => {});
  await engine.cancelDownload(ref, 'summary');
  expect(await cancelled).toMatchObject({ ok: false });
  expect([...signals].filter(([, signal]) => signal.aborted).map(([key]) => key)).toEqual(['7 summary']);
  await engine.cancelDownload(ref, 'never begun');
});
