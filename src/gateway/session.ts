import PQueue from 'p-queue';
import type { Authenticator } from '#domain/authenticator.ts';
import type { Connection } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { secretNames } from './connection-draft.ts';
import { type CredentialKeeper, createCredentialKeeper } from './credential-keeper.ts';
import { GatewayProblem } from './gateway-problem.ts';
import type { Send } from './send.ts';
import { createSignInSend } from './sign-in-send.ts';

/** What is held in memory for one connection: its place in line and its credential. */
export type Session = {
  connection: Connection;
  vendor: Vendor;
  authenticator: Authenticator;
  targets: Readonly<Record<string, string>>;
  credentials: CredentialKeeper;
  queue: PQueue;
  send: Send;
  now: () => number;
};

export type SessionOptions = {
  connection: Connection;
  vendor: Vendor;
  authenticator: Authenticator;
  /** A secret's value; null when it is not set. */
  secret: (name: string) => Promise<string | null>;
  send: Send;
  now: () => number;
};

export function createSession(options: SessionOptions): Session {
  const { connection, vendor, authenticator, now } = options;
  const send = refuseNetworkError(options.send);
  const targets = vendor.targets(connection.settings);
  const sendSignIn = createSignInSend(connection, vendor, targets, send, now);

  const credentials = createCredentialKeeper({
    now,
    async read() {
      const secrets = new Map<string, string>();
      for (const name of secretNames(vendor)) {
        const value = await options.secret(name);
        if (value !== null && value !== '') secrets.set(name, value);
      }
      return { secrets, version: JSON.stringify([connection.settings, [...secrets]]) };
    },
    signIn: (secrets, totp) =>
      authenticator.signIn({
        settings: connection.settings,
        secret: name => secrets.get(name) ?? null,
        totp,
        send: sendSignIn,
        now,
      }),
  });

  const queue = new PQueue({ concurrency: vendor.maxConcurrency });
  return { connection, vendor, authenticator, targets, credentials, queue, send, now };
}

/** A `Response.error()` is what a simulator answers in place of a machine that is not there. */
function refuseNetworkError(send: Send): Send {
  return async (request, hop) => {
    const response = await send(request, hop);
    if (response.type !== 'error') return response;
    const { host } = new URL(request.url);
    throw new GatewayProblem('connection-refused', `${host} cannot be reached: nothing answers there.`, {
      facts: { host },
    });
  };
}

/** The origins a connection's secrets may be sent to, as one text. */
export function bindingOf(vendor: Vendor, settings: Readonly<Record<string, string>>): string {
  return [...new Set(Object.values(vendor.targets(settings)))].sort().join(' ');
}
