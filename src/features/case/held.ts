import type { QueueRow } from '#domain/case.ts';

/** What stands on screen although the vendor did not give it just now. `readAt` null: it is not known when. */
export type Held = { what: 'answer' | 'row'; readAt: number | null } | null;

/** `answeredAt` null: the vendor has not answered for this case yet. */
export function heldOf(answeredAt: number | null, row: QueueRow | null, rowsReadAt: number | null): Held {
  if (answeredAt !== null) return { what: 'answer', readAt: answeredAt };
  return row === null ? null : { what: 'row', readAt: rowsReadAt };
}
