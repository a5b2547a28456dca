import { expect, test } from 'vitest';
import { readGtaError } from './errors.ts';

test.each([
  [400, 'invalid', false],
  [401, 'unauthorized', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [409, 'conflict', false],
  [418, 'invalid', false],
  [429, 'rate-limited', true],
  [500, 'unavailable', true],
  [599, 'unavailable', true],
])('status %i is %s', (status, code, retryable) => {
  expect(readGtaError(status, null)).toMatchObject({ code, retryable, status, reason: String(status) });
});

test("a word of the vendor's own becomes the reason, and whatever else came does no harm", () => {
  expect(readGtaError(400, { error: 'invalid_cursor', message: 'no' }).reason).toBe('invalid_cursor');
  expect(readGtaError(400, { error: { nested: true } }).reason).toBe('400');
  expect(readGtaError(400, ['x']).reason).toBe('400');
});
