import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import { useRow } from '#store/queries.ts';
import { getQueuePlace } from '#store/queue/current-list.ts';

/** The row as the queue holds it, on the first frame already when it is the one under the list's cursor. */
export function useHeldRow(ref: CaseRef): QueueRow | null {
  const { data } = useRow(ref);
  const isOfThis = data !== undefined && data !== null && formatRef(data) === formatRef(ref);
  return isOfThis ? data : rowUnderCursor(ref);
}

function rowUnderCursor(ref: CaseRef): QueueRow | null {
  const place = getQueuePlace();
  if (place === null || place.cursor !== formatRef(ref)) return null;
  const row = place.session.getSnapshot().rowAt(place.cursorIndex) ?? null;
  return row !== null && formatRef(row) === place.cursor ? row : null;
}
