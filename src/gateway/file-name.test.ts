import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attachmentHeader, isAttachment } from './file-name.ts';

/** What a browser would call the file; null: without a name. */
function nameIn(header: string): string | null {
  if (header === 'attachment') return null;
  const match = /^attachment; filename\*=UTF-8''([\w.~!%-]+)$/.exec(header);
  if (match === null) throw new Error(`not the one form: ${header}`);
  return decodeURIComponent(match[1] ?? '');
}

const asLatin1 = (text: string) => String.fromCharCode(...new TextEncoder().encode(text));

describe('the name in every form that vendors use', () => {
  test.each([
    ['quoted', 'attachment; filename="Case-42.pdf"', 'Case-42.pdf'],
    ['bare', 'attachment; filename=notes.txt', 'notes.txt'],
    ['bare with spaces', 'attachment; filename=my notes.txt', 'my notes.txt'],
    ['without spaces around', 'attachment;filename="a.zip"', 'a.zip'],
    ['with spaces around', 'attachment ; filename = "a.zip" ; size=12', 'a.zip'],
    ['in capitals', 'ATTACHMENT; FILENAME="a.zip"', 'a.zip'],
    ['inline', 'inline; filename="a.svg"', 'a.svg'],
    ['with a semicolon in quotes', 'attachment; filename="a; b.txt"', 'a; b.txt'],
    ['with quotes behind a backslash', 'attachment; filename="a \\"b\\".txt"', 'a _b_.txt'],
    ['encoded', "attachment; filename*=UTF-8''na%C3%AFve.txt", 'naïve.txt'],
    [
      'encoded, in small letters, with a language',
      "attachment; filename*=utf-8'en'na%c3%afve.txt",
      'naïve.txt',
    ],
    ['encoded as Latin-1', "attachment; filename*=ISO-8859-1''na%EFve.txt", 'naïve.txt'],
    ['encoded and in quotes', `attachment; filename*="UTF-8''na%C3%AFve.txt"`, 'naïve.txt'],
    ['in both, the encoded one counts', `attachment; filename="a.txt"; filename*=UTF-8''b.txt`, 'b.txt'],
    ['in both, in the other order', `attachment; filename*=UTF-8''b.txt; filename="a.txt"`, 'b.txt'],
    ['in both, the encoded one broken', `attachment; filename*=UTF-8''%C3%28; filename="a.txt"`, 'a.txt'],
    [
      'in both, the encoded one of an unknown set',
      `attachment; filename*=koi8-r''b; filename="a.txt"`,
      'a.txt',
    ],
    ['twice', 'attachment; filename="a.txt"; filename="b.txt"', 'a.txt'],
    ['raw UTF-8', `attachment; filename="${asLatin1('Årsrapport 年.pdf')}"`, 'Årsrapport 年.pdf'],
    ['raw Latin-1', 'attachment; filename="na\xefve.txt"', 'naïve.txt'],
    ['plain with escapes', 'attachment; filename="my%20notes.txt"', 'my notes.txt'],
    ['plain with a percent', 'attachment; filename="100%.txt"', '100%.txt'],
    ['quotes that do not end', 'attachment; filename="a.txt', '_a.txt'],
  ])('%s', (_, header, name) => {
    expect(nameIn(attachmentHeader(header))).toBe(name);
  });

  test.each([
    [null],
    [''],
    ['attachment'],
    ['attachment; filename='],
    ['attachment; filename=""'],
    ['attachment; filename=".."'],
    ['attachment; size=12'],
    ['attachment; xfilename="a.txt"'],
    [';;;==='],
  ])('%j has none', header => {
    expect(attachmentHeader(header)).toBe('attachment');
  });
});

describe('a name plays no tricks', () => {
  test.each([
    ['a path', 'attachment; filename="../../.ssh/authorized_keys"', 'authorized_keys'],
    ['an encoded path', "attachment; filename*=UTF-8''..%2F..%5Cx%2Fevil.exe", 'evil.exe'],
    ['an encoded path in a plain name', 'attachment; filename="..%2f..%2fevil.exe"', 'evil.exe'],
    ['an encoded line end', "attachment; filename*=UTF-8''a%0D%0ASet-Cookie:%20x=1", 'aSet-Cookie_ x=1'],
    ['an encoded NUL', "attachment; filename*=UTF-8''a.txt%00.exe", 'a.txt.exe'],
    ['a turned direction', "attachment; filename*=UTF-8''invoice_%E2%80%AEfdp.exe", 'invoice_fdp.exe'],
    ['a hidden file', 'attachment; filename=".bashrc"', 'bashrc'],
    ['a device', 'attachment; filename="con.txt"', '_con.txt'],
    ['a quote that would end it', `attachment; filename*=UTF-8''x%22.html`, 'x_.html'],
  ])('%s', (_, header, name) => {
    expect(nameIn(attachmentHeader(header))).toBe(name);
  });

  test('whatever comes, the header is the one form, of plain letters, and short', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, isPlain) => {
        const given = isPlain ? `attachment; filename="${text}"` : `attachment; filename*=UTF-8''${text}`;
        const header = attachmentHeader(given);
        expect(header).toMatch(/^attachment(; filename\*=UTF-8''[\w.~!%-]+)?$/);
        expect([...(nameIn(header) ?? '')].length).toBeLessThanOrEqual(150);
      }),
    );
  });
});

test('only what is said to be an attachment is one', () => {
  expect(isAttachment('attachment')).toBe(true);
  expect(isAttachment('Attachment; filename="a"')).toBe(true);
  expect(isAttachment('inline; filename="attachment"')).toBe(false);
  expect(isAttachment('attachments')).toBe(false);
  expect(isAttachment(null)).toBe(false);
});
