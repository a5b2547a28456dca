import type { Person } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { Fetch, Vendor } from '#domain/vendor.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';
import { createOutbox, type OutboxParts } from '../outbox/outbox.ts';
import { createCaseReader } from './case-reader.ts';
import { type ConnectionSync, createConnectionSync, noProgress } from './connection-sync.ts';
import type { Engine, EngineEvent } from './engine-port.ts';
import { createIndexQuestions } from './index-questions.ts';
import { createLeadership, type WaitForTurn } from './leadership.ts';
import { createPreparation } from './prepare-when-quiet.ts';
import type { RowChannel, RowMessage } from './row-channel.ts';
import type { RowDisk } from './row-disk.ts';
import { createRowIntake } from './row-intake.ts';
import { settle } from './settle.ts';
import { tellNewcomer } from './tell-newcomer.ts';
import { throttle } from './throttle.ts';
import { recordCall } from './trace.ts';
import { whatIsRead } from './what-is-read.ts';
import { createWhereSeen } from './where-seen.ts';

export type EngineParts = {
  index: QueueIndex;
  /** Rows on disk; `onTrouble` is told a sentence when they cannot be written. */
  openDisk: (onTrouble: (sentence: string) => void) => RowDisk;
  channel: RowChannel;
  waitForTurn: WaitForTurn;
  /** Where changes wait, and whose turn it is to send them. */
  outbox: Pick<OutboxParts, 'disk' | 'channel' | 'waitForTurn'>;
  vendors: ReadonlyMap<string, Vendor>;
  /** Speaks to the gateway with the launch token it is given, and tells when that is refused. */
  createFetch: (token: string | null, onRefused: () => void) => Fetch;
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

const tellIntervalMs = 250;

export function createEngine(parts: EngineParts): Engine {
  const { index, channel, now, sleep } = parts;
  const syncs = new Map<string, ConnectionSync>();
  const running = new Map<string, AbortController>();
  /** Whose rows are of other settings than now: whoever leads reads them anew. */
  const outdated = new Set<string>();
  const identities = new Map<string, Person>();
  /** What other tabs said before the disk was read: it may be newer than what stood there. */
  let unheard: RowMessage[] | null = [];
  let tell: (event: EngineEvent) => void = () => {};
  const disk = parts.openDisk(sentence => tell({ type: 'disk-trouble', sentence }));
  let fetchGateway: Fetch = () => Promise.reject(new TypeError('not started'));
  let leadSignal: AbortSignal | null = null;
  let leaderStates: readonly ConnectionState[] | null = null;

  const states = () => [...syncs.values()].map(sync => sync.state());
  const prepareSoon = createPreparation(index, sleep);
  const tellChanged = throttle(() => {
    // A tab that follows holds the rows, but the states are the leader's.
    const known = (leadSignal === null ? leaderStates : null) ?? states();
    tell({ type: 'changed', revision: intake.revision(), states: known });
    if (leadSignal !== null) channel.post({ type: 'states', states: known });
  }, tellIntervalMs);
  const connectionIds = () => [...syncs.keys()];
  const intake = createRowIntake({ index, disk, channel, now, connectionIds, prepareSoon, tellChanged });

  const outbox = createOutbox({
    ...parts.outbox,
    writerOf: id => syncs.get(id)?.adapter.writer ?? null,
    whoOf: id => identities.get(id)?.name ?? null,
    now: parts.now,
    random: parts.random,
    sleep: parts.sleep,
    tellEntries: entries => tell({ type: 'outbox', entries }),
    tellWritten: ref => {
      tell({ type: 'written', ref });
      // The row follows by the way that every change takes.
      if (leadSignal !== null) wake(ref.connectionId);
    },
    tellTrouble: sentence => tell({ type: 'outbox-trouble', sentence }),
  });

  const leadership = createLeadership(parts.waitForTurn, async signal => {
    leadSignal = signal;
    leaderStates = null;
    for (const id of outdated) await forgetEverywhere(id);
    for (const sync of syncs.values()) run(sync);
    if (!signal.aborted)
      await new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }));
    leadSignal = null;
    for (const controller of running.values()) controller.abort();
    running.clear();
  });

  /** Leaves the lead to a tab that has the token of now. */
  function lockOut(): void {
    leadership.end();
    outbox.end();
    tell({ type: 'locked-out' });
  }

  function run(sync: ConnectionSync): void {
    if (leadSignal === null) return;
    const { id } = sync.connection;
    running.get(id)?.abort();
    const controller = new AbortController();
    running.set(id, controller);
    void sync.run(AbortSignal.any([leadSignal, controller.signal]));
  }

  function identify(connectionId: string, person: Person): void {
    const before = identities.get(connectionId);
    if (before?.id === person.id && before.name === person.name) return;
    identities.set(connectionId, person);
    tell({ type: 'identity', connectionId, person });
  }

  function greet(): void {
    for (const message of tellNewcomer({ index, disk, syncs: syncs.values(), identities }))
      channel.post(message);
    tellChanged();
  }

  function addSync(connection: Connection): ConnectionSync | null {
    const vendor = parts.vendors.get(connection.vendor);
    if (vendor === undefined) return null;
    const sync = createConnectionSync({
      connection,
      vendor,
      adapter: vendor.createAdapter({
        connection,
        fetch: request => fetchGateway(request),
        now,
        sleep,
        trace: recordCall,
      }),
      now,
      random: parts.random,
      held: () => index.held(connection.id),
      append: batch => intake.append(connection, batch),
      identify: person => {
        identify(connection.id, person);
        channel.post({ type: 'identity', connectionId: connection.id, person });
      },
      notify: tellChanged,
    });
    syncs.set(connection.id, sync);
    return sync;
  }

  function hear(message: RowMessage): void {
    if (unheard !== null) unheard.push(message);
    else if (message.type === 'batch') hearBatch(message);
    else if (message.type === 'identity') identify(message.connectionId, message.person);
    else if (message.type === 'forgotten') void hearForgotten(message.connectionId);
    else if (message.type === 'memory-only') void disk.setMemoryOnly(message.connectionIds);
    else if (message.type === 'connections-changed') tell(message);
    else if (message.type === 'states') hearStates(message.states);
    else if (leadSignal === null) return;
    else if (message.type === 'hello') greet();
    else wake(message.connectionId);
  }

  function hearBatch({ connectionId, rows, gone, watermark, progress }: RowMessage & { type: 'batch' }) {
    intake.take(connectionId, { rows, gone });
    // Should this tab lead next, it goes on from here.
    if (leadSignal === null) syncs.get(connectionId)?.setStart(watermark, progress);
  }

  function hearStates(told: readonly ConnectionState[]): void {
    if (leadSignal !== null) return;
    leaderStates = told;
    tellChanged();
  }

  /** A page that was under way here may have been written after the other tab emptied the disk. */
  async function hearForgotten(connectionId: string): Promise<void> {
    outdated.delete(connectionId);
    if (leadSignal === null) startOver(connectionId);
    else await forget(connectionId);
  }

  async function forget(connectionId: string): Promise<void> {
    running.get(connectionId)?.abort();
    await disk.forget(connectionId);
    startOver(connectionId);
  }

  async function forgetEverywhere(connectionId: string): Promise<void> {
    outdated.delete(connectionId);
    await forget(connectionId);
    channel.post({ type: 'forgotten', connectionId });
  }

  /** The rows are gone here and on disk: whoever leads reads them again from the start. */
  function startOver(connectionId: string): void {
    intake.drop(connectionId);
    const sync = syncs.get(connectionId);
    if (sync === undefined) return;
    sync.setStart(null, noProgress);
    run(sync);
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
    let isChanged = false;
    for (const id of connectionIds().filter(id => !known.has(id))) {
      isChanged = true;
      running.get(id)?.abort();
      running.delete(id);
      syncs.delete(id);
      intake.drop(id);
      await disk.forget(id);
    }
    for (const connection of connections) {
      const before = syncs.get(connection.id);
      if (before !== undefined && JSON.stringify(before.connection) === JSON.stringify(connection)) continue;
      isChanged = true;
      const sync = addSync(connection);
      if (sync === null) continue;
      const { watermark, progress } = before?.position() ?? disk.startOf(connection.id);
      sync.setStart(watermark, progress);
      if (before !== undefined && whatIsRead(before.connection) !== whatIsRead(connection)) {
        outdated.add(connection.id);
        if (leadSignal !== null) await forgetEverywhere(connection.id);
      } else run(sync);
    }
    if (isChanged && unheard === null) channel.post({ type: 'connections-changed' });
    tellChanged();
  }

  return {
    start: async (options, listener) => {
      tell = listener;
      fetchGateway = parts.createFetch(options.token, lockOut);
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
      await outbox.start();
      const early = unheard ?? [];
      unheard = null;
      for (const message of early) hear(message);
      intake.noteChange();
      if (options.isVisible) leadership.seek();
      channel.post({ type: 'hello' });
      prepareSoon();
    },
    setConnections,
    setVisible: async isVisible => {
      if (isVisible) return leadership.seek();
      leadership.yield();
      for (const sync of syncs.values()) sync.pause();
    },
    syncNow: async connectionId => {
      if (leadSignal === null) channel.post({ type: 'sync-now', connectionId });
      else wake(connectionId);
    },
    forgetCached: forgetEverywhere,
    setMemoryOnly: async connectionIds => {
      await disk.setMemoryOnly(connectionIds);
      channel.post({ type: 'memory-only', connectionIds });
    },
    ...createIndexQuestions(index),
    write: (commands, delayMs) =>
      settle(async () => {
        await outbox.write(commands, delayMs);
        return null;
      }),
    retryWrite: outbox.retry,
    discardWrites: outbox.discard,
    ledger: outbox.ledger,
    ...createCaseReader(syncs),
    ...createWhereSeen(index, sleep, id => syncs.get(id)?.connection.vendor),
  };
}
