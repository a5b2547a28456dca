import * as v from 'valibot';
import type { KeepPolicy } from '#domain/connection.ts';
import type { Watermark } from '#domain/vendor.ts';

const keep = v.union([v.literal('all'), v.object({ closedDays: v.number() })]);

/** Reading all that the keep policy holds, span after span, page after page. */
const listing = v.object({
  kind: v.literal('listing'),
  keep,
  startedAt: v.number(),
  /** What is asked for once all is here: the newest change that the very first page showed. Epoch ms. */
  changedSince: v.nullable(v.number()),
  /** Index of the span that is read, and the next page of it. */
  span: v.picklist([0, 1]),
  pageNumber: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What the vendor counted in each span, the current one last. */
  totals: v.array(v.nullable(v.number())),
});
export type Listing = v.InferOutput<typeof listing>;

/** All is here; what changed since is asked for. */
const following = v.object({
  kind: v.literal('following'),
  keep,
  changedSince: v.number(),
  /** When all was read for the last time. */
  listedAt: v.number(),
});
export type Following = v.InferOutput<typeof following>;

const mark = v.variant('kind', [listing, following]);

export function formatMark(state: Listing | Following): Watermark {
  return JSON.stringify(state);
}

/** null: start over. So it is with a mark that cannot be read or was made under another keep policy. */
export function readMark(watermark: Watermark | null, wanted: KeepPolicy): Listing | Following | null {
  if (watermark === null) return null;
  try {
    const { success, output } = v.safeParse(mark, JSON.parse(watermark));
    return success && isSameKeep(output.keep, wanted) ? output : null;
  } catch {
    return null;
  }
}

function isSameKeep(left: KeepPolicy, right: KeepPolicy): boolean {
  if (left === 'all' || right === 'all') return left === right;
  return left.closedDays === right.closedDays;
}
