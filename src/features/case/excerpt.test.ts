import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';

test('a short description stays whole', () => {
  const text = { format: 'markdown', text: 'Two files *match*.' } as const;
  expect(excerptOf(text)).toEqual({ text, isCut: false });
});

test('a long one ends between two words and says that it goes on', () => {
  const { text, isCut } = excerptOf({ format: 'text', text: 'word '.repeat(400) });
  expect(isCut).toBe(true);
  expect(text.text).toMatch(/^(word )+word …$/);
  expect(text.text.length).toBeLessThanOrEqual(602);
});

test('text without a gap is cut between whole characters', () => {
  const { text } = excerptOf({ format: 'text', text: `x${'😀'.repeat(400)}` });
  expect(text.text).toMatch(/^x(😀)+ …$/u);
});

test('HTML may be longer, for much of it is not read', () => {
  const long = `<p>${'word '.repeat(300)}</p>`;
  expect(excerptOf({ format: 'html', text: long }).isCut).toBe(false);
  expect(excerptOf({ format: 'html', text: long.repeat(2) }).isCut).toBe(true);
});
