import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';

type Meaning = { code: VendorErrorCode; reason: string; message: string; retryable?: true };

const byStatus: Readonly<Record<number, Meaning>> = {
  400: { code: 'invalid', reason: 'bad-request', message: 'Stellar Cyber did not accept this request.' },
  401: { code: 'unauthorized', reason: 'token-refused', message: 'Stellar Cyber refused the token.' },
  403: {
    code: 'forbidden',
    reason: 'not-allowed',
    message: 'This key may not do that in Stellar Cyber. Its user needs the right for it.',
  },
  404: { code: 'not-found', reason: 'no-such-record', message: 'Stellar Cyber has no such record.' },
  409: { code: 'conflict', reason: 'conflict', message: 'The case was changed by somebody else meanwhile.' },
  422: {
    code: 'invalid',
    reason: 'value-refused',
    message: 'Stellar Cyber did not accept one of the values.',
  },
  429: {
    code: 'rate-limited',
    reason: 'too-many-requests',
    message: 'Stellar Cyber asks to wait before the next call.',
    retryable: true,
  },
};

/** Error bodies are not published and differ; the status decides. Only the tenant's case has a known text. */
export function readStellarError(status: number, body: unknown): VendorError {
  if (status === 403 && JSON.stringify(body ?? '').includes('Tenant mismatch')) {
    return tenantMismatch(status, body);
  }
  const known = byStatus[status];
  const isServerFailure = status >= 500;
  return new VendorError({
    code: known?.code ?? (isServerFailure ? 'unavailable' : 'invalid'),
    reason: known?.reason ?? String(status),
    message: known?.message ?? `Stellar Cyber answered with status ${status}.`,
    retryable: isServerFailure || known?.retryable === true,
    status,
    raw: body,
  });
}

/** An error told in bare text is still the vendor's answer: only a page of HTML is something else. */
export function readTextError(error: unknown): unknown {
  if (!(error instanceof VendorError) || error.reason !== 'not-the-api') return error;
  const isBareText = error.facts['type'] === 'text/plain' || error.facts['type'] === 'no type';
  return isBareText && error.status !== null && error.status >= 400
    ? readStellarError(error.status, null)
    : error;
}

export function tenantMismatch(status: number | null, raw?: unknown): VendorError {
  return new VendorError({
    code: 'forbidden',
    reason: 'tenant-mismatch',
    message: 'This tenant is outside of what the key may see. Nothing of another tenant is shown.',
    retryable: false,
    status,
    raw,
  });
}

/** An answer with status 200 that cannot be what was asked for. */
export function notUnderstood(what: string): VendorError {
  return new VendorError({
    code: 'unreadable',
    reason: 'unreadable',
    message: `Stellar Cyber answered, but not with ${what}. Rows read before stay.`,
    retryable: true,
    status: 200,
  });
}

/** For an extra that a record is shown without. Aborts go on. */
export function ignoreVendorError(error: unknown): null {
  if (error instanceof VendorError) return null;
  throw error;
}
