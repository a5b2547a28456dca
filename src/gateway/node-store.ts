import type { Connection } from '#domain/connection.ts';
import type { ConnectionRecord, ConnectionStore } from './connection-store.ts';
import type { DeclaredConnection } from './connections-file.ts';
import { GatewayProblem } from './gateway-problem.ts';
import type { ScreenConnections } from './screen-connections.ts';
import type { SecretVault } from './secret-vault.ts';

export type NodeStoreOptions = {
  declared: readonly DeclaredConnection[];
  screen: ScreenConnections;
  vault: SecretVault;
  /** Every secret a vendor may have, by vendor id. */
  secretNames: (vendorId: string) => readonly string[];
};

/**
 * Connections of one machine: those a file declares, then those added on screen, whose settings are kept in a file and
 * whose secrets in the vault. A declared connection hides one of the same id.
 */
export async function createNodeStore(options: NodeStoreOptions): Promise<ConnectionStore> {
  const { declared, screen, vault, secretNames } = options;
  const declaredById = new Map(declared.map(connection => [connection.record.id, connection]));
  let records = new Map((await screen.read()).map(record => [record.id, record]));

  async function fromScreen(record: ConnectionRecord): Promise<Connection> {
    const secrets: Record<string, boolean> = {};
    for (const name of secretNames(record.vendor)) {
      secrets[name] = (await vault.get(keyOf(record.id, name)).catch(() => null)) !== null;
    }
    return { ...record, secrets };
  }

  async function keep(next: Map<string, ConnectionRecord>): Promise<void> {
    await screen.write([...next.values()]);
    records = next;
  }

  return {
    async list() {
      const shown = [...records.values()].filter(({ id }) => !declaredById.has(id));
      return [...declared.map(fromFile), ...(await Promise.all(shown.map(fromScreen)))];
    },
    async get(id) {
      const known = declaredById.get(id);
      if (known !== undefined) return fromFile(known);
      const record = records.get(id);
      return record === undefined ? null : fromScreen(record);
    },
    async secret(id, name, boundTo) {
      const known = declaredById.get(id);
      if (known !== undefined) return known.secret(name).catch(() => null);
      const secret = await orFail(vault.get(keyOf(id, name)));
      return secret !== null && secret.boundTo === boundTo ? secret.value : null;
    },
    async save(record, secrets, boundTo) {
      // Old secrets go before new settings are kept, so that no moment joins them.
      for (const [name, value] of Object.entries(secrets)) {
        if (value === null) await orFail(vault.remove(keyOf(record.id, name)));
      }
      await orFail(keep(new Map(records).set(record.id, record)));
      for (const [name, value] of Object.entries(secrets)) {
        if (value !== null) await orFail(vault.set(keyOf(record.id, name), { value, boundTo }));
      }
    },
    async remove(id) {
      const record = records.get(id);
      if (record === undefined) return;
      for (const name of secretNames(record.vendor)) await orFail(vault.remove(keyOf(id, name)));
      const next = new Map(records);
      next.delete(id);
      await orFail(keep(next));
    },
    secretStore: () => vault.info,
  };
}

function fromFile({ record, secretNames }: DeclaredConnection): Connection {
  return { ...record, secrets: Object.fromEntries(secretNames.map(name => [name, true])) };
}

function keyOf(id: string, name: string): string {
  return `${id}/${name}`;
}

async function orFail<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch {
    throw new GatewayProblem(
      'store-failed',
      'The change could not be kept on this machine: its disk or keyring refused. What was kept before is unharmed.',
    );
  }
}
