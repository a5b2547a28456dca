import { Secret, TOTP } from 'otpauth';
import { incydrAccounts, serviceUser } from './accounts.ts';
import type { Generation } from './answers.ts';

const userTokenMs = 3_600_000;
export const clientTokenSeconds = 900;
const requestsPerMinute = 120;

type Token = { uid: string; generation: Generation; hasRole: boolean; expiresAt: number };

/** Sign-ins, tokens and the count of requests, by the world's clock. */
export type Sessions = {
  /** A token, or null: refused. Why is never said. */
  signInUser: (
    generation: Generation,
    username: string,
    password: string,
    totp: string | null,
  ) => string | null;
  signInClient: (generation: Generation, clientId: string, clientSecret: string) => string | null;
  find: (generation: Generation, authorization: string | null) => Token | null;
  /** Seconds to wait when the minute's requests are used up; null: go on. */
  takeRequest: () => number | null;
};

export function createSessions(now: () => number, uidOf: (username: string) => string): Sessions {
  const tokens = new Map<string, Token>();
  let lastTotpStep = -1;
  let requestTimes: number[] = [];
  const totp = new TOTP({ secret: Secret.fromBase32(incydrAccounts.twoFactor.totpSecret) });

  function issue(token: Token): string {
    // Five parts, like the encrypted tokens of the vendor: there is nothing in it to read.
    const text = `eyJjdHkiOiJKV1QifQ.k${tokens.size}.${token.generation}.${token.expiresAt.toString(36)}.c42`;
    tokens.set(text, token);
    return text;
  }

  /** A code counts once: neither it nor an earlier one is taken again. */
  function takeTotp(code: string | null): boolean {
    if (code === null || !/^\d{6}$/.test(code)) return false;
    const timestamp = now();
    const delta = totp.validate({ token: code, timestamp, window: 1 });
    if (delta === null) return false;
    const step = Math.floor(timestamp / 30_000) + delta;
    if (step <= lastTotpStep) return false;
    lastTotpStep = step;
    return true;
  }

  return {
    signInUser(generation, username, password, code) {
      const { analyst, twoFactor, withoutRole } = incydrAccounts;
      const account = [analyst, twoFactor, withoutRole].find(known => known.username === username);
      if (account === undefined || account.password !== password) return null;
      if (account === twoFactor && !takeTotp(code)) return null;
      const hasRole = account !== withoutRole;
      return issue({ uid: uidOf(username), generation, hasRole, expiresAt: now() + userTokenMs });
    },
    signInClient(generation, clientId, clientSecret) {
      const { client } = incydrAccounts;
      if (clientId !== client.clientId || clientSecret !== client.clientSecret) return null;
      const expiresAt = now() + clientTokenSeconds * 1000;
      return issue({ uid: serviceUser.uid, generation, hasRole: true, expiresAt });
    },
    find(generation, authorization) {
      const text = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      const token = text === undefined ? undefined : tokens.get(text);
      if (token === undefined || token.generation !== generation || token.expiresAt <= now()) return null;
      return token;
    },
    takeRequest() {
      const at = now();
      requestTimes = requestTimes.filter(time => time > at - 60_000 && time <= at);
      if (requestTimes.length >= requestsPerMinute) {
        return Math.max(1, Math.ceil(((requestTimes[0] ?? at) + 60_000 - at) / 1000));
      }
      requestTimes.push(at);
      return null;
    },
  };
}
