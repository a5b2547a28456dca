import type { QueueRow } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import type { Health } from '#domain/sync-state.ts';
import type { Adapter, PullPage, Watermark } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { type FailureRun, judgeFailure } from './health.ts';

/** What a sync knows of how far it is; kept on disk beside the rows. */
export type SyncProgress = {
  known: number | null;
  isKnownPartial: boolean;
  isCaughtUp: boolean;
  /** When it was last caught up, epoch ms. */
  readAt: number | null;
};

export type SyncBatch = {
  rows: readonly QueueRow[];
  gone: readonly string[];
  complete: readonly string[] | null;
  watermark: Watermark;
  progress: SyncProgress;
};

/** What a sync works with. Everything outside it is given, so that tests own time and order. */
export type SyncHost = {
  connection: Connection;
  adapter: Adapter;
  pollMs: number;
  now: () => number;
  random: () => number;
  /** Rejects with the signal's reason when aborted; resolves early when `wake` is called. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  start: { watermark: Watermark | null; progress: SyncProgress };
  /** Takes a page into the index and onto disk, watermark included, in one step. */
  append: (batch: SyncBatch) => Promise<void>;
  report: (health: Health, progress: SyncProgress) => void;
};

/** Waiting for a person: only waking or aborting ends it. */
const untilWoken = 2 ** 31 - 1;

/**
 * Keeps one connection's rows current until aborted: pulls pages from the watermark, hands each on as it comes,
 * rests, asks again. A failure leaves every row where it is and only changes the connection's state.
 */
export async function syncConnection(host: SyncHost, signal: AbortSignal): Promise<void> {
  let { watermark, progress } = host.start;
  let failures = null as FailureRun | null;

  while (!signal.aborted) {
    try {
      // After a failure its state stands until something came: a try alone is no recovery.
      if (failures === null) host.report(workingHealth(progress), progress);
      for await (const page of host.adapter.pull({ since: watermark, keep: host.connection.keep, signal })) {
        signal.throwIfAborted();
        progress = advance(progress, page, host.now());
        await host.append(toBatch(page, progress));
        watermark = page.watermark;
        failures = null;
        host.report(workingHealth(progress), progress);
      }
      failures = null;
      progress = { ...progress, readAt: host.now() };
      host.report({ kind: 'healthy' }, progress);
      await host.wait(host.pollMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      failures = { tries: (failures?.tries ?? 0) + 1, since: failures?.since ?? host.now() };
      const failure = judgeFailure(asVendorError(error), failures, host.now(), host.random);
      host.report(failure.health, progress);
      try {
        await host.wait(failure.retryAt === null ? untilWoken : failure.retryAt - host.now(), signal);
      } catch {
        return;
      }
    }
  }
}

function workingHealth(progress: SyncProgress): Health {
  return progress.isCaughtUp ? { kind: 'healthy' } : { kind: 'reading' };
}

function advance(progress: SyncProgress, page: PullPage, now: number): SyncProgress {
  return {
    known: page.known ?? progress.known,
    isKnownPartial: page.isKnownPartial,
    isCaughtUp: progress.isCaughtUp || page.isCaughtUp,
    readAt: page.isCaughtUp ? now : progress.readAt,
  };
}

function toBatch(page: PullPage, progress: SyncProgress): SyncBatch {
  return {
    rows: page.rows,
    gone: page.gone,
    complete: page.complete ?? null,
    watermark: page.watermark,
    progress,
  };
}

/** A bug of ours must look like one, and must not stop the other connections. */
function asVendorError(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  return new VendorError({
    code: 'unreadable',
    reason: 'internal',
    message: `The answer could not be used: ${error instanceof Error ? error.message : String(error)}`,
    retryable: false,
    raw: error,
  });
}
