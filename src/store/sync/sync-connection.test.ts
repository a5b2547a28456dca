import { describe, expect, it } from 'vitest';
import type { Connection } from '#domain/connection.ts';
import type { Health } from '#domain/sync-state.ts';
import type { Adapter, PullPage, PullRequest } from '#domain/vendor.ts';
import { VendorError, type VendorErrorInit } from '#domain/vendor-error.ts';
import { type SyncBatch, syncConnection } from './sync-connection.ts';

const connection: Connection = {
  id: 'lab',
  vendor: 'made-up',
  name: 'Lab',
  settings: {},
  keep: 'all',
  secrets: {},
  source: 'file',
};

function page(watermark: string, isCaughtUp: boolean): PullPage {
  return { rows: [], gone: [], known: 7, isKnownPartial: false, watermark, isCaughtUp };
}

function failure(init: Partial<VendorErrorInit>): VendorError {
  return new VendorError({
    code: 'unavailable',
    reason: 'test',
    message: 'It failed.',
    retryable: true,
    ...init,
  });
}

/** Runs a sync over scripted pulls until it has waited as often as there are pulls. */
async function run(pulls: ((request: PullRequest) => Iterable<PullPage>)[], watermark: string | null = null) {
  const asked: (string | null)[] = [];
  const batches: SyncBatch[] = [];
  const healths: Health[] = [];
  const waits: number[] = [];
  const stop = new AbortController();
  const adapter: Adapter = {
    async *pull(request) {
      asked.push(request.since);
      const next = pulls[asked.length - 1];
      if (next !== undefined) yield* next(request);
    },
    check: () => Promise.reject(new Error('not asked')),
    get: () => Promise.reject(new Error('not asked')),
    section: () => Promise.reject(new Error('not asked')),
    item: () => Promise.reject(new Error('not asked')),
    download: () => Promise.reject(new Error('not asked')),
    whoAmI: () => Promise.resolve(null),
  };
  await syncConnection(
    {
      connection,
      adapter,
      pollMs: 30_000,
      now: () => 1_000_000,
      random: () => 1,
      start: { watermark, progress: { known: null, isKnownPartial: false, isCaughtUp: false, readAt: null } },
      append: batch => {
        batches.push(batch);
        return Promise.resolve();
      },
      report: health => {
        healths.push(health);
      },
      wait: ms => {
        waits.push(ms);
        if (waits.length >= pulls.length) stop.abort();
        return stop.signal.aborted ? Promise.reject(stop.signal.reason) : Promise.resolve();
      },
    },
    stop.signal,
  );
  return { asked, batches, healths, waits };
}

describe('keeping one connection current', () => {
  it('hands pages on as they come and asks the next time from the last watermark', async () => {
    const { asked, batches, healths, waits } = await run([
      function* () {
        yield page('one', false);
        yield page('two', true);
      },
      function* () {
        yield page('three', true);
      },
    ]);
    expect(asked).toEqual([null, 'two']);
    expect(batches.map(batch => [batch.watermark, batch.progress.isCaughtUp])).toEqual([
      ['one', false],
      ['two', true],
      ['three', true],
    ]);
    expect(healths.map(health => health.kind)).toEqual([
      'reading',
      'reading',
      'healthy',
      'healthy',
      'healthy',
      'healthy',
      'healthy',
    ]);
    expect(waits).toEqual([30_000, 30_000]);
  });

  it('resumes after a failure in mid pull where the last whole page ended', async () => {
    const { asked } = await run([
      function* () {
        yield page('one', false);
        throw failure({});
      },
      function* () {
        yield page('two', true);
      },
    ]);
    expect(asked).toEqual([null, 'one']);
  });

  it('obeys a named waiting time to its end', async () => {
    const { healths, waits } = await run([
      () => {
        throw failure({ code: 'rate-limited', retryAfterMs: 120_000 });
      },
    ]);
    expect(waits).toEqual([120_000]);
    expect(healths.at(-1)).toMatchObject({ kind: 'rate-limited', until: 1_120_000 });
  });

  it('does not try a refused credential again by itself', async () => {
    const { healths, waits } = await run([
      () => {
        throw failure({ code: 'unauthorized', reason: 'credential-refused', retryable: false });
      },
    ]);
    expect(waits[0]).toBeGreaterThan(20 * 86_400_000);
    expect(healths.at(-1)).toMatchObject({ kind: 'signed-out', since: 1_000_000 });
  });

  it('doubles its waits up to five minutes and keeps the time of the first failure', async () => {
    const fails = () => {
      throw failure({});
    };
    const { waits, healths } = await run(Array.from({ length: 10 }, () => fails));
    expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
    expect(Math.max(...waits)).toBe(300_000);
    expect(healths.at(-1)).toMatchObject({ kind: 'not-reachable', tries: 10, since: 1_000_000 });
  });

  it('says what came when an answer cannot be used, even when the fault is ours', async () => {
    const { healths } = await run([
      () => {
        throw new RangeError('bad index');
      },
    ]);
    expect(healths.at(-1)).toMatchObject({ kind: 'not-understood', reason: 'internal' });
  });
});
