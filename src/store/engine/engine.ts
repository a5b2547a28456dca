import type { CaseRef } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { Fetch, Vendor } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import type { SyncBatch } from '../sync/sync-connection.ts';
import { findAgedOut } from './aged-out.ts';
import { findAlike } from './alike.ts';
import { type ConnectionSync, createConnectionSync, noProgress } from './connection-sync.ts';
import type { Engine, EngineEvent, Outcome } from './engine-port.ts';
import { createLeadership } from './leadership.ts';
import type { RowChannel, RowMessage } from './row-channel.ts';
import type { RowDisk } from './row-disk.ts';
import { throttle } from './throttle.ts';

export type EngineParts = {
  index: QueueIndex;
  /** Rows on disk; `onTrouble` is told a sentence when they cannot be written. */
  openDisk: (onTrouble: (sentence: string) => void) => RowDisk;
  channel: RowChannel;
  vendors: ReadonlyMap<string, Vendor>;
  /** Speaks to the gateway; adds the launch token it is given. */
  createFetch: (token: string | null) => Fetch;
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

const tellIntervalMs = 250;

export function createEngine(parts: EngineParts): Engine {
  const { index, channel } = parts;
  const syncs = new Map<string, ConnectionSync>();
  const running = new Map<string, AbortController>();
  let tell: (event: EngineEvent) => void = () => {};
  const disk = parts.openDisk(sentence => tell({ type: 'disk-trouble', sentence }));
  let fetchGateway: Fetch = () => Promise.reject(new TypeError('not started'));
  let leadSignal: AbortSignal | null = null;
  let leaderStates: readonly ConnectionState[] | null = null;
  let revision = 0;

  const states = () => [...syncs.values()].map(sync => sync.state());
  const tellChanged = throttle(() => {
    // A tab that follows holds the rows, but the states are the leader's.
    const now = leadSignal === null ? leaderStates : states();
    tell({ type: 'changed', revision, states: now ?? states() });
    if (leadSignal !== null) channel.post({ type: 'states', states: now ?? [] });
  }, tellIntervalMs);

  const leadership = createLeadership(async signal => {
    leadSignal = signal;
    leaderStates = null;
    for (const sync of syncs.values()) run(sync);
    await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }));
    leadSignal = null;
    for (const controller of running.values()) controller.abort();
    running.clear();
  });

  function run(sync: ConnectionSync): void {
    if (leadSignal === null) return;
    const { id } = sync.connection;
    running.get(id)?.abort();
    const controller = new AbortController();
    running.set(id, controller);
    const signal = AbortSignal.any([leadSignal, controller.signal]);
    void sync.run(signal);
    void sync.adapter.whoAmI(signal).then(
      person => {
        if (person !== null) tell({ type: 'identity', connectionId: id, person });
      },
      // Not knowing who one is harms nothing; what went wrong shows as the connection's own state.
      () => {},
    );
  }

  /** Takes rows into the index. Answers what is new in them, for the disk. */
  function take(connectionId: string, batch: Pick<SyncBatch, 'rows' | 'gone' | 'complete'>) {
    const changed = index.upsert(batch.rows);
    const removed = index.remove(batch.gone.map(id => ({ connectionId, id })));
    if (batch.complete !== null) removed.push(...index.retain(connectionId, batch.complete));
    if (changed.length + removed.length > 0) {
      revision += 1;
      void prepareWhenIdle();
    }
    tellChanged();
    return { changed, removed };
  }

  async function append(connection: Connection, batch: SyncBatch): Promise<void> {
    const connectionId = connection.id;
    const { changed, removed } = take(connectionId, batch);
    if (batch.progress.isCaughtUp) removed.push(...index.remove(findAgedOut(index, connection, parts.now())));
    if (changed.length + removed.length > 0)
      channel.post({
        type: 'batch',
        connectionId,
        rows: changed,
        gone: removed.map(ref => ref.id),
        complete: null,
      });
    const { watermark, progress } = batch;
    await disk.append(connectionId, { rows: changed, removed, watermark, progress });
  }

  function addSync(connection: Connection): ConnectionSync | null {
    const vendor = parts.vendors.get(connection.vendor);
    if (vendor === undefined) return null;
    const { now, sleep } = parts;
    const sync = createConnectionSync({
      connection,
      vendor,
      adapter: vendor.createAdapter({ connection, fetch: request => fetchGateway(request), now, sleep }),
      now,
      random: parts.random,
      held: () => index.held(connection.id),
      append: batch => append(connection, batch),
      notify: tellChanged,
    });
    syncs.set(connection.id, sync);
    return sync;
  }

  function hear(message: RowMessage): void {
    if (message.type === 'batch') take(message.connectionId, message);
    else if (message.type === 'forgotten') startOver(message.connectionId);
    else if (message.type === 'states') hearStates(message.states);
    else if (message.type === 'hello' && leadSignal !== null) tellChanged();
    else if (message.type === 'sync-now' && leadSignal !== null) wake(message.connectionId);
  }

  function hearStates(told: readonly ConnectionState[]): void {
    leaderStates = told;
    if (leadSignal === null) tellChanged();
  }

  /** First sorts and searches are made ahead, a piece at a time, so that no question waits for them. */
  async function prepareWhenIdle(): Promise<void> {
    while (index.prepare()) await parts.sleep(0, new AbortController().signal);
  }

  /** The rows are gone here and on disk: whoever leads reads them again from the start. */
  function startOver(connectionId: string): void {
    drop(connectionId);
    const sync = syncs.get(connectionId);
    if (sync === undefined) return;
    sync.setStart(null, noProgress);
    run(sync);
  }

  function drop(connectionId: string): void {
    index.forgetConnection(connectionId);
    revision += 1;
    tellChanged();
  }

  function wake(connectionId: string | null): void {
    for (const sync of syncs.values()) {
      if (connectionId === null || sync.connection.id === connectionId) sync.wake();
    }
  }

  async function setConnections(connections: readonly Connection[]): Promise<void> {
    const known = new Set(connections.map(connection => connection.id));
    index.setConnections(
      connections.map(({ id, vendor, name }) => ({
        id,
        vendor,
        name,
        vendorName: parts.vendors.get(vendor)?.shortName ?? vendor,
      })),
    );
    for (const id of [...syncs.keys()].filter(id => !known.has(id))) {
      running.get(id)?.abort();
      running.delete(id);
      syncs.delete(id);
      drop(id);
      await disk.forget(id);
    }
    for (const connection of connections) {
      const before = syncs.get(connection.id);
      if (before !== undefined && JSON.stringify(before.connection) === JSON.stringify(connection)) continue;
      const sync = addSync(connection);
      if (sync === null) continue;
      const { watermark, progress } = disk.startOf(connection.id);
      sync.setStart(watermark, progress);
      run(sync);
    }
    tellChanged();
  }

  async function ask<Value>(
    ref: CaseRef,
    work: (sync: ConnectionSync, signal: AbortSignal) => Promise<Value>,
  ): Promise<Outcome<Value>> {
    const sync = syncs.get(ref.connectionId);
    if (sync === undefined) return { ok: false, error: unknownConnection };
    try {
      return { ok: true, value: await work(sync, AbortSignal.timeout(60_000)) };
    } catch (error) {
      if (error instanceof VendorError) {
        const { code, reason, message, retryable, retryAfterMs, status, facts, fields } = error;
        return {
          ok: false,
          error: { code, reason, message, retryable, retryAfterMs, status, facts, fields },
        };
      }
      return { ok: false, error: { ...unknownConnection, code: 'unreadable', message: String(error) } };
    }
  }

  return {
    start: async (options, listener) => {
      tell = listener;
      fetchGateway = parts.createFetch(options.token);
      channel.listen(hear);
      const loaded = await disk.load(options.memoryOnly);
      // Rows of connections that were deleted while no page was open.
      const known = new Set(options.connections.map(connection => connection.id));
      for (const id of loaded.keptIds.filter(id => !known.has(id))) {
        index.forgetConnection(id);
        await disk.forget(id);
      }
      if (loaded.rebuiltBecause !== null) tell({ type: 'cache-rebuilt', reason: loaded.rebuiltBecause });
      await setConnections(options.connections);
      revision += 1;
      tellChanged();
      if (options.isVisible) leadership.seek();
      channel.post({ type: 'hello' });
      void prepareWhenIdle();
    },
    setConnections,
    setVisible: async isVisible => {
      if (isVisible) return leadership.seek();
      leadership.yield();
      for (const sync of syncs.values()) sync.pause('hidden');
    },
    syncNow: async connectionId => {
      if (leadSignal === null) channel.post({ type: 'sync-now', connectionId });
      else wake(connectionId);
    },
    forgetCached: async connectionId => {
      running.get(connectionId)?.abort();
      await disk.forget(connectionId);
      startOver(connectionId);
      channel.post({ type: 'forgotten', connectionId });
    },
    setMemoryOnly: connectionIds => disk.setMemoryOnly(connectionIds),
    open: async (query, offset, limit) => {
      const result = index.open(query);
      const window = index.window(result.resultId, offset, limit);
      return { result, window: window ?? { resultId: result.resultId, offset, rows: [] } };
    },
    window: async (resultId, offset, limit) => index.window(resultId, offset, limit),
    drift: async resultId => index.drift(resultId) ?? { added: 0, removed: 0 },
    refs: async (resultId, from, to) => index.refsOf(resultId, from, to + 1),
    positionOf: async (resultId, ref) => index.positionOf(resultId, ref),
    alike: async (resultId, ref) => findAlike(index, resultId, ref),
    row: async ref => index.get(ref),
    count: async query => {
      const { resultId, total } = index.open(query);
      index.close(resultId);
      return total;
    },
    detail: ref => ask(ref, (sync, signal) => sync.adapter.get(ref.id, signal)),
  };
}

const unknownConnection = {
  code: 'not-found',
  reason: 'unknown-connection',
  message: 'This connection is not set up here.',
  retryable: false,
} as const;
