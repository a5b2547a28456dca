import * as v from 'valibot';
import type { Watermark } from '#domain/vendor.ts';
import type { WireListedCase } from './wire.ts';

/** What is known of one case: a print of its list row, and when the case itself was read (epoch s; 0: never). */
type Seen = { print: string; readAt: number };
export type SeenCases = ReadonlyMap<string, Seen>;

const mark = v.object({
  version: v.literal(1),
  cases: v.record(v.string(), v.tuple([v.string(), v.number()])),
});

/** About 30 bytes a case. */
export function formatMark(seen: SeenCases): Watermark {
  const cases = Object.fromEntries([...seen].map(([id, { print, readAt }]) => [id, [print, readAt]]));
  return JSON.stringify({ version: 1, cases });
}

/** Empty: start over. */
export function readMark(watermark: Watermark | null): SeenCases {
  try {
    const parsed = v.safeParse(mark, JSON.parse(watermark ?? 'null'));
    if (!parsed.success) return new Map();
    return new Map(
      Object.entries(parsed.output.cases).map(([id, [print, readAt]]) => [id, { print, readAt }]),
    );
  } catch {
    return new Map();
  }
}

/** A short print (FNV-1a, twice with different starts) of everything the list says of a case. */
export function printOf(listed: WireListedCase): string {
  const text = JSON.stringify(listed);
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}

function hash(text: string, start: number): string {
  let value = start;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
