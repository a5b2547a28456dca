import * as v from 'valibot';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';
import { wireFailure } from './wire.ts';

const byStatus: Readonly<Record<number, { code: VendorErrorCode; message: string }>> = {
  400: { code: 'invalid', message: 'Argus did not accept this request.' },
  401: { code: 'unauthorized', message: 'Argus refused the API key.' },
  403: { code: 'forbidden', message: 'This API key may not do that in Argus.' },
  404: { code: 'not-found', message: 'Argus has no such record, or this API key may not see it.' },
  408: { code: 'timeout', message: 'Argus did not finish in time.' },
  409: { code: 'conflict', message: 'The record was changed by somebody else at the same time.' },
  // 412 is how Argus says that a request is not valid; it has nothing to do with If-Match.
  412: { code: 'invalid', message: 'Argus did not accept this request.' },
  422: { code: 'invalid', message: 'Argus did not accept this request.' },
};

/**
 * A failed answer of Argus. Each FIELD_ERROR names a field in dots and says what is wrong with it.
 * 503 is back-pressure: the request was not handled and may be sent again.
 */
export function readArgusError(status: number, body: unknown): VendorError {
  const known = byStatus[status];
  const parsed = v.safeParse(wireFailure, body);
  const messages = parsed.success ? parsed.output.messages : [];
  const fields: Record<string, string> = {};
  for (const { field, message } of messages) {
    if (field !== null && field !== '') fields[field] = (message ?? 'Not accepted.').slice(0, 300);
  }
  const names = Object.keys(fields).slice(0, 5);
  const about = names.length === 0 ? '' : ` It names: ${names.join(', ')}.`;
  return new VendorError({
    code: known?.code ?? (status >= 500 ? 'unavailable' : 'invalid'),
    reason: messages[0]?.messageTemplate?.slice(0, 80) || String(status),
    message: `${known?.message ?? `Argus answered with status ${status}.`}${about}`,
    retryable: status >= 500 || status === 408,
    status,
    fields,
    raw: body,
  });
}

/** An answer with a good status that cannot be what was asked for. Nothing held is replaced by it. */
export function notUnderstood(what: string): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'not-the-api',
    message: `What answered is not the Argus API: it should have sent ${what}.`,
    retryable: true,
    status: 200,
  });
}

/** No case has this id, or it was deleted. */
export function noSuchCase(): VendorError {
  return notThere('case');
}

export function noSuchEvent(): VendorError {
  return notThere('event');
}

export function noSuchFile(): VendorError {
  return notThere('file');
}

function notThere(what: string): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'object.not.found',
    message: `Argus has no such ${what}, or no longer.`,
    retryable: false,
    status: 404,
  });
}
