import type { CaseRef, QueueRow } from '#domain/case.ts';
import type { QueueIndex } from '#index-worker/queue-index.ts';

const stretch = 1_000;

/** A title without what differs between two findings of the same rule: numbers, quoted words, names with digits. */
export function titlePattern(title: string): string {
  return title
    .toLowerCase()
    .replace(/"[^"]*"|“[^”]*”/g, '#')
    .replace(/\S*\d\S*/g, '#')
    .replace(/\s+/g, ' ');
}

/** Rows of an open order that the same rule of the same connection made: alike title, same kind. */
export function findAlike(index: QueueIndex, resultId: number, ref: CaseRef): CaseRef[] {
  const model = index.get(ref);
  if (model === null) return [];
  const pattern = titlePattern(model.title);
  const isAlike = (row: QueueRow) =>
    row.connectionId === model.connectionId && row.kind === model.kind && titlePattern(row.title) === pattern;

  const found: CaseRef[] = [];
  for (let offset = 0; ; offset += stretch) {
    const rows = index.window(resultId, offset, stretch)?.rows ?? [];
    for (const row of rows) {
      if (row !== null && isAlike(row)) found.push({ connectionId: row.connectionId, id: row.id });
    }
    if (rows.length < stretch) return found;
  }
}
