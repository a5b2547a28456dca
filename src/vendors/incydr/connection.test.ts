import { expect, test } from 'vitest';
import { checkSettings, fillSettings } from '#domain/check-form.ts';
import { incydr } from './index.ts';

test.each(incydr.form.presets.map(preset => [preset.label, preset.values] as const))(
  'the preset %s fills addresses that are taken',
  (_, values) => {
    const typed = { ...values, login: 'client', clientId: 'key-1' };
    const settings = fillSettings(incydr.form, typed);
    expect(checkSettings(incydr, settings)).toEqual({});
    const expected = values['api'] === 'legacy' ? ['cases', 'console'] : ['cases'];
    expect(Object.keys(incydr.targets(settings))).toEqual(expected);
  },
);

test('what a login does not need is not asked for', () => {
  const origins = { casesOrigin: 'https://api.us.code42.com' };
  const check = (typed: Record<string, string>) =>
    Object.keys(checkSettings(incydr, fillSettings(incydr.form, { ...origins, ...typed })));
  expect(check({})).toEqual(['clientId']);
  expect(check({ login: 'user' })).toEqual(['username']);
  expect(check({ login: 'user', username: 'a@example.com' })).toEqual([]);
  expect(check({ login: 'client', clientId: 'key-1', api: 'legacy' })).toEqual(['consoleOrigin']);
});

test('an address elsewhere and a name with a colon are refused', () => {
  const settings = {
    api: 'gateway',
    login: 'user',
    totp: 'no',
    username: 'a:b',
    casesOrigin: 'https://api.us.code42.com.attacker.example',
  };
  expect(Object.keys(checkSettings(incydr, settings))).toEqual(['casesOrigin', 'username']);
});

test('an address that is not there is left out', () => {
  expect(incydr.targets({})).toEqual({});
  expect(incydr.targets({ api: 'legacy', casesOrigin: 'https://default-cases.ie.code42.com' })).toEqual({
    cases: 'https://default-cases.ie.code42.com',
  });
});
