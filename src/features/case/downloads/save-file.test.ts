// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { saveFile } from './save-file.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a file is handed over to be kept under its name, and let go of later', () => {
  const urls = new Map<string, Blob>();
  // jsdom keeps no blobs.
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        urls.set('blob:1', blob);
        return 'blob:1';
      },
      revokeObjectURL: (url: string) => urls.delete(url),
    }),
  );
  const clicked: { href: string; download: string; isInPage: boolean }[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push({ href: this.href, download: this.download, isInPage: this.isConnected });
  });
  const blob = new Blob(['%PDF'], { type: 'application/octet-stream' });
  expect(saveFile({ blob, name: 'Case-7.pdf' })).toBe('Case-7.pdf');
  expect(click).toHaveBeenCalledTimes(1);
  expect(clicked).toEqual([{ href: 'blob:1', download: 'Case-7.pdf', isInPage: false }]);
  expect(urls.get('blob:1')).toBe(blob);
  vi.runAllTimers();
  expect(urls.size).toBe(0);
});
