import * as v from 'valibot';
import type { Watermark } from '#domain/vendor.ts';
import { tenantParameters } from './case-source.ts';

const instant = v.pipe(v.number(), v.integer(), v.minValue(0));

const progress = v.object({
  version: v.literal(1),
  /** The keep policy and tenant it was read under: under another one it means nothing. */
  scope: v.string(),
  /** The spelling of the tenant filter that this server honours; null: none, or no tenant is chosen. */
  tenantParameter: v.nullable(v.picklist(tenantParameters)),
  field: v.picklist(['created_at', 'modified_at']),
  /** What is still to be read. */
  pending: v.array(
    v.object({
      from: instant,
      to: instant,
      filter: v.record(v.string(), v.union([v.string(), v.number()])),
      skip: v.optional(instant),
    }),
  ),
  /** Changes up to here are known once `pending` is read. */
  newest: instant,
  known: v.nullable(v.number()),
});

/** How far a pull got. */
export type Progress = v.InferOutput<typeof progress>;

export function writeWatermark(state: Progress): Watermark {
  return JSON.stringify(state);
}

/** null: cannot be read, or was written under another policy; the pull then starts over. */
export function readWatermark(text: Watermark | null, scope: string): Progress | null {
  if (text === null) return null;
  try {
    const parsed = v.safeParse(progress, JSON.parse(text));
    return parsed.success && parsed.output.scope === scope ? parsed.output : null;
  } catch {
    return null;
  }
}
