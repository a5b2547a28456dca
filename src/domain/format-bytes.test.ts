import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [812, '812 bytes'],
  [999, '999 bytes'],
  [999.6, '1 kB'],
  [1_000, '1 kB'],
  [4748, '4.7 kB'],
  [14_236, '14 kB'],
  [999_600, '1 MB'],
  [212_000_000, '212 MB'],
  [2_400_000_000, '2.4 GB'],
  [5e15, '5,000 TB'],
])('%d is %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
