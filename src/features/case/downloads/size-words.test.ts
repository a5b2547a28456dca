import { expect, test } from 'vitest';
import { sizeWords } from './size-words.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_000, '1 kB'],
  [4_712, '4.7 kB'],
  [14_236, '14 kB'],
  [999_600, '1 MB'],
  [212_000_000, '212 MB'],
  [3e15, '3,000 TB'],
])('%d is %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
