import { expect, test } from 'vitest';
import { VendorError, type VendorErrorInit } from '#domain/vendor-error.ts';
import { describeTrouble } from './describe-trouble.ts';

const now = Date.parse('2026-11-22T08:00:00Z');
const fourMinutesAgo = now - 4 * 60_000;

function error(init: Partial<VendorErrorInit>): VendorError {
  return new VendorError({
    code: 'unavailable',
    reason: 'unavailable',
    message: 'IRIS is not available.',
    retryable: true,
    ...init,
  });
}

test('a record that was held and is gone is no longer there', () => {
  const gone = error({ code: 'not-found', message: 'IRIS has no such record.' });
  expect(describeTrouble(gone, 'IRIS', { what: 'row', readAt: fourMinutesAgo }, now)).toBe(
    'No longer at IRIS. What is shown is the row from the queue, read 4 min ago.',
  );
});

test('of a record that was never held nobody says that it was there', () => {
  const unknown = error({ code: 'not-found', message: 'IRIS has no such record.' });
  expect(describeTrouble(unknown, 'IRIS', null, now)).toBe(
    'IRIS has no such record. Nothing of it is held here.',
  );
});

test('an earlier answer stays, with its age and how long the vendor asked to wait', () => {
  const busy = error({ code: 'rate-limited', message: 'IRIS asks to wait', retryAfterMs: 90_000 });
  expect(describeTrouble(busy, 'IRIS', { what: 'answer', readAt: fourMinutesAgo }, now)).toBe(
    'IRIS asked to wait 1 min before the next call. What is shown is the last answer, read 4 min ago.',
  );
});

test('a record that may only be kept from this key is not said to be gone', () => {
  const kept = error({
    code: 'not-found',
    status: 403,
    message: 'Case 7 is not in IRIS, or may not be seen.',
  });
  expect(describeTrouble(kept, 'IRIS', { what: 'row', readAt: fourMinutesAgo }, now)).toBe(
    'Case 7 is not in IRIS, or may not be seen. What is shown is the row from the queue, read 4 min ago.',
  );
});
