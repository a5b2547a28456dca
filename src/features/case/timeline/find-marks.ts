import type { TimelineEntry } from '#domain/timeline.ts';
import { earliestOf, latestOf } from './stamp-span.ts';

/** Two clocks are seldom within a minute of each other, and nobody was harmed. */
const clockGraceMs = 60_000;

/** Why a time can hardly be true. It is said and never corrected. */
export type Mark =
  /** Over before the thing that it cannot be earlier than. */
  | { kind: 'before'; what: string; at: number }
  /** Begins after it was read. */
  | { kind: 'future'; at: number };

/** `readAt`: when the vendor answered, by this machine's clock; 0: not known. */
export function findMarks({ stamp, notBefore }: TimelineEntry, readAt: number): readonly Mark[] {
  const marks: Mark[] = [];
  if (notBefore !== null && latestOf(stamp) <= notBefore.at)
    marks.push({ kind: 'before', what: notBefore.what, at: notBefore.at });
  if (readAt > 0 && earliestOf(stamp) > readAt + clockGraceMs) marks.push({ kind: 'future', at: readAt });
  return marks;
}
