import type { QueueSession } from './queue-session.ts';

/**
 * The queue as it was left: the order, where one stood, what was selected. It outlives the screen, so that Esc on a
 * case returns to the same row, scroll and selection, and `[` and `]` walk the same order.
 */
export type QueuePlace = {
  /** What was asked: view and zone, as one text. */
  question: string;
  /** Who asked, as one text: it becomes known bit by bit, and that must move nothing. */
  me: string;
  session: QueueSession;
  /** `formatRef` of the row under the cursor. */
  cursor: string | null;
  cursorIndex: number;
  scrollTop: number;
  selected: ReadonlySet<string>;
};

let place: QueuePlace | null = null;

export function getQueuePlace(): QueuePlace | null {
  return place;
}

export function setQueuePlace(next: QueuePlace): void {
  place = next;
}

export function changeQueuePlace(change: Partial<QueuePlace>): void {
  if (place !== null) place = { ...place, ...change };
}
