import type { Person, QueueRow } from '#domain/case.ts';
import type { ConnectionState } from '#domain/sync-state.ts';
import type { SyncProgress } from '../sync/sync-connection.ts';

/** What the leading tab tells the others, so that they hold the same rows without asking the vendors. */
export type RowMessage =
  | {
      type: 'batch';
      connectionId: string;
      rows: readonly QueueRow[];
      gone: readonly string[];
      /** How far these rows lead: where another tab goes on when it leads. */
      watermark: string | null;
      progress: SyncProgress;
    }
  | { type: 'states'; states: readonly ConnectionState[] }
  | { type: 'identity'; connectionId: string; person: Person }
  | { type: 'forgotten'; connectionId: string }
  /** What is kept in memory only is one choice for all tabs, whichever of them writes. */
  | { type: 'memory-only'; connectionIds: readonly string[] }
  /** The connections are not what they were: ask the gateway. */
  | { type: 'connections-changed' }
  /** A tab that follows asks for something that only the leader does. */
  | { type: 'sync-now'; connectionId: string | null }
  /** A tab has begun: what is not on disk is told to it. */
  | { type: 'hello' };

export type RowChannel = {
  post: (message: RowMessage) => void;
  listen: (listener: (message: RowMessage) => void) => void;
};

export function createRowChannel(): RowChannel {
  const channel = new BroadcastChannel('casefold-rows');
  return {
    post: message => channel.postMessage(message),
    listen: listener => {
      channel.onmessage = (event: MessageEvent<RowMessage>) => listener(event.data);
    },
  };
}
