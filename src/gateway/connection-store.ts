import type { Connection } from '#domain/connection.ts';

/** A connection without its secrets: what a settings file keeps. */
export type ConnectionRecord = Omit<Connection, 'secrets'>;

/** Where secrets added on screen are kept, and a sentence for the screen where that is less than one would wish. */
export type SecretStoreInfo = { kind: 'keyring' | 'file' | 'memory' | 'demo'; notice?: string };

/** Keeps connections and their secrets. Failures are thrown as GatewayProblem 'store-failed'. */
export interface ConnectionStore {
  /** In the order they are shown. */
  list(): Promise<readonly Connection[]>;
  get(id: string): Promise<Connection | null>;
  /**
   * A secret's value, null when it is not set. `boundTo` are the origins it may be sent to, as one text: a secret
   * that was saved for other origins is not given out.
   */
  secret(id: string, name: string, boundTo: string): Promise<string | null>;
  /** Adds or replaces. A secret given as null is forgotten; one that is not named is kept. */
  save(
    record: ConnectionRecord,
    secrets: Readonly<Record<string, string | null>>,
    boundTo: string,
  ): Promise<void>;
  /** Forgets a connection and its secrets. */
  remove(id: string): Promise<void>;
  secretStore(): SecretStoreInfo;
}
