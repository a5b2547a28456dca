import * as v from 'valibot';
import type { KeepPolicy } from '#domain/connection.ts';
import { toInstant } from './mapping.ts';
import type { WireAlert } from './wire.ts';

const number = v.pipe(v.number(), v.safeInteger());
/** The policy it was read under: under another one it means nothing. */
const keep = v.union([v.literal('all'), v.object({ closedDays: v.number() })]);

const reading = v.object({
  kind: v.literal('reading'),
  keep,
  after: v.nullable(v.string()),
  /** Rows read so far. */
  read: number,
  changedAt: v.nullable(number),
  newestAt: v.nullable(number),
});

const caughtUp = v.object({
  kind: v.literal('caught-up'),
  keep,
  /** Latest `modifiedAt` up to which nothing was missed. */
  changedAt: v.nullable(number),
  /** Latest `triggeredAt`: what is later is new. */
  newestAt: v.nullable(number),
  /** Rows there were. */
  known: number,
  /** When the whole list was last read, by our clock; 0: only in part. */
  sweptAt: number,
});

const schema = v.variant('kind', [reading, caughtUp]);

/** How far a pull got. Its instants are the vendor's own, so that a wrong clock here skips nothing. */
export type Mark = v.InferOutput<typeof schema>;
export type CaughtUp = v.InferOutput<typeof caughtUp>;

export function writeMark(mark: Mark): string {
  return JSON.stringify({ version: 1, ...mark });
}

/** null for what was written by nobody, by another version or for another policy: start over. */
export function readMark(text: string | null, wanted: KeepPolicy): Mark | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    const parsed = v.safeParse(v.intersect([v.object({ version: v.literal(1) }), schema]), value);
    return parsed.success && isSameKeep(parsed.output.keep, wanted) ? parsed.output : null;
  } catch {
    return null;
  }
}

function isSameKeep(left: KeepPolicy, right: KeepPolicy): boolean {
  if (left === 'all' || right === 'all') return left === right;
  return left.closedDays === right.closedDays;
}

/** How far the service's clock may be ahead of ours. */
const mostAheadMs = 10 * 60_000;

/** Latest instants of a list as it is read. One in the future is left out: it would hide all real changes. */
export function createTide(startedAt: number) {
  let firstPageChangedAt: number | null = null;
  let changedAt: number | null = null;
  let newestAt: number | null = null;
  let isFirstPage = true;
  const readPast = (text: string | null) => {
    const at = toInstant(text);
    return at === null || at > startedAt + mostAheadMs ? null : at;
  };
  return {
    rise(alerts: readonly WireAlert[]): void {
      for (const alert of alerts) {
        changedAt = latest(changedAt, readPast(alert.modifiedAt));
        newestAt = latest(newestAt, readPast(alert.triggeredAt));
      }
      if (isFirstPage) firstPageChangedAt = changedAt;
      isFirstPage = false;
    },
    newestAt: () => newestAt,
    /**
     * What is certainly not skipped: an alert of a page already read may have changed before one of a later page did.
     * Up to the first page's latest change nothing can be missed, nor up to well before the reading began.
     */
    changedAt(): number | null {
      if (changedAt === null || firstPageChangedAt === null) return changedAt;
      return Math.min(changedAt, Math.max(firstPageChangedAt, startedAt - 10 * 60_000));
    },
  };
}

export function latest(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.max(a, b);
}
