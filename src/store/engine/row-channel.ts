import type { QueueRow } from '#domain/case.ts';
import type { ConnectionState } from '#domain/sync-state.ts';

/** What the leading tab tells the others, so that they hold the same rows without asking the vendors. */
export type RowMessage =
  | {
      type: 'batch';
      connectionId: string;
      rows: readonly QueueRow[];
      gone: readonly string[];
      complete: readonly string[] | null;
    }
  | { type: 'states'; states: readonly ConnectionState[] }
  | { type: 'forgotten'; connectionId: string }
  /** A tab that follows asks for something that only the leader does. */
  | { type: 'sync-now'; connectionId: string | null }
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
