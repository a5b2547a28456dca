import * as v from 'valibot';

const secondsEnd = 1e11;

/** A value that should be text: numbers become text, all else ''. */
const text = v.optional(v.pipe(v.unknown(), v.transform(readText)), '');
const number = v.optional(v.pipe(v.unknown(), v.transform(readNumber)), null);
const instant = v.optional(v.pipe(v.unknown(), v.transform(readInstant)), null);
const words = v.optional(v.pipe(v.unknown(), v.transform(readWords)), []);

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

function readText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

function readNumber(value: unknown): number | null {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || value === '' || typeof value === 'object') return null;
  const read = Number(value);
  return Number.isFinite(read) ? read : null;
}

/** Milliseconds as a rule; seconds and ISO text were seen. 0 is 'never'. */
function readInstant(value: unknown): number | null {
  const read = readNumber(value) ?? (typeof value === 'string' ? Date.parse(value) : Number.NaN);
  if (!Number.isFinite(read) || read <= 0) return null;
  const ms = Math.round(read < secondsEnd ? read * 1000 : read);
  return ms <= lastInstant ? ms : null;
}

/** Beyond it a Date is invalid. */
const lastInstant = 8.64e15;

function readWords(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map(readText).filter(word => word !== '');
}
