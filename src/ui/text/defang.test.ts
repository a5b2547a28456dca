import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { defang, refang } from './defang.ts';

test.each([
  ['https://login-vidar.app/x?u=a.b', 'hxxps://login-vidar[.]app/x?u=a.b'],
  ['http://10.20.4.18:8080/', 'hxxp://10.20.4[.]18:8080/'],
  ['185.220.101.34', '185.220.101[.]34'],
  ['2001:db8::1', '2001[:]db8::1'],
  ['t.haugen@vidar.no', 't.haugen[@]vidar[.]no'],
  ['SRV-FIN-07', 'SRV-FIN-07'],
  ['9f86d081884c7d659a2feaa0c55ad015', '9f86d081884c7d659a2feaa0c55ad015'],
])('%s is written %s', (value, expected) => {
  expect(defang(value)).toBe(expected);
});

test('what was defanged comes back unchanged', async () => {
  const hash = fc.stringMatching(/^[0-9a-f]{32,64}$/);
  const observable = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.ipV4(),
    fc.ipV6(),
    fc.emailAddress(),
    fc.domain(),
    hash,
  );
  await fc.assert(
    fc.property(observable, value => refang(defang(value)) === value),
    { numRuns: 2_000 },
  );
});

test('no defanged link, address or mail is one any more', async () => {
  const address = fc.oneof(fc.webUrl(), fc.ipV4(), fc.emailAddress(), fc.domain());
  await fc.assert(fc.property(address, value => defang(value) !== value));
});
