import type { Person } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import type { ConnectionState, Health } from '#domain/sync-state.ts';
import type { Adapter, Vendor } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
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
  readonly vendor: Vendor;
  readonly adapter: Adapter;
  state: () => ConnectionState;
  /** Runs until the signal aborts. */
  run: (signal: AbortSignal) => Promise<void>;
  /** Ends a wait at once, also one for a person. */
  wake: () => void;
  pause: () => void;
  /** Where to go on: from what is on disk, or from the start. */
  setStart: (watermark: string | null, progress: SyncProgress) => void;
  /** How far the rows held here lead. */
  position: () => { watermark: string | null; progress: SyncProgress };
};

export type ConnectionSyncParts = {
  connection: Connection;
  vendor: Vendor;
  adapter: Adapter;
  now: () => number;
  random: () => number;
  held: () => number;
  append: (batch: SyncBatch) => Promise<void>;
  /** Whose credential it is, told once. */
  identify: (person: Person) => void;
  /** The state changed. */
  notify: () => void;
};

export function createConnectionSync(parts: ConnectionSyncParts): ConnectionSync {
  const { connection, adapter, vendor } = parts;
  const alarm = createAlarm();
  let health: Health = { kind: 'waiting' };
  let progress = noProgress;
  let watermark: string | null = null;
  let isIdentified = false;

  /** Asked once something was read: before, it would only add a call to whatever is wrong. */
  async function identify(signal: AbortSignal): Promise<void> {
    if (isIdentified) return;
    isIdentified = true;
    try {
      const person = await adapter.whoAmI(signal);
      if (person !== null) parts.identify(person);
    } catch (error) {
      // Not knowing who one is harms nothing. What may pass is asked again with the next answer.
      isIdentified = error instanceof VendorError && !error.retryable;
    }
  }

  function report(nextHealth: Health, nextProgress: SyncProgress): void {
    health = nextHealth;
    progress = nextProgress;
    parts.notify();
  }

  return {
    connection,
    vendor,
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
            void identify(signal);
          },
          report,
        },
        signal,
      ),
    wake: alarm.wake,
    pause: () => {
      const isTrouble = health.kind !== 'healthy' && health.kind !== 'reading' && health.kind !== 'waiting';
      if (!isTrouble) report({ kind: 'paused' }, progress);
    },
    setStart: (nextWatermark, nextProgress) => {
      watermark = nextWatermark;
      report(health, nextProgress);
    },
    position: () => ({ watermark, progress }),
  };
}
