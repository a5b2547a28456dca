import { expect, test } from 'vitest';
import { hasSameWords, isSameHtml, toHtml } from './html.ts';

test('what is typed is text: nothing of it becomes a tag, and lines stay lines', () => {
  expect(toHtml('<script>a & "b"</script>\nnext\n\n\nthird\r\n')).toBe(
    '<p>&lt;script&gt;a &amp; &quot;b&quot;&lt;/script&gt;<br>next</p><p>third</p>',
  );
});

test.each([
  ['&quot;a&quot; &amp; b', '"a" &amp; b'],
  ['<p>one<br>two</p>', '<p>one<br/>\n two</p>'],
  ['<p>see https://a.example/x</p>', '<p>see <a href="https://a.example/x">https://a.example/x</a></p>'],
  ['<p>it&#39;s</p>', "<div>it's</div>"],
  ['<p>caf\u00e9&nbsp;x</p>', '<p>cafe\u0301 x</p>'],
  ['<p>&lt;b&gt;</p>', '&#x3c;b&#62;'],
])('%s has the words of %s', (one, other) => {
  expect(hasSameWords(one, other)).toBe(true);
});

test('other words are other words', () => {
  expect(hasSameWords('<p>ok</p>', '<p>ok then</p>')).toBe(false);
  expect(hasSameWords('<p>&lt;b&gt;x</p>', '<p><b>x</b></p>')).toBe(false);
  expect(hasSameWords('<p>&#1114112;</p>', '<p></p>')).toBe(false);
});

test('the form counts where a text is kept whole: a tag that was taken out is a difference, a wrapper is not', () => {
  expect(isSameHtml('a <b>b</b>', '<p class="x">a <B>b</B></p>')).toBe(true);
  expect(isSameHtml('a <b>b</b>', 'a b')).toBe(false);
  expect(isSameHtml('a <img src=x>', 'a ')).toBe(false);
  expect(isSameHtml('a', 'b')).toBe(false);
});
