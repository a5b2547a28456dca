import type { Change } from '#domain/command.ts';
import { resolutions } from '../operations.ts';

export type Resolution = (typeof resolutions)[number];

/** The reason as the vendor's own field keeps it; null where it has no such word, and then it becomes a comment. */
export function toResolution(reason: string): Resolution | null {
  return resolutions.find(word => word === reason) ?? null;
}

/** What a change says as a comment, and under which field that is told; null: nothing. */
export function wordsOf(change: Change): { field: 'comments' | 'reason'; text: string } | null {
  if (change.name === 'post') return { field: 'comments', text: change.text };
  if (change.name !== 'close' || change.reason === '' || toResolution(change.reason) !== null) return null;
  return { field: 'reason', text: change.reason };
}
