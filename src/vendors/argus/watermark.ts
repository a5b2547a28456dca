import * as v from 'valibot';
import type { KeepPolicy } from '#domain/connection.ts';
import type { Watermark } from '#domain/vendor.ts';

/**
 * What is read, in this order: everything ('all'), or what is open and then what was closed lately; then the tags of
 * open cases, which no list carries; from then on what changed.
 */
const phases = ['all', 'open', 'closed', 'tags', 'changes'] as const;
export type Phase = (typeof phases)[number];

const instant = v.pipe(v.number(), v.integer());
const markSchema = v.object({
  version: v.literal(1),
  keep: v.union([v.literal('all'), v.number()]),
  phase: v.picklist(phases),
  /** Closed cases that were last updated before it are not kept; null: all are. */
  closedSince: v.nullable(instant),
  /** Everything up to here is held. */
  changedSince: instant,
  /** What `changedSince` becomes at the end of this round: the newest update when it began. null: not begun. */
  nextSince: v.nullable(instant),
  /** The next page begins at this `lastUpdatedTimestamp`, downwards; null: at the newest. */
  before: v.nullable(instant),
  /** Rows to skip among those: needed only where one instant holds more of them than a page. */
  offset: instant,
  /** Cases the vendor counted so far; null once it could not count. */
  known: v.nullable(v.number()),
  /** The newest rows as they were read, id to `lastUpdatedTimestamp`: the overlap brings them again. */
  seen: v.record(v.string(), v.number()),
});
export type Mark = v.InferOutput<typeof markSchema>;

/** Where to go on; from the start when there is no mark, it cannot be read, or it was made for another policy. */
export function readMark(since: Watermark | null, keep: KeepPolicy, now: number): Mark {
  const wanted = keep === 'all' ? 'all' : keep.closedDays;
  const held = v.safeParse(markSchema, parse(since));
  if (held.success && held.output.keep === wanted) return held.output;
  return {
    version: 1,
    keep: wanted,
    phase: wanted === 'all' ? 'all' : 'open',
    closedSince: wanted === 'all' ? null : now - wanted * 86_400_000,
    // Stands only where there is no case at all to take the vendor's own time from; an hour for clocks that differ.
    changedSince: now - 3_600_000,
    nextSince: null,
    before: null,
    offset: 0,
    known: 0,
    seen: {},
  };
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
