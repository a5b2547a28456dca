// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { InertText } from './inert-text.tsx';

afterEach(cleanup);

function shown(text: string): string {
  const { container } = render(<InertText text={text} />);
  return container.textContent ?? '';
}

test.each([
  ['invoice_\u202efdp.exe', 'invoice_[RLO]fdp.exe'],
  ['a\u{e0041}b', 'a[U+E0041]b'],
  ['pay\u200bpal', 'pay[ZWSP]pal'],
  ['\ufeffname', '[BOM]name'],
  ['soft\u00adhyphen', 'soft[SHY]hyphen'],
  ['\u061cالعربية', '[ALM]العربية'],
  ['a\u2066b\u2069c', 'a[LRI]b[PDI]c'],
  ['nul\u0000bell\u0007', 'nul[U+0000]bell[U+0007]'],
  ['next\u0085line', 'next[U+0085]line'],
  ['filler\u3164', 'filler[U+3164]'],
  ['a\u200db', 'a[ZWJ]b'],
  ['a\ufe0fb', 'a[U+FE0F]b'],
  ['line\u2028end', 'line[LS]end'],
])('%j is shown as %j', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test.each([
  'Kerberoasting, then RDP',
  'Grå ulv',
  'שלום',
  '👩‍💻 at work',
  '⚠️ due',
  'two\nlines\tand a tab',
  '',
])('%j is left as it is', text => {
  expect(shown(text)).toBe(text);
});

test('markup is shown, not run', () => {
  const { container } = render(<InertText text={'<img src=x onerror=alert(1)>'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror=alert(1)>');
});

test('the direction of the text stays its own', () => {
  const { container } = render(<InertText text="אבג" />);
  expect(container.firstElementChild?.tagName).toBe('BDI');
});

test('a text of megabytes is cut and says by how much', () => {
  expect(shown('x'.repeat(25_000)).endsWith('… 5,000 characters more')).toBe(true);
});
