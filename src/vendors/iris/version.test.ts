import { expect, test } from 'vitest';
import { judgeVersion } from './version.ts';

const judge = (iris: string | null, min: string | null, current: string | null) =>
  judgeVersion({ iris_current: iris, api_min: min, api_current: current });

test.each([
  ['v2.0.0', '2.0.0', '2.0.0', 'IRIS v2.0.0'],
  ['v2.0.2', '2.0.0', '2.0.0', 'IRIS v2.0.2'],
  ['2.0.1', null, null, 'IRIS v2.0.1'],
])('%s is what this was made for', (iris, min, current, text) => {
  expect(judge(iris, min, current)).toBe(text);
});

test('a later version with the same calls is taken, and said', () => {
  expect(judge('v2.3.7', '2.0.0', '2.0.3')).toContain('IRIS v2.3.7. Casefold was made for v2.0');
});

test.each([
  ['v1.4.5', '1.0.0', '1.0.4', 'version-too-old'],
  ['v2.4.0', '2.0.4', '2.0.4', 'version-too-new'],
  ['v2.4.20', null, null, 'version-too-new'],
  ['development', '2.0.4', '2.0.5', 'version-too-new'],
  [null, null, null, 'version-unknown'],
  ['development', null, null, 'version-unknown'],
])('%s with api %s to %s is %s', (iris, min, current, reason) => {
  expect(() => judge(iris, min, current)).toThrow(expect.objectContaining({ code: 'unsupported', reason }));
});
