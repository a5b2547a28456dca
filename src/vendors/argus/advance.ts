import { isLastPage, type Listed } from './container.ts';
import { overlapMs } from './criteria.ts';
import type { Mark, Phase } from './watermark.ts';
import type { WireCase } from './wire.ts';

const following: Record<Phase, Phase> = {
  all: 'tags',
  open: 'closed',
  closed: 'tags',
  tags: 'changes',
  changes: 'changes',
};
/** More than this many rows at once are read again rather than remembered. */
const maxSeen = 500;

/** The mark after a page: the next page of the phase, or the beginning of the next one. */
export function advance(mark: Mark, page: Listed<WireCase>, now: number): Mark {
  const isCounting = mark.phase === 'all' || mark.phase === 'open' || mark.phase === 'closed';
  const isFirstPage = mark.before === null && mark.offset === 0;
  // Never later than now: one case dated in the future must not hide all real changes.
  const nextSince = mark.nextSince ?? Math.min(now, findNewest(mark, page));
  const read = {
    ...mark,
    known: isCounting && isFirstPage ? addCounts(mark.known, page.count) : mark.known,
    nextSince,
    seen: { ...mark.seen, ...toSeen(page.items, nextSince - overlapMs) },
  };
  if (!isLastPage(page, mark.offset)) return { ...read, ...nextPage(mark, page) };
  const phase = following[mark.phase];
  const next = { ...read, phase, before: null, offset: 0 };
  return phase === 'changes' ? endRound(next, nextSince) : next;
}

/** What changes from here on is asked for by the next pull. */
function endRound(mark: Mark, changedSince: number): Mark {
  const recent = Object.entries(mark.seen).filter(([, at]) => at >= changedSince - overlapMs);
  return {
    ...mark,
    changedSince,
    nextSince: null,
    seen: recent.length > maxSeen ? {} : Object.fromEntries(recent),
  };
}

/**
 * Pages go down by time, not by number: a case that is updated meanwhile moves to the top and is found as a change,
 * and one that leaves the list shifts nothing past us. Where a page moves no further down (more rows in one
 * millisecond than a page holds, or a filter that is not honoured), it goes on by number.
 */
function nextPage(mark: Mark, page: Listed<WireCase>): Pick<Mark, 'before' | 'offset'> {
  const last = page.items.at(-1)?.lastUpdatedTimestamp ?? null;
  const before = last === null ? null : last + 1;
  if (before === null || (mark.before !== null && before >= mark.before)) {
    return { before: mark.before, offset: mark.offset + page.size };
  }
  return { before, offset: 0 };
}

function findNewest(mark: Mark, { items }: Listed<WireCase>): number {
  const instants = items.map(item => item.lastUpdatedTimestamp).filter(at => at !== null);
  if (instants.length === 0) return mark.changedSince;
  const newest = Math.max(...instants);
  return mark.phase === 'changes' ? Math.max(newest, mark.changedSince) : newest;
}

function addCounts(known: number | null, count: number | null): number | null {
  return known === null || count === null ? null : known + count;
}

function toSeen(items: readonly WireCase[], from: number): Record<string, number> {
  const pairs = items.flatMap(({ id, lastUpdatedTimestamp: at }) =>
    at !== null && at >= from ? [[id, at] as const] : [],
  );
  return Object.fromEntries(pairs);
}
