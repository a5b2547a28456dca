import type { Connection } from '#domain/connection.ts';
import type { ConnectionRecord, ConnectionStore, SecretStoreInfo } from './connection-store.ts';

type Held = { record: ConnectionRecord; secrets: Map<string, { value: string; boundTo: string | null }> };

export type MemoryStoreEntry = { record: ConnectionRecord; secrets: Readonly<Record<string, string>> };

/** Keeps connections for as long as the process or page lives: the demo, tests. */
export function createMemoryStore(
  entries: readonly MemoryStoreEntry[] = [],
  info: SecretStoreInfo = { kind: 'memory' },
): ConnectionStore {
  const held = new Map<string, Held>();
  for (const { record, secrets } of entries) {
    const values = Object.entries(secrets).map(([name, value]) => [name, { value, boundTo: null }] as const);
    held.set(record.id, { record, secrets: new Map(values) });
  }

  function toConnection({ record, secrets }: Held): Connection {
    return { ...record, secrets: Object.fromEntries([...secrets.keys()].map(name => [name, true])) };
  }

  return {
    async list() {
      return [...held.values()].map(toConnection);
    },
    async get(id) {
      const found = held.get(id);
      return found === undefined ? null : toConnection(found);
    },
    async secret(id, name, boundTo) {
      const secret = held.get(id)?.secrets.get(name);
      if (secret === undefined) return null;
      return secret.boundTo === null || secret.boundTo === boundTo ? secret.value : null;
    },
    async save(record, secrets, boundTo) {
      const kept = new Map(held.get(record.id)?.secrets);
      for (const [name, value] of Object.entries(secrets)) {
        if (value === null) kept.delete(name);
        else kept.set(name, { value, boundTo });
      }
      held.set(record.id, { record, secrets: kept });
    },
    async remove(id) {
      held.delete(id);
    },
    secretStore: () => info,
  };
}
