import { expect, test } from 'vitest';
import { isLastPage, readCases } from './container.ts';
import { readArgusError } from './errors.ts';

function failure(...fields: (string | null)[]) {
  return {
    responseCode: 412,
    data: null,
    messages: fields.map(field => ({
      message: `${field ?? 'all'} is wrong`,
      messageTemplate: 'validation.error',
      type: field === null ? 'ACTION_ERROR' : 'FIELD_ERROR',
      field,
      parameter: {},
      timestamp: 0,
    })),
  };
}

test('412 is a validation error: every message names its field', () => {
  const error = readArgusError(412, failure('subject', 'aclMembers.0.level', null));
  expect(error).toMatchObject({ code: 'invalid', reason: 'validation.error', retryable: false, status: 412 });
  expect(error.fields).toEqual({
    subject: 'subject is wrong',
    'aclMembers.0.level': 'aclMembers.0.level is wrong',
  });
  expect(error.message).toBe('Argus did not accept this request. It names: subject, aclMembers.0.level.');
});

test.each([
  [400, 'invalid', false],
  [401, 'unauthorized', false],
  [403, 'forbidden', false],
  [404, 'not-found', false],
  [408, 'timeout', true],
  [422, 'invalid', false],
  [500, 'unavailable', true],
  [503, 'unavailable', true],
  [418, 'invalid', false],
])('%i is %s, retryable %s, whatever the body', (status, code, retryable) => {
  for (const body of [null, [], 'text', {}, { messages: [null] }, failure(null)]) {
    expect(readArgusError(status, body)).toMatchObject({ code, retryable, status, fields: {} });
  }
});

test('an answer that is no container is not the API', () => {
  for (const body of [null, [], { hello: 'world' }, { responseCode: 200, data: {} }]) {
    expect(() => readCases(body)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  }
  expect(readCases({ responseCode: 200, count: 0, size: 0, data: null })).toMatchObject({
    items: [],
    count: 0,
  });
});

test.each([
  ['counted, more to come', { count: 60, size: 25, limit: 25 }, 0, false],
  ['counted, the last', { count: 60, size: 10, limit: 25 }, 50, true],
  ['not counted, full page', { count: -1, size: 25, limit: 25 }, 0, false],
  ['not counted, short page', { count: -1, size: 24, limit: 25 }, 0, true],
  ['count 0 with rows', { count: 0, size: 25, limit: 25 }, 0, false],
  ['no limit applied', { count: 60, size: 60, limit: 0 }, 0, true],
  ['nothing came', { count: 60, size: 0, limit: 25 }, 0, true],
])('stop rule: %s', (_, { count, size, limit }, offset, expected) => {
  const data = Array.from({ length: size }, (__, index) => ({ id: index + 1 }));
  expect(isLastPage(readCases({ responseCode: 200, count, size, limit, data }), offset)).toBe(expected);
});
