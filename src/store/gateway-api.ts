import type { Connection, ConnectionForm } from '#domain/connection.ts';
import type { Problem } from '#domain/problem.ts';
import type { SectionId } from '#domain/section.ts';
import type { CheckReport } from '#domain/vendor.ts';

/** A vendor as the connections screen needs it; the adapters themselves live in the worker. */
export type VendorInfo = {
  id: string;
  name: string;
  shortName: string;
  offers: string;
  /** The sections its records have, in the order of the page. */
  sections: readonly SectionId[];
  form: ConnectionForm;
};

/** Where secrets typed on screen go, and what to say about it. */
export type SecretStoreInfo = { kind: 'keyring' | 'file' | 'memory' | 'demo'; notice?: string };

export type ConnectionList = {
  connections: readonly Connection[];
  secretStore: SecretStoreInfo;
  vendors: readonly VendorInfo[];
};

/** What is sent to save or test a connection. A secret left out keeps what is set. */
export type ConnectionDraft = {
  id: string;
  vendor: string;
  name: string;
  settings: Record<string, string>;
  secrets: Record<string, string>;
  keep: Connection['keep'];
};

/** The gateway said no; `problem.code` says why. `lost` when it did not answer at all. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly problem: Problem | null;

  constructor(message: string, problem: Problem | null) {
    super(message);
    this.problem = problem;
  }
}

const tokenKey = 'casefold-token';

/**
 * The per-launch token. It comes once in the URL's fragment, is taken out of the address bar at once, and stays in
 * this origin's storage so that new tabs work.
 */
export function takeToken(): string | null {
  const match = /^#token=([\w-]+)$/.exec(location.hash);
  if (match?.[1] !== undefined) {
    localStorage.setItem(tokenKey, match[1]);
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return localStorage.getItem(tokenKey);
}

/** Forgets a token that was refused, unless another tab has brought a new one meanwhile. */
export function dropToken(refused: string | null): void {
  if (!isTokenReplaced(refused)) localStorage.removeItem(tokenKey);
}

/** Is another token kept than this one? Then another tab was opened with a newer one. */
export function isTokenReplaced(token: string | null): boolean {
  const kept = localStorage.getItem(tokenKey);
  return kept !== null && kept !== token;
}

async function ask<Value>(method: string, path: string, body?: unknown): Promise<Value> {
  const token = localStorage.getItem(tokenKey);
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        ...(token === null ? {} : { 'x-casefold-token': token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new GatewayError('Casefold itself does not answer. Is it still running?', null);
  }
  const text = await response.text();
  if (response.ok) return (text === '' ? null : JSON.parse(text)) as Value;
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const problem = JSON.parse(text) as Problem;
    throw new GatewayError(problem.title, problem);
  }
  throw new GatewayError(`Casefold answered with status ${response.status}.`, null);
}

export const gatewayApi = {
  list: () => ask<ConnectionList>('GET', '/api/connections'),
  /** With an empty id the gateway makes one of the name. */
  add: ({ id, ...draft }: ConnectionDraft) =>
    ask<Connection>('POST', '/api/connections', id === '' ? draft : { id, ...draft }),
  change: ({ id, name, settings, secrets, keep }: ConnectionDraft) =>
    ask<Connection>('PUT', `/api/connections/${encodeURIComponent(id)}`, { name, settings, secrets, keep }),
  remove: (id: string) => ask<null>('DELETE', `/api/connections/${encodeURIComponent(id)}`),
  /** Tests settings as typed, before they are saved. With an id, stored secrets stand in for those left out. */
  checkDraft: ({ vendor, settings, secrets }: ConnectionDraft, storedId: string | null) =>
    ask<CheckReport>('POST', '/api/connections/check', {
      vendor,
      settings,
      secrets,
      ...(storedId === null ? {} : { id: storedId }),
    }),
  check: (id: string) => ask<CheckReport>('POST', `/api/connections/${encodeURIComponent(id)}/check`),
  signIn: (id: string, totp: string) =>
    ask<null>('POST', `/api/connections/${encodeURIComponent(id)}/sign-in`, { totp }),
};
