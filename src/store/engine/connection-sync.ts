import type { Connection } from '#domain/connection.ts';
import type { ConnectionState, Health } from '#domain/sync-state.ts';
import type { Adapter, Vendor } from '#domain/vendor.ts';
import { createAlarm } from '../sync/alarm.ts';
import { type SyncBatch, type SyncProgress, syncConnection } from '../sync/sync-connection.ts';

export const noProgress: SyncProgress = {
  known: null,
  isKnownPartial: false,
  isCaughtUp: false,
  readAt: null,
};

/** One connection in the engine: its adapter, its state, and the sync while this tab leads. */
export type ConnectionSync = {
  readonly connection: Connection;
  readonly adapter: Adapter;
  state: () => ConnectionState;
  /** Runs until the signal aborts. */
  run: (signal: AbortSignal) => Promise<void>;
  /** Ends a wait at once, also one for a person. */
  wake: () => void;
  pause: (reason: 'hidden' | 'offline') => void;
  /** Where to go on: from what is on disk, or from the start. */
  setStart: (watermark: string | null, progress: SyncProgress) => void;
};

export type ConnectionSyncParts = {
  connection: Connection;
  vendor: Vendor;
  adapter: Adapter;
  now: () => number;
  random: () => number;
  held: () => number;
  append: (batch: SyncBatch) => Promise<void>;
  /** The state changed. */
  notify: () => void;
};

export function createConnectionSync(parts: ConnectionSyncParts): ConnectionSync {
  const { connection, adapter, vendor } = parts;
  const alarm = createAlarm();
  let health: Health = { kind: 'waiting' };
  let progress = noProgress;
  let watermark: string | null = null;

  function report(nextHealth: Health, nextProgress: SyncProgress): void {
    health = nextHealth;
    progress = nextProgress;
    parts.notify();
  }

  return {
    connection,
    adapter,
    state: () => ({
      connectionId: connection.id,
      vendor: connection.vendor,
      name: connection.name,
      health,
      held: parts.held(),
      known: progress.known,
      isKnownPartial: progress.isKnownPartial,
      readAt: progress.readAt,
      isCaughtUp: progress.isCaughtUp,
    }),
    run: signal =>
      syncConnection(
        {
          connection,
          adapter,
          pollMs: vendor.pollMs,
          now: parts.now,
          random: parts.random,
          wait: alarm.wait,
          start: { watermark, progress },
          append: async batch => {
            await parts.append(batch);
            watermark = batch.watermark;
          },
          report,
        },
        signal,
      ),
    wake: alarm.wake,
    pause: reason => {
      const isTrouble = health.kind !== 'healthy' && health.kind !== 'reading' && health.kind !== 'waiting';
      if (!isTrouble) report({ kind: 'paused', reason }, progress);
    },
    setStart: (nextWatermark, nextProgress) => {
      watermark = nextWatermark;
      report(health, nextProgress);
    },
  };
}
