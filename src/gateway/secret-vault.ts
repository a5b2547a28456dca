import type { SecretStoreInfo } from './connection-store.ts';

/** `boundTo`: the origins the secret may be sent to. */
export type KeptSecret = { value: string; boundTo: string };

/** Where secrets added on screen are kept. Keys are `{connectionId}/{name}`. Failures are thrown. */
export interface SecretVault {
  info: SecretStoreInfo;
  get(key: string): Promise<KeptSecret | null>;
  set(key: string, secret: KeptSecret): Promise<void>;
  remove(key: string): Promise<void>;
}

export function createMemoryVault(notice: string): SecretVault {
  const secrets = new Map<string, KeptSecret>();
  return {
    info: { kind: 'memory', notice },
    get: async key => secrets.get(key) ?? null,
    async set(key, secret) {
      secrets.set(key, secret);
    },
    async remove(key) {
      secrets.delete(key);
    },
  };
}
