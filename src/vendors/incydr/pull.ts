import type { QueueRow } from '#domain/case.ts';
import type { KeepPolicy } from '#domain/connection.ts';
import type { PullPage, PullRequest } from '#domain/vendor.ts';
import { type Following, formatMark, type Listing, readMark } from './watermark.ts';

const dayMs = 86_400_000;
/** Changes are asked for from this much before the newest one seen, as they may be stored out of order. */
const overlapMs = 300_000;
/** A deleted case shows in no list of changes, so all is read again after this long. */
const relistMs = dayMs;
const pageSize = 500;

/** A part of the tenant's cases, as the list call filters it. Instants are epoch ms. */
export type Span = { statuses: readonly string[]; updated: { from: number; to: number } | null };

export type CasePage = {
  rows: readonly QueueRow[];
  /** Cases the vendor sent, whether they could be read or not. */
  received: number;
  /** Cases in the whole span; null when not told. */
  total: number | null;
};

export type CaseSource = {
  /** Newest change first. */
  readPage(span: Span, pageNumber: number, pageSize: number, signal: AbortSignal): Promise<CasePage>;
  now: () => number;
};

export async function* pullCases(
  source: CaseSource,
  request: PullRequest,
): AsyncGenerator<PullPage, void, void> {
  const now = source.now();
  const mark = readMark(request.since, request.keep);
  if (mark?.kind === 'following' && now - mark.listedAt < relistMs) {
    yield* follow(source, mark, request.signal);
    return;
  }
  yield* list(source, mark?.kind === 'listing' ? mark : startListing(request.keep, now), request.signal);
}

function startListing(keep: KeepPolicy, startedAt: number): Listing {
  return { kind: 'listing', keep, startedAt, changedSince: null, span: 0, pageNumber: 1, totals: [] };
}

/** Open cases first, then what was closed lately: a case closed in between comes in the second span. */
function spansOf(keep: KeepPolicy, startedAt: number): readonly Span[] {
  if (keep === 'all') return [{ statuses: [], updated: null }];
  const updated = { from: startedAt - keep.closedDays * dayMs, to: startedAt + dayMs };
  return [
    { statuses: ['OPEN'], updated: null },
    { statuses: ['CLOSED', 'ARCHIVED'], updated },
  ];
}

async function* list(
  source: CaseSource,
  from: Listing,
  signal: AbortSignal,
): AsyncGenerator<PullPage, void, void> {
  const spans = spansOf(from.keep, from.startedAt);
  const isWhole = from.totals.length === 0;
  const ids = new Set<string>();
  let mark = from;
  for (;;) {
    const span = spans[mark.span];
    if (span === undefined) return;
    const page = await source.readPage(span, mark.pageNumber, pageSize, signal);
    for (const row of page.rows) ids.add(row.id);

    const left = countLeft(mark.totals[mark.span] ?? null, page.total);
    const totals = [...mark.totals.slice(0, mark.span), page.total];
    const changedSince = mark.changedSince ?? newest(page.rows, mark.startedAt) ?? mark.startedAt - dayMs;
    const isSpanRead = left === 0 && isLastPage(page, mark.pageNumber);
    const isLast = isSpanRead && mark.span === spans.length - 1;
    const known = sum(totals);
    // There are two spans at most.
    const step: Pick<Listing, 'span' | 'pageNumber'> = isSpanRead
      ? { span: 1, pageNumber: 1 }
      : { span: mark.span, pageNumber: nextPage(mark.pageNumber, left) };
    const next: Listing | Following = isLast
      ? { kind: 'following', keep: mark.keep, changedSince, listedAt: mark.startedAt }
      : { ...mark, ...step, changedSince, totals };
    yield {
      rows: page.rows,
      gone: [],
      ...(isLast && isWhole && known === ids.size ? { complete: [...ids] } : {}),
      known,
      isKnownPartial: known !== null && totals.length < spans.length,
      watermark: formatMark(next),
      isCaughtUp: isLast,
    };
    if (next.kind === 'following') return;
    mark = next;
  }
}

function isLastPage(page: CasePage, pageNumber: number): boolean {
  return page.received < pageSize || (page.total !== null && pageNumber * pageSize >= page.total);
}

/** How many cases left the span between two pages: those behind them moved up, over the edge of a page. */
function countLeft(before: number | null, total: number | null): number {
  return before === null || total === null ? 0 : Math.max(0, before - total);
}

/** Goes back as far as cases moved up. */
function nextPage(pageNumber: number, left: number): number {
  return left === 0 ? pageNumber + 1 : Math.max(1, pageNumber - Math.ceil(left / pageSize));
}

async function* follow(
  source: CaseSource,
  mark: Following,
  signal: AbortSignal,
): AsyncGenerator<PullPage, void, void> {
  const now = source.now();
  const updated = { from: Math.min(now, mark.changedSince) - overlapMs, to: now + dayMs };
  let changedSince = mark.changedSince;
  for (let pageNumber = 1; ; pageNumber += 1) {
    const page = await source.readPage({ statuses: [], updated }, pageNumber, pageSize, signal);
    // The first page has the newest change; until the last page is here, the old mark stays.
    if (pageNumber === 1) changedSince = Math.max(changedSince, newest(page.rows, now) ?? 0);
    const isLast = page.received < pageSize;
    const hasChanges = changedSince > mark.changedSince;
    const known = isLast && hasChanges ? await count(source, mark.keep, signal) : null;
    yield {
      rows: page.rows,
      gone: [],
      known,
      isKnownPartial: false,
      watermark: formatMark(isLast ? { ...mark, changedSince } : mark),
      isCaughtUp: isLast,
    };
    if (isLast) return;
  }
}

/** How many cases the keep policy holds now; null when not told. */
async function count(source: CaseSource, keep: KeepPolicy, signal: AbortSignal): Promise<number | null> {
  const totals: (number | null)[] = [];
  for (const span of spansOf(keep, source.now()))
    totals.push((await source.readPage(span, 1, 1, signal)).total);
  return sum(totals);
}

/** Never later than now: one case dated in the future must not hide all real changes. */
function newest(rows: readonly QueueRow[], now: number): number | null {
  const instants = rows.map(row => row.updatedAt).filter(at => at !== null);
  return instants.length === 0 ? null : Math.min(now, Math.max(...instants));
}

function sum(totals: readonly (number | null)[]): number | null {
  let whole = 0;
  for (const total of totals) {
    if (total === null) return null;
    whole += total;
  }
  return whole;
}
