import * as v from 'valibot';
import { instant, number, text, words } from './wire-parts.ts';

/**
 * One case, as minimal as the queue and the case page need it. No field can make it fail, so a surprise in one field
 * never hides a case.
 */
export const wireCase = v.object({
  _id: text,
  acknowledged: instant,
  assignee: text,
  assignee_name: text,
  /** Documented as a flag, seen as the instant of closing. 0: open. */
  closed: number,
  created_at: instant,
  created_by: text,
  created_by_name: text,
  cust_id: text,
  description: text,
  end_timestamp: instant,
  modified_at: instant,
  modified_by_name: text,
  name: text,
  /** What severity was called before 5.0. */
  priority: text,
  resolution: text,
  score: number,
  severity: text,
  size: number,
  start_timestamp: instant,
  status: text,
  tags: words,
  tenant_group_name: text,
  tenant_name: text,
  ticket_id: text,
  version: text,
});
export type WireCase = v.InferOutput<typeof wireCase>;

export const wireCasePage = v.object({
  data: v.object({ total: number, cases: v.array(v.unknown()) }),
});
export const wireOneCase = v.object({ data: wireCase });
export const wireSummary = v.object({ data: v.string() });
export const wireUsers = v.object({
  data: v.array(v.object({ user_id: text, email: text, name: text })),
});

/** Cases out of a list; what is not even an object is left out. */
export function readCases(items: readonly unknown[]): WireCase[] {
  return items.flatMap(item => {
    const parsed = v.safeParse(wireCase, item);
    return parsed.success ? [parsed.output] : [];
  });
}
