/** How long a `Retry-After` header asks to wait; undefined when it says nothing usable (past, garbage, none). */
export function readRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) === 0 ? undefined : Number(text) * 1000;
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) || at <= now ? undefined : at - now;
}
