import * as v from 'valibot';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

const bodySchema = v.object({ error: v.optional(v.unknown()), message: v.optional(v.unknown()) });

const byStatus: Readonly<Record<number, { code: VendorErrorCode; message: string }>> = {
  400: { code: 'invalid', message: 'Global Threat Alerts did not accept this request.' },
  401: { code: 'unauthorized', message: 'Global Threat Alerts refused the token.' },
  403: {
    code: 'forbidden',
    message: 'This API client may not do this. It must be linked to your Global Threat Alerts customer.',
  },
  404: { code: 'not-found', message: 'Global Threat Alerts has no such record, or no longer.' },
  409: { code: 'conflict', message: 'The record was changed by somebody else at the same time.' },
  422: { code: 'invalid', message: 'Global Threat Alerts did not accept this request.' },
  429: { code: 'rate-limited', message: 'Global Threat Alerts asks to wait before the next call.' },
};

/** The API's error bodies are not published; the status decides, and a word from the body becomes the reason. */
export function readGtaError(status: number, body: unknown): VendorError {
  const known = byStatus[status];
  const parsed = v.safeParse(bodySchema, body);
  const word = parsed.success ? parsed.output.error : undefined;
  const isServerFailure = status >= 500;
  return new VendorError({
    code: known?.code ?? (isServerFailure ? 'unavailable' : 'invalid'),
    reason: typeof word === 'string' && word !== '' ? word.slice(0, 80) : String(status),
    message: known?.message ?? `Global Threat Alerts answered with status ${status}.`,
    retryable: isServerFailure || status === 429,
    status,
    raw: body,
  });
}

/** An answer with status 200 that cannot be what was asked for. Nothing held is replaced by it. */
export function notUnderstood(what: string): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: `Global Threat Alerts answered, but not with ${what}.`,
    retryable: true,
    status: 200,
  });
}
