import { expect, test } from 'vitest';
import { defaultPreferences } from './preferences.ts';
import { parsePreferences } from './stored-preferences.ts';

test('what was stored comes back', () => {
  const stored = { zone: 'utc', density: 'compact', areShortcutsOn: false } as const;
  expect(parsePreferences(JSON.stringify(stored))).toEqual(stored);
});

test.each([null, '', 'nonsense', '7', 'null', '[]', '{"zone":"mars","density":4,"areShortcutsOn":"yes"}'])(
  '%j falls back to the defaults',
  text => {
    expect(parsePreferences(text)).toEqual(defaultPreferences);
  },
);

test('one part that means nothing does not cost the others', () => {
  expect(parsePreferences('{"zone":"utc","density":"huge"}')).toEqual({ ...defaultPreferences, zone: 'utc' });
});
