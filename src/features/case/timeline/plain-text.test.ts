import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['<p>One</p><p>Two<br>Three</p>', 'One\nTwo\nThree'],
  ['<b>a</b> &lt;b&gt; &amp;amp; &#x41;&#66; &nbsp;c', 'a <b> &amp; AB  c'],
  ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ['5 < 6 and 7 > 6', '5 < 6 and 7 > 6'],
  ['&#0; &#xD800; &#1114112; &unknown;', '&#0; &#xD800; &#1114112; &unknown;'],
])('of %j remains %j', (text, words) => {
  expect(plainText({ format: 'html', text })).toBe(words);
});

test('text and Markdown are as they are', () => {
  expect(plainText({ format: 'text', text: '<b> ' })).toBe('<b> ');
  expect(plainText({ format: 'markdown', text: '**a**' })).toBe('**a**');
});

test('any text comes through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      expect(typeof plainText({ format: 'html', text })).toBe('string');
    }),
  );
});
