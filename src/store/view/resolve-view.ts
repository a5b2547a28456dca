import type { IndexQuery, InstantKey } from '#domain/queue-index.ts';
import type { DateKey, View } from '#domain/view.ts';

export type Zone = 'utc' | 'local';

const instants: Record<DateKey, InstantKey> = {
  created: 'createdAt',
  updated: 'updatedAt',
  closed: 'closedAt',
  due: 'dueAt',
  expires: 'expiresAt',
};

const unitMs = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A view as a question to the index: ages become instants, days begin and end in the analyst's zone. */
export function resolveView(
  view: View,
  given: { now: number; zone: Zone; me: readonly string[] },
): IndexQuery {
  const ranges: Partial<Record<InstantKey, { from: number | null; to: number | null }>> = {};
  for (const [key, range] of Object.entries(view.dates) as [
    DateKey,
    { from: string | null; to: string | null },
  ][]) {
    ranges[instants[key]] = {
      from: range.from === null ? null : resolveEnd(range.from, 'from', given),
      to: range.to === null ? null : resolveEnd(range.to, 'to', given),
    };
  }
  return { q: view.q, sort: view.sort, facets: view.facets, ranges, me: given.me };
}

function resolveEnd(text: string, end: 'from' | 'to', given: { now: number; zone: Zone }): number {
  const age = /^([+-]\d+)([hdw])$/.exec(text);
  if (age !== null) return given.now + Number(age[1]) * unitMs[age[2] as 'h' | 'd' | 'w'];
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  // The end of a day is the beginning of the next one, so that days of 23 and 25 hours are whole.
  const last = end === 'from' ? day : day + 1;
  const begins =
    given.zone === 'utc' ? Date.UTC(year, month - 1, last) : new Date(year, month - 1, last).getTime();
  return end === 'from' ? begins : begins - 1;
}
