import PQueue from 'p-queue';
import type { QueueRow } from '#domain/case.ts';
import type { KeepPolicy } from '#domain/connection.ts';
import type { PullPage, PullRequest } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { IrisApi } from './api.ts';
import { readListDay } from './dates.ts';
import { toListedRow, toRow } from './mapping.ts';
import { formatMark, printOf, readMark } from './watermark.ts';
import type { WireListedCase } from './wire.ts';

const dayMs = 86_400_000;
/** One place of three stays free for somebody who opens a case. */
const readsAtOnce = 2;
/** Cases to a page: about a second of a slow server. */
const pageSize = 24;
/** Cases read again in each pull although the list says nothing new of them. */
const againOpen = 20;
const againClosed = 4;

export type PullSource = {
  connectionId: string;
  api: Pick<IrisApi, 'listCases' | 'getCase'>;
  now: () => number;
};

/**
 * One list gives every case at once, without outcome, tags and times, and says of none when it changed. So:
 * rows that are new appear at once with what the list says; then cases are read one by one where the list's own words
 * changed, and of the others the open and closed ones that were read longest ago, a few in each pull.
 * The list is whole each time, so what is not in it is gone: deleted, or no longer for this key.
 */
export async function* pullCases(
  source: PullSource,
  request: PullRequest,
): AsyncGenerator<PullPage, void, void> {
  const { connectionId, api, now } = source;
  const before = readMark(request.since);
  const { cases, isWhole } = await api.listCases(request.signal);
  const listed = cases.filter(item => isKept(item, request.keep, now()));
  const seen = new Map(
    listed.map(item => {
      const print = printOf(item);
      const known = before.get(item.case_id);
      return [item.case_id, { print, readAt: known?.print === print ? known.readAt : 0 }];
    }),
  );
  const isNew = (item: WireListedCase) => !before.has(item.case_id);
  const waiting = chooseReads(listed, seen);
  const page = (rows: readonly QueueRow[]): PullPage => ({
    rows,
    gone: [],
    ...(isWhole ? { complete: listed.map(item => item.case_id) } : {}),
    known: listed.length,
    isKnownPartial: !isWhole,
    watermark: formatMark(seen),
    isCaughtUp: waiting.length === 0,
  });

  yield page(listed.filter(isNew).map(item => toListedRow(connectionId, item)));
  while (waiting.length > 0) {
    const rows = await readCases(source, waiting.splice(0, pageSize), request.signal);
    for (const { id } of rows) {
      const entry = seen.get(id);
      if (entry !== undefined) entry.readAt = Math.floor(now() / 1000);
    }
    yield page(rows);
  }
}

/** A closing day has no hour: the case is kept until the whole day is too old. */
function isKept(item: WireListedCase, keep: KeepPolicy, now: number): boolean {
  const closedAt = readListDay(item.case_close_date);
  return keep === 'all' || closedAt === null || closedAt + dayMs >= now - keep.closedDays * dayMs;
}

/** Never read or changed first, open before closed and new before old; then those read longest ago. */
function chooseReads(
  listed: readonly WireListedCase[],
  seen: ReadonlyMap<string, { readAt: number }>,
): string[] {
  const readAt = (item: WireListedCase) => seen.get(item.case_id)?.readAt ?? 0;
  const isOpen = (item: WireListedCase) => readListDay(item.case_close_date) === null;
  const newestFirst = [...listed].sort((one, other) => Number(other.case_id) - Number(one.case_id));
  const due = newestFirst.filter(item => readAt(item) === 0);
  const rest = newestFirst.filter(item => readAt(item) > 0).sort((one, other) => readAt(one) - readAt(other));
  const chosen = [
    ...due.filter(isOpen),
    ...due.filter(item => !isOpen(item)),
    ...rest.filter(isOpen).slice(0, againOpen),
    ...rest.filter(item => !isOpen(item)).slice(0, againClosed),
  ];
  return chosen.map(item => item.case_id);
}

/**
 * A case that IRIS breaks at (403 since the list was read, an HTML 500 for this one) keeps the row it has and is asked
 * for again in the next pull. Everything else ends this one, and so does a page of nothing but failures.
 */
async function readCases(
  { api, connectionId }: PullSource,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<QueueRow[]> {
  const queue = new PQueue({ concurrency: readsAtOnce });
  let failed = 0;
  const reads = queue.addAll(
    ids.map(id => async () => {
      try {
        return toRow(connectionId, await api.getCase(id, signal));
      } catch (error) {
        if (!isOfThisCase(error)) throw error;
        failed += 1;
        if (failed === ids.length && ids.length > 1) throw error;
        return null;
      }
    }),
    { signal },
  );
  const rows = await reads.finally(() => queue.clear());
  return rows.filter(row => row !== null);
}

function isOfThisCase(error: unknown): boolean {
  return error instanceof VendorError && [403, 404, 500].includes(error.status ?? 0);
}
