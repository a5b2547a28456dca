import type { PullPage, PullRequest } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { isKept } from './keep.ts';
import type { Page } from './pages.ts';
import type { Reader } from './reader.ts';
import { createTide, latest, type Mark, writeMark } from './watermark.ts';
import type { WireAlert } from './wire.ts';

/** Small, so that something is on screen soon. */
const firstPageSize = 200;

/**
 * The whole list, oldest first: the first pull, and every so often again ("repeat the original request" is the vendor's
 * own way to find what was removed). `resume` continues a first pull that was cut off.
 */
export async function* readAll(
  reader: Reader,
  request: PullRequest,
  options: { isFirst: boolean; resume: Extract<Mark, { kind: 'reading' }> | null },
): AsyncGenerator<PullPage, void, void> {
  const { api, parents, context } = reader;
  const { signal, keep } = request;
  const { isFirst, resume } = options;
  const startedAt = context.now();
  const tide = createTide(startedAt);
  const ids: string[] = [];
  const start = resume?.after ?? null;
  let read = resume?.read ?? 0;
  let isDamaged = false;

  const pages = api.alertPages({ after: start, firstSize: firstPageSize }, signal);
  // Detections are needed before the first row can be named; both are asked for at once.
  const [first] = await Promise.all([firstOf(pages, start), parents.reload(signal)]);
  if (first === 'refused') {
    yield* readAll(reader, request, { isFirst, resume: null });
    return;
  }
  for (let page = first; page !== null; ) {
    const rows = await reader.toRows(page.items, signal);
    tide.rise(page.items);
    const kept = rows.filter(row => isKept(row, keep, startedAt));
    read += kept.length;
    for (const row of kept) ids.push(row.id);
    const isLast = page.after === null;
    isDamaged ||= page.isDamaged;
    // What could not be read is still there.
    const isWhole = isLast && !page.isCut && !isDamaged && start === null;
    const changedAt = resume === null ? tide.changedAt() : resume.changedAt;
    const newestAt = latest(resume?.newestAt ?? null, tide.newestAt());
    yield {
      rows: kept,
      gone: [],
      ...(isWhole ? { complete: ids } : {}),
      known: isLast ? read : null,
      isKnownPartial: page.isCut,
      watermark: writeMark(
        isLast
          ? {
              kind: 'caught-up',
              keep,
              changedAt,
              newestAt,
              known: read,
              sweptAt: start === null ? startedAt : 0,
            }
          : { kind: 'reading', keep, after: page.after, read, changedAt, newestAt },
      ),
      isCaughtUp: isLast || !isFirst,
    };
    const next = isLast ? null : await pages.next();
    page = next === null || next.done === true ? null : next.value;
  }
}

/** The first page; 'refused' when the cursor to start at is not accepted, as its alert is gone. */
async function firstOf(
  pages: AsyncGenerator<Page<WireAlert>, void, void>,
  start: string | null,
): Promise<Page<WireAlert> | 'refused' | null> {
  try {
    const { value } = await pages.next();
    return value ?? null;
  } catch (error) {
    if (start !== null && error instanceof VendorError && error.code === 'invalid') return 'refused';
    throw error;
  }
}
