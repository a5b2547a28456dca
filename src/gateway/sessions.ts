import type { Authenticator } from '#domain/authenticator.ts';
import { type Connection, defaultKeep } from '#domain/connection.ts';
import type { Vendor } from '#domain/vendor.ts';
import { secretNames } from './connection-draft.ts';
import type { ConnectionStore } from './connection-store.ts';
import { GatewayProblem } from './gateway-problem.ts';
import type { Send } from './send.ts';
import { bindingOf, createSession, type Session } from './session.ts';

export type SessionsOptions = {
  vendors: ReadonlyMap<string, Vendor>;
  authenticators: ReadonlyMap<string, Authenticator>;
  connections: ConnectionStore;
  send: Send;
  now: () => number;
};

/** The sessions of this process, one per connection in use. */
export interface Sessions {
  store: ConnectionStore;
  vendors: ReadonlyMap<string, Vendor>;
  requireVendor(id: string): Vendor;
  requireConnection(id: string): Promise<Connection>;
  list(): Promise<readonly Connection[]>;
  open(connectionId: string): Promise<Session>;
  /** Drops what is held in memory; the next call signs in anew. */
  close(connectionId: string): void;
  /** A session for settings that are not saved, gone after use. */
  openDraft(
    vendor: Vendor,
    settings: Readonly<Record<string, string>>,
    secrets: Readonly<Record<string, string | null>>,
    storedId: string | null,
  ): Promise<Session>;
}

export function createSessions(options: SessionsOptions): Sessions {
  const { vendors, authenticators, connections: store, send, now } = options;
  const held = new Map<string, Session>();

  function requireVendor(id: string): Vendor {
    const vendor = vendors.get(id);
    if (vendor !== undefined) return vendor;
    throw new GatewayProblem('settings-invalid', 'Casefold does not know this vendor.', {
      facts: { vendor: `One of: ${[...vendors.keys()].join(', ')}.` },
    });
  }

  async function requireConnection(id: string): Promise<Connection> {
    const connection = await store.get(id);
    if (connection === null) throw new GatewayProblem('unknown-connection', 'There is no such connection.');
    return withEverySecret(connection);
  }

  /** Says of each secret its vendor has whether it is set. */
  function withEverySecret(connection: Connection): Connection {
    const vendor = vendors.get(connection.vendor);
    const names = vendor === undefined ? [] : secretNames(vendor);
    const set = connection.secrets;
    return { ...connection, secrets: Object.fromEntries(names.map(name => [name, set[name] === true])) };
  }

  function create(connection: Connection, secret: (name: string) => Promise<string | null>): Session {
    const vendor = requireVendor(connection.vendor);
    const authenticator = authenticators.get(vendor.id);
    if (authenticator === undefined) throw new TypeError(`${vendor.id} has no authenticator`);
    return createSession({ connection, vendor, authenticator, secret, send, now });
  }

  return {
    store,
    vendors,
    requireVendor,
    requireConnection,
    list: async () => (await store.list()).map(withEverySecret),
    async open(id) {
      const known = held.get(id);
      if (known !== undefined) return known;
      const connection = await requireConnection(id);
      const boundTo = bindingOf(requireVendor(connection.vendor), connection.settings);
      const session = held.get(id) ?? create(connection, name => store.secret(id, name, boundTo));
      held.set(id, session);
      return session;
    },
    close(id) {
      held.delete(id);
    },
    async openDraft(vendor, settings, secrets, storedId) {
      const boundTo = bindingOf(vendor, settings);
      const stored = storedId === null ? null : await store.get(storedId);
      const mayReuse =
        stored !== null && stored.vendor === vendor.id && bindingOf(vendor, stored.settings) === boundTo;
      const connection: Connection = {
        id: 'draft',
        vendor: vendor.id,
        name: 'Draft',
        settings,
        keep: defaultKeep,
        secrets: {},
        source: 'screen',
      };
      return create(connection, async name => {
        if (Object.hasOwn(secrets, name)) return secrets[name] ?? null;
        return mayReuse && stored !== null ? store.secret(stored.id, name, boundTo) : null;
      });
    },
  };
}
