/** A call that signs in. Sent by the gateway with its own limits; never retried on a 4xx. */
export type SignInRequest = {
  method: 'GET' | 'POST';
  /** Key of `Vendor.targets`. */
  target: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
};

export type SignInAnswer = {
  status: number;
  contentType: string;
  /** At most 64 KiB. */
  text: string;
};

export interface SignInContext {
  settings: Readonly<Record<string, string>>;
  /** The secret's value; null when it is not set. */
  secret(name: string): string | null;
  /** A one-time code typed just now; null when none was. Used once. */
  totp: string | null;
  send(request: SignInRequest): Promise<SignInAnswer>;
  /** Epoch ms. */
  now: () => number;
}

/** What to put on every call. `expiresAt` null: does not expire. */
export type Credential = {
  headers: Readonly<Record<string, string>>;
  expiresAt: number | null;
};

/** Why signing in did not work. Thrown by `signIn`; carries no secret and no vendor text. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code:
    | 'secret-missing'
    | 'totp-required'
    | 'credential-refused'
    | 'credential-expired'
    | 'address-not-allowed-for-key'
    | 'sign-in-failed';
  /** HTTP status of the vendor's answer, or null. */
  readonly status: number | null;
  /** Whether another try without a new credential may work (a 5xx of the token endpoint). */
  readonly retryable: boolean;

  constructor(code: SignInError['code'], message: string, status: number | null = null, retryable = false) {
    super(message);
    this.code = code;
    this.status = status;
    this.retryable = retryable;
  }
}

/** A vendor's way from secret to header: `vendors/<vendor>/auth.ts`, run in the gateway only. */
export interface Authenticator {
  signIn(context: SignInContext): Promise<Credential>;
  /**
   * What a 401 of the vendor's API means, judged from its short text: a fresh sign-in may help ('expired-token'),
   * or it is final. Never given to the browser as text.
   */
  readRefusal(
    text: string,
  ): 'expired-token' | 'credential-refused' | 'credential-expired' | 'address-not-allowed-for-key';
}
