import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from './merge-lines.ts';

const lines = (...all: string[]) => all.join('\n');

test.each([
  ['mine alone', 'a b c', 'a b c', 'a B c', 'a B c', 0],
  ['theirs alone', 'a b c', 'a b C', 'a b c', 'a b C', 0],
  ['apart from each other', 'a b c d', 'A b c d', 'a b c D', 'A b c D', 0],
  ['the same on both sides', 'a b c', 'a X c', 'a X c', 'a X c', 0],
  ['both at the end', 'a', 'a t', 'a m', 'a t m', 1],
  ['both in one line', 'a b c', 'a t c', 'a m c', 'a t m c', 1],
  ['one takes away what the other changed', 'a b c', 'a c', 'a m c', 'a m c', 1],
  ['into nothing', '', 't', 'm', 't m', 1],
])('%s', (_, base, theirs, mine, text, overlaps) => {
  const [from, their, my, merged] = [base, theirs, mine, text].map(one => lines(...one.split(' ')));
  expect(mergeLines(from ?? '', their ?? '', my ?? '')).toEqual({ text: merged, overlaps });
});

const texts = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map(all => all.join('\n'));

test('what one side left alone is as the other side has it', () => {
  fc.assert(
    fc.property(texts, texts, (base, changed) => {
      expect(mergeLines(base, base, changed)).toEqual({ text: changed, overlaps: 0 });
      expect(mergeLines(base, changed, base)).toEqual({ text: changed, overlaps: 0 });
      expect(mergeLines(base, changed, changed)).toEqual({ text: changed, overlaps: 0 });
    }),
    { seed: 412, numRuns: 300 },
  );
});

test('no line that somebody added is lost', () => {
  fc.assert(
    fc.property(texts, texts, texts, (base, theirs, mine) => {
      const added = (text: string, word: string) => `${text}\n${word}`;
      const { text } = mergeLines(base, added(theirs, 'Ida'), added(mine, 'Mari'));
      expect(text.split('\n')).toEqual(expect.arrayContaining(['Ida', 'Mari']));
    }),
    { seed: 412, numRuns: 300 },
  );
});

test('texts too long to compare keep both sides whole', () => {
  const many = (word: string) => Array.from({ length: 2_100 }, (_, index) => `${word}${index}`).join('\n');
  const { text, overlaps } = mergeLines(many('b'), many('t'), many('m'));
  expect(text).toBe(`${many('t')}\n${many('m')}`);
  expect(overlaps).toBe(1);
});
