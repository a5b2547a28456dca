/** What a connection is doing or suffering. One at a time, the gravest. */
export type Health =
  | { kind: 'waiting' }
  | { kind: 'healthy' }
  /** First pull still running. */
  | { kind: 'reading' }
  | { kind: 'paused' }
  /** Needs a person: a secret, a one-time code, a right. */
  | { kind: 'signed-out'; since: number; reason: string; message: string }
  | { kind: 'rate-limited'; since: number; until: number; message: string }
  | { kind: 'not-reachable'; since: number; tries: number; nextAt: number; reason: string; message: string }
  | { kind: 'not-understood'; since: number; nextAt: number; reason: string; message: string }
  | { kind: 'refused'; since: number; reason: string; message: string };

/** State of one connection's sync, as shown in the freshness strip and on the connections screen. */
export type ConnectionState = {
  connectionId: string;
  vendor: string;
  name: string;
  health: Health;
  /** Rows held here. */
  held: number;
  /** Rows the vendor says there are under the keep policy; null while it has not said. */
  known: number | null;
  isKnownPartial: boolean;
  /** When this connection was last caught up with, epoch ms; null: never. */
  readAt: number | null;
  isCaughtUp: boolean;
};
