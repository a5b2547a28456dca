import { expect, test } from 'vitest';
import { readIncydrError } from './errors.ts';
import errors from './fixtures/errors.json' with { type: 'json' };

test.each([
  ['create_name_exists_400', { code: 'conflict', reason: 'NAME_EXISTS' }, 'name'],
  ['description_too_long_400', { code: 'invalid', reason: 'DESCRIPTION_TOO_LONG' }, 'description'],
  ['invalid_subject_400', { code: 'invalid', reason: 'INVALID_USER' }, 'subject'],
  ['invalid_assignee_400', { code: 'invalid', reason: 'INVALID_USER' }, 'assignee'],
  ['update_closed_400_spring_shape', { code: 'conflict', reason: 'NO_EDITS_ONCE_CLOSED' }, null],
  ['fileevent_case_closed_400', { code: 'conflict', reason: 'CASE_IS_CLOSED' }, null],
  ['fileevent_duplicate_400', { code: 'conflict', reason: 'CASE_ALREADY_HAS_EVENT' }, null],
] as const)("the vendor's own %s", (name, expected, field) => {
  const error = readIncydrError(400, errors[name]);
  expect(error).toMatchObject({ ...expected, status: 400, retryable: false });
  expect(Object.keys(error.fields)).toEqual(field === null ? [] : [field]);
});

test.each([
  [401, null, 'unauthorized', false],
  [403, {}, 'forbidden', false],
  [404, null, 'not-found', false],
  [404, 'Not Found', 'not-found', false],
  [429, null, 'rate-limited', true],
  [500, { error: 'x' }, 'unavailable', true],
  [502, { problem: 'USER_VALIDATION_UNAVAILABLE' }, 'unavailable', true],
  [418, [], 'invalid', false],
] as const)('status %i with %j is %s', (status, body, code, retryable) => {
  expect(readIncydrError(status, body)).toMatchObject({ code, retryable, status });
});

test('a word nobody knows is kept as the reason', () => {
  expect(readIncydrError(400, { problem: 'MAX_EVENTS' })).toMatchObject({
    code: 'invalid',
    reason: 'MAX_EVENTS',
  });
});
