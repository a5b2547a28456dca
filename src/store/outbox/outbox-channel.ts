import type { OutboxChannel, OutboxMessage } from './outbox.ts';

export function createOutboxChannel(): OutboxChannel {
  const channel = new BroadcastChannel('casefold-outbox');
  return {
    post: message => channel.postMessage(message),
    listen: listener => {
      channel.onmessage = (event: MessageEvent<OutboxMessage>) => listener(event.data);
    },
  };
}
