import type { Connection } from '#domain/connection.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import { createMemoryRowStorage } from '#index-worker/memory-row-storage.ts';
import { createQueueIndex } from '#index-worker/queue-index.ts';
import type { OutboxChannel, OutboxMessage } from '#store/outbox/outbox.ts';
import { createPaperDisk } from '#store/outbox/test-kit/paper-disk.ts';
import { sleep } from '#store/sync/alarm.ts';
import { createEngine } from '../engine.ts';
import type { EngineEvent } from '../engine-port.ts';
import type { WaitForTurn } from '../leadership.ts';
import type { RowChannel, RowMessage } from '../row-channel.ts';
import { openRowDisk } from '../row-disk.ts';
import type { MadeUpVendor } from './made-up-vendor.ts';

/** What tabs of one browser share: the disk, the channel, and whose turn it is to speak to the vendors. */
export function createProfile(vendor: MadeUpVendor) {
  const storage = createMemoryRowStorage();
  const waitForTurn = createLine();
  const { disk: outboxDisk } = createPaperDisk();
  const waitForOutbox = createLine();
  const joined = new Set<(message: RowMessage) => void>();

  function joinChannel(): RowChannel & { leave: () => void } {
    let hear: (message: RowMessage) => void = () => {};
    const listener = (message: RowMessage) => hear(message);
    joined.add(listener);
    return {
      post: message => {
        const copy = structuredClone(message);
        for (const other of joined) if (other !== listener) queueMicrotask(() => other(copy));
      },
      listen: given => {
        hear = given;
      },
      leave: () => joined.delete(listener),
    };
  }

  const outboxTabs = new Set<(message: OutboxMessage) => void>();

  function joinOutboxChannel(): OutboxChannel {
    let hear: (message: OutboxMessage) => void = () => {};
    const listener = (message: OutboxMessage) => hear(message);
    outboxTabs.add(listener);
    return {
      post: message => {
        for (const other of outboxTabs) if (other !== listener) queueMicrotask(() => other(message));
      },
      listen: given => {
        hear = given;
      },
    };
  }

  return {
    storage,
    /** A tab in front with these connections. */
    async openTab(connections: readonly Connection[], memoryOnly: readonly string[] = []) {
      const index = createQueueIndex();
      const channel = joinChannel();
      const events: EngineEvent[] = [];
      let refuseToken = () => {};
      const engine = createEngine({
        index,
        openDisk: onTrouble => openRowDisk(index, onTrouble, storage),
        channel,
        waitForTurn,
        outbox: { disk: outboxDisk, channel: joinOutboxChannel(), waitForTurn: waitForOutbox },
        vendors: new Map([['made-up', vendor.vendor]]),
        createFetch: (_, onRefused) => {
          refuseToken = onRefused;
          return () => Promise.reject(new TypeError('no network'));
        },
        now: () => Date.now(),
        random: () => 1,
        sleep,
      });
      const options = { token: null, connections, memoryOnly, isVisible: true };
      await engine.start(options, event => events.push(event));
      return {
        engine,
        events,
        /** Casefold was started anew. */
        refuseToken: () => refuseToken(),
        /** Titles of all rows, by reference. */
        titles: async () => {
          const question = { q: '', sort: [], facets: {}, ranges: {}, me: [] };
          const { window } = await engine.open(question, 0, 1_000);
          return window.rows.map(row => row?.title ?? null);
        },
        states: (): readonly ConnectionState[] =>
          events.findLast(event => event.type === 'changed')?.states ?? [],
        identities: () => events.filter(event => event.type === 'identity'),
        close: async () => {
          await engine.setVisible(false);
          channel.leave();
        },
      };
    },
  };
}

export type Tab = Awaited<ReturnType<ReturnType<typeof createProfile>['openTab']>>;

/** One at a time, in the order asked; who gives up while waiting leaves the line. */
function createLine(): WaitForTurn {
  let last: Promise<void> = Promise.resolve();
  return (lead, signal) => {
    const mine = last.then(() => (signal.aborted ? undefined : lead()));
    last = mine;
    return mine;
  };
}
