import { expect, test } from 'vitest';
import { form, hosts, targets, validate } from './connection.ts';

test('without settings the addresses are those of North America', () => {
  expect(targets({})).toEqual({
    token: 'https://visibility.amp.cisco.com',
    api: 'https://api.cta.eu.amp.cisco.com',
    app: 'https://cta.eu.amp.cisco.com',
  });
});

test("the token address may be bare, as in the vendor's readme, or have a scheme, as in its script", () => {
  const bare = targets({ tokenOrigin: 'visibility.eu.amp.cisco.com' });
  const whole = targets({ tokenOrigin: 'https://visibility.eu.amp.cisco.com' });
  expect(bare).toEqual(whole);
});

test('an address that is none is left out', () => {
  expect(targets({ apiOrigin: 'https://' })).not.toHaveProperty('api');
});

test('every preset fills all three addresses, each at a host of the vendor', () => {
  for (const { values } of form.presets) {
    expect(Object.keys(values).sort()).toEqual(['apiOrigin', 'appOrigin', 'tokenOrigin']);
    for (const origin of Object.values(values))
      expect(hosts.some(host => host.test(new URL(origin).hostname))).toBe(true);
  }
});

test('a host that only ends like one of the vendor is not one', () => {
  expect(hosts.some(host => host.test('evilcisco.com') || host.test('cisco.com.evil.test'))).toBe(false);
});

test('a customer id is checked when given', () => {
  expect(validate({ customerId: 'CTA123456789' })).toEqual({});
  expect(validate({})).toEqual({});
  expect(validate({ customerId: '../x' })).toHaveProperty('customerId');
});
