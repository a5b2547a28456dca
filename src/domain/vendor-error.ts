export const vendorErrorCodes = [
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'rate-limited',
  'quota',
  'unavailable',
  'timeout',
  'unreadable',
  'unsupported',
] as const;
export type VendorErrorCode = (typeof vendorErrorCodes)[number];

export type VendorErrorInit = {
  code: VendorErrorCode;
  /** The finer cause, a problem code of the gateway ('tls-expired', 'redirected') or the vendor's own word. */
  reason: string;
  /** Said to people: what happened, in one sentence, without secrets. */
  message: string;
  /** Whether the same call may succeed later without anybody changing anything. */
  retryable: boolean;
  /** How long the vendor asked us to wait; null when it did not say. */
  retryAfterMs?: number | null;
  /** HTTP status of the vendor's answer; null when there was none. */
  status?: number | null;
  /** Facts for the screen: the host that redirected, the type and size of what came instead, the certificate's issuer. */
  facts?: Readonly<Record<string, string>>;
  /** By form field: what the vendor refused. */
  fields?: Readonly<Record<string, string>>;
  /** The vendor's own body, shortened, for the raw view. Never logged. */
  raw?: unknown;
};

/** Every failure of a vendor call, whatever the vendor's own error body looked like. Aborts are not VendorErrors. */
export class VendorError extends Error {
  override readonly name = 'VendorError';
  readonly code: VendorErrorCode;
  readonly reason: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  readonly status: number | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  readonly raw: unknown;

  constructor(init: VendorErrorInit) {
    super(init.message);
    this.code = init.code;
    this.reason = init.reason;
    this.retryable = init.retryable;
    this.retryAfterMs = init.retryAfterMs ?? null;
    this.status = init.status ?? null;
    this.facts = init.facts ?? {};
    this.fields = init.fields ?? {};
    this.raw = init.raw;
  }
}
