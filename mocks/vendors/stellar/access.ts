import { analysts, tenants } from '../../cast.ts';

/** What signs in here. The refresh token goes with a user name, the scoped key alone. */
export const stellarCredentials = {
  username: analysts[0]?.email ?? '',
  refreshToken: 'stellar-refresh-token-0123456789abcdef',
  scopedKey: 'stellar-scoped-key-fedcba9876543210',
} as const;

const tokenLifeSeconds = 600;
const orgId = '5593fbd8b0444b1eaef5a89589d788d2';

/** Tenants outside the scoped key's reach. */
const outOfScope: ReadonlySet<string> = new Set(
  tenants.filter(tenant => tenant.key === 'brennmoen').map(tenant => tenant.hex),
);

export type Caller = {
  /** Of the user who signed in. */
  userId: string;
  name: string;
  email: string;
  /** A scoped key sees the tenants of its scope alone. */
  isScoped: boolean;
  mayRead: (tenantId: string) => boolean;
};

/** Whose key this is, or null: the answer is then 401. */
export function readKey(authorization: string | null): 'user' | 'scoped' | null {
  const [scheme, value] = (authorization ?? '').split(' ');
  if (scheme === 'Bearer') return value === stellarCredentials.scopedKey ? 'scoped' : null;
  if (scheme !== 'Basic' || value === undefined) return null;
  const expected = `${stellarCredentials.username}:${stellarCredentials.refreshToken}`;
  return value === btoa(expected) ? 'user' : null;
}

/** `exp` is an absolute instant in seconds, not a duration and not milliseconds. */
export function issueToken(kind: 'user' | 'scoped', now: number): { access_token: string; exp: number } {
  const user = analysts[0];
  const exp = Math.floor(now / 1000) + tokenLifeSeconds;
  const payload = { exp, kind, name: user?.name, email: user?.email, priv_profile_id: '1', org_id: orgId };
  const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`;
  return { access_token: `${head}.${sign(head)}`, exp };
}

/** Who calls with this header; null for anything but a token issued here that has not expired. */
export function readCaller(authorization: string | null, now: number): Caller | null {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
  const [header, body, signature] = token.split('.');
  if (header === undefined || body === undefined || signature !== sign(`${header}.${body}`)) return null;
  const payload = decode(body);
  if (payload.exp * 1000 <= now) return null;
  return {
    userId: analysts[0]?.hex ?? '',
    name: payload.name,
    email: payload.email,
    isScoped: payload.kind === 'scoped',
    mayRead: tenantId => payload.kind === 'user' || !outOfScope.has(tenantId),
  };
}

function encode(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function decode(text: string): { exp: number; kind: string; name: string; email: string } {
  return JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/')));
}

/** Not cryptography: enough to tell a token made here from any other text. */
function sign(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}
