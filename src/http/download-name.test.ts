import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFileName } from './download-name.ts';

describe('a name is a name and nothing else', () => {
  test.each([
    ['report.pdf', 'report.pdf'],
    ['Årsrapport 2026 – utkast.docx', 'Årsrapport 2026 – utkast.docx'],
    ['メール.eml', 'メール.eml'],
    ['../../.ssh/authorized_keys', 'authorized_keys'],
    ['C:\\Users\\ida\\evil.exe', 'evil.exe'],
    ['C:evil.exe', 'C_evil.exe'],
    ['Re: file.txt:stream', 'Re_ file.txt_stream'],
    ['/etc/passwd', 'passwd'],
    ['...htaccess', 'htaccess'],
    ['.. . .', ''],
    ['folder/', ''],
    ['', ''],
    ['a\r\nSet-Cookie: x=1', 'aSet-Cookie_ x=1'],
    ['nul\0.txt', '_nul.txt'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['console.txt', 'console.txt'],
    ['x".html', 'x_.html'],
    ['a<b>|c?*.txt', 'a_b__c__.txt'],
    ['invoice_\u202efdp.exe', 'invoice_fdp.exe'],
    ['in\u200bvoice\u2066.pdf\u{e0041}', 'invoice.pdf'],
    ['\u202e.bashrc', 'bashrc'],
    ['report.pdf. . ', 'report.pdf'],
    ['many \t\u00a0 spaces.txt', 'many spaces.txt'],
  ])('%j becomes %j', (name, expected) => {
    expect(cleanFileName(name)).toBe(expected);
  });

  test('a long one is cut and keeps its ending', () => {
    const cut = cleanFileName(`${'a'.repeat(5000)}.pdf`);
    expect(cut).toMatch(/^a+\.pdf$/);
    expect(cut).toHaveLength(150);
  });

  test('a long one of wide characters is cut between them', () => {
    const cut = cleanFileName(`${'\u{1f980}'.repeat(300)}.zip`);
    expect(cut).toMatch(/^\u{1f980}+\.zip$/u);
    expect(new TextEncoder().encode(cut).byteLength).toBeLessThanOrEqual(220);
  });

  test('whatever comes, no path, nothing hidden, nothing longer, and clean stays clean', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const name = cleanFileName(text);
        expect(name).not.toMatch(/[/\\:*?\p{Cc}\u202a-\u202e\u2066-\u2069]|^\.|[. ]$/u);
        expect([...name].length).toBeLessThanOrEqual(150);
        expect(() => encodeURIComponent(name)).not.toThrow();
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });
});
