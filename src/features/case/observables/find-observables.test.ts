import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Observable } from '#domain/section.ts';
import { observablesIn, splitObservables } from './find-observables.ts';

/** 'type value' of each. */
function found(text: string): string[] {
  return observablesIn(text).map(({ type, value }) => `${type} ${value}`);
}

const md5 = '9f86d081884c7d659a2feaa0c55ad015';
const sha1 = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test.each([
  ['Sign-in from 185.220.101.34, then 10.20.4.18:3389.', ['ipv4 185.220.101.34', 'ipv4 10.20.4.18']],
  ['blocked 10.0.0.0/24 and 10.0.1.1-10.0.1.9', ['ipv4 10.0.0.0', 'ipv4 10.0.1.1', 'ipv4 10.0.1.9']],
  ['from [2001:DB8:0:0::1]:443 and fe80::1%eth0: refused', ['ipv6 2001:db8::1', 'ipv6 fe80::1']],
  ['::ffff:192.0.2.7 is', ['ipv4 192.0.2.7']],
  ['A page at login-vidar.app. It took', ['domain login-vidar.app']],
  ['*.Evil.com and EVIL.ORG', ['domain evil.com', 'domain evil.org']],
  ['пример.рф, bücher.de', ['domain пример.рф', 'domain bücher.de']],
  ['see https://a.example/x?u=a.b&c=(d). Then', ['url https://a.example/x?u=a.b&c=(d)']],
  [
    '[here](https://a.example/x_(y)) and **http://10.1.2.3/**',
    ['url https://a.example/x_(y)', 'url http://10.1.2.3/'],
  ],
  [
    'HTTPS://A.example/Path,http://b.example;ftp://c.example',
    ['url https://A.example/Path', 'url http://b.example', 'url ftp://c.example'],
  ],
  [`md5:${md5} SHA1=${sha1.toUpperCase()} (${sha256})`, [`hash ${md5}`, `hash ${sha1}`, `hash ${sha256}`]],
  [`${sha256}${sha256}`, [`hash ${sha256}${sha256}`]],
  ['<t.haugen@vidar.no>, mailto:svc+a@corp.local', ['mail t.haugen@vidar.no', 'mail svc+a@corp.local']],
  ['ran C:\\Users\\t\\Invoice.pdf.exe and /tmp/x.sh', ['file Invoice.pdf.exe', 'file x.sh']],
  [`${md5}.bin`, [`hash ${md5}`]],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  ['hxxps://login-vidar[.]app/x', 'url https://login-vidar.app/x'],
  ['hXXp[:]//evil(.)com', 'url http://evil.com'],
  ['h**ps[://]evil{.}com[/]a', 'url https://evil.com/a'],
  ['185.220[.]101[.]34', 'ipv4 185.220.101.34'],
  ['185[.220.101.34', 'ipv4 185.220.101.34'],
  ['2001[:]db8::1', 'ipv6 2001:db8::1'],
  ['login-vidar[dot]app', 'domain login-vidar.app'],
  ['evil (DOT) com', 'domain evil.com'],
  ['invoice[.]zip', 'domain invoice.zip'],
  ['t.haugen[at]vidar.no', 'mail t.haugen@vidar.no'],
  ['t.haugen[@]vidar[.]no', 'mail t.haugen@vidar.no'],
])('defanged: %s', (text, expected) => {
  expect(found(`Seen ${text} today, 10.9.8.7`)).toEqual([expected, 'ipv4 10.9.8.7']);
  expect(splitObservables(`Seen ${text} today`).map(segment => segment.text)).toEqual([
    'Seen ',
    text,
    ' today',
  ]);
});

test.each([
  ['report.pdf and Q4-forecast.zip', ['file report.pdf', 'file Q4-forecast.zip']],
  ['README.md, setup.py, run.sh', ['file README.md', 'file setup.py', 'file run.sh']],
  ['allegro.pl, notion.so, politika.rs', ['domain allegro.pl', 'domain notion.so', 'domain politika.rs']],
])('a name with an ending of both is a file or a domain: %s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  'e.g. this, i.e. that, o.s.v., bl.a., a.m. and p.m.',
  'version 1.2.3.4, v1.2.3.4, ver. 10.0.0.1, build: 6.1.7.9, § 1.2.3.4',
  'Mozilla/5.0 Chrome/120.0.0.0 Safari/537.36',
  'OID 1.3.6.1.4.1.311 and 999.1.1.1 and 010.1.1.1',
  '127.0.0.1, 0.0.0.0, 255.255.255.0, ::1, ::',
  '2026-11-22T07:57:41.123Z, 07:57:41, 22.11.2026, 1.500.000,00',
  'com.example.Foo, java.lang.String, org.apache.tools, System.Net, ASP.NET, Node.js',
  'std::vector, Dead::Beef, a::b, 00:1a:2b:3c:4d:5e',
  'the end.In the morning, etc.To',
  'response.data, list.map, $row.value',
  '00000000000000000000000000000000 and 12345678901234567890123456789012',
  'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
  'https:// and http://[ and @vidar and a@b',
  'icon@2x, 9.am, [.] and (.) and [dot]',
])('nothing is found in: %s', text => {
  expect(found(text)).toEqual([]);
});

test('hosts and users are found where the vendor named them, as whole words', () => {
  const host = { type: 'host', value: 'SRV-FIN-07', raw: 'Windows server' } as const;
  const user = { type: 'user', value: 't.haugen', raw: 'Account' } as const;
  const known = new Map<string, Observable>([
    ['srv-fin-07', host],
    ['t.haugen', user],
  ]);
  const text = 'RDP to srv-fin-07, not SRV-FIN-071, by t.haugen. His mail is t.haugen@vidar.no';
  const observables = splitObservables(text, known).flatMap(({ observable }) => observable ?? []);
  expect(observables).toEqual([host, user, { type: 'mail', value: 't.haugen@vidar.no', raw: '' }]);
});

test("the vendor's own type goes before what a value looks like", () => {
  const named = { type: 'host', value: 'srv.vidar.no', raw: 'Server' } as const;
  expect(splitObservables('on srv.vidar.no', new Map([['srv.vidar.no', named]]))[1]?.observable).toEqual(
    named,
  );
});

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '[.]',
    '(dot)',
    ' [at] ',
    'hxxps://',
    '://',
    '.',
    '@',
    ':',
    '::',
    '[',
    ')',
    ',',
    ' ',
    '-',
    '%',
  ),
  fc.constantFrom(
    'evil.com',
    '10.0.0.1',
    '2001:db8::1',
    md5,
    'a.exe',
    'a@b.no',
    'https://a.no/x',
    'com',
    'hxxp',
    'h**p',
  ),
);

test('the pieces of a text are the text', async () => {
  await fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const text = pieces.join('');
      expect(
        splitObservables(text)
          .map(segment => segment.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

const address = fc.oneof(
  fc.ipV4().filter(ip => !/^(?:0|127|255)\./.test(ip)),
  fc.constantFrom('evil.com', 'login.vidar.no', 't.haugen@vidar.no', sha256, '2001:db8::7'),
);

test('what is found among other words is found whole, and nothing else is', async () => {
  await fc.assert(
    fc.property(fc.array(address, { minLength: 1, maxLength: 8 }), addresses => {
      expect(
        observablesIn(addresses.map(value => `(see ${value}),`).join(' ')).map(({ value }) => value),
      ).toEqual([...new Set(addresses)]);
    }),
  );
});

const hostile = {
  dots: '.',
  letters: 'a',
  'letters and dots': 'a.',
  'letters and ats': 'a@',
  dashes: '-a',
  hex: 'f',
  colons: ':',
  'hex and colons': 'a:',
  schemes: 'http://',
  'defanged schemes': 'hxxp[:]//a[.]',
  'broken dots': '[.]',
  spaces: ' ',
  brackets: '[({',
  numbers: '1.',
  dollars: 'a$',
  closing: 'https://a)))))))))',
  'one word': 'ø',
  tags: '<a href="',
};

test.each(Object.entries(hostile))('100 kB of %s come back as they are', (_, unit) => {
  const text = unit.repeat(100_000 / unit.length);
  expect(
    splitObservables(text)
      .map(segment => segment.text)
      .join(''),
  ).toBe(text);
});

test('a text of megabytes is read at its beginning; nothing is found half', () => {
  const text = `${'x '.repeat(32_764)}evil.company ${'10.0.0.1 '.repeat(100_000)}`;
  const segments = splitObservables(text);
  expect(segments.map(segment => segment.text).join('')).toBe(text);
  expect(segments.flatMap(({ observable }) => observable?.value ?? [])).toEqual([]);
});
