import type { Credential } from '#domain/authenticator.ts';
import { SignInError } from '#domain/authenticator.ts';
import { GatewayProblem } from './gateway-problem.ts';

/** Settings and secrets as read just now, and one text that differs whenever any of them does. */
type SignInInput = { secrets: ReadonlyMap<string, string>; version: string };

export type CredentialKeeperOptions = {
  read: () => Promise<SignInInput>;
  signIn: (secrets: ReadonlyMap<string, string>, totp: string | null) => Promise<Credential>;
  now: () => number;
};

/** One connection's credential: one sign-in at a time, none with what was refused before. */
export interface CredentialKeeper {
  /** The credential to use now; signs in when there is none or it is about to end. */
  get(): Promise<Credential>;
  /** A newer one than `used`, which the vendor called expired. */
  renew(used: Credential): Promise<Credential>;
  /** The vendor refused `used` for good: it is not tried again until settings or secrets change. */
  refuse(used: Credential, problem: GatewayProblem): void;
  /** Somebody asks to try again: what was refused before is tried once more. What is valid stays in use. */
  forgetRefusal(): void;
  /** Signs in anew, at somebody's request, with a one-time code if one was typed. */
  signIn(totp: string | null): Promise<void>;
}

type Held = { credential: Credential; version: string; obtainedAt: number };

export function createCredentialKeeper({ read, signIn, now }: CredentialKeeperOptions): CredentialKeeper {
  let held: Held | null = null;
  let refused: { version: string; problem: GatewayProblem } | null = null;
  let flight: Promise<Credential> | null = null;

  /** Joins the sign-in that is under way, or starts one. */
  function fly(totp: string | null): Promise<Credential> {
    if (flight === null) {
      flight = obtain(totp).finally(() => {
        flight = null;
      });
    }
    return flight;
  }

  async function obtain(totp: string | null): Promise<Credential> {
    const { secrets, version } = await read();
    if (refused !== null && refused.version === version && totp === null) throw refused.problem;
    try {
      const credential = await signIn(secrets, totp);
      held = { credential, version, obtainedAt: now() };
      refused = null;
      return credential;
    } catch (error) {
      if (!(error instanceof SignInError)) throw error;
      const problem = toProblem(error);
      if (!error.retryable) {
        refused = { version, problem };
        // A missing or mistyped code says nothing against the credential in use.
        if (error.code !== 'totp-required') held = null;
      }
      throw problem;
    }
  }

  return {
    async get() {
      if (held === null) return fly(null);
      if (now() < refreshAt(held)) return held.credential;
      const { credential } = held;
      try {
        return await fly(null);
      } catch (error) {
        if (held !== null && credential.expiresAt !== null && now() < credential.expiresAt) return credential;
        throw error;
      }
    },
    async renew(used) {
      if (held !== null && held.credential !== used) return held.credential;
      held = null;
      return fly(null);
    },
    refuse(used, problem) {
      if (held?.credential !== used) return;
      refused = { version: held.version, problem };
      held = null;
    },
    forgetRefusal() {
      refused = null;
    },
    async signIn(totp) {
      await flight?.catch(() => undefined);
      refused = null;
      await fly(totp);
    },
  };
}

/** A minute before the end, or after four fifths of a life shorter than five minutes. */
function refreshAt({ credential, obtainedAt }: Held): number {
  if (credential.expiresAt === null) return Number.POSITIVE_INFINITY;
  return credential.expiresAt - Math.min(60_000, (credential.expiresAt - obtainedAt) * 0.2);
}

function toProblem(error: SignInError): GatewayProblem {
  return new GatewayProblem(
    error.code,
    error.message,
    error.status === null ? {} : { vendorStatus: error.status },
  );
}
