import type { AdapterContext, PullPage, PullRequest } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import { advance } from './advance.ts';
import { type Listed, readCases } from './container.ts';
import { toCriteria } from './criteria.ts';
import { isDeleted, toRow } from './mapping.ts';
import type { operations } from './operations.ts';
import { readTagsOf } from './read-tags.ts';
import { type Mark, type Phase, readMark } from './watermark.ts';
import type { WireCase } from './wire.ts';

/** The first page is small, to be on screen soon. Pages with tags cost a call per row. */
const pageSizes = { first: 100, list: 500, tags: 40, changes: 100 } as const;

/** Reads a mark's phases page by page; the mark of each page is fit to go on from. */
export function createPull(context: AdapterContext, call: Call<typeof operations>) {
  /** Seeing deleted cases is a privilege, found out by asking. */
  let mayAskForDeleted = true;

  async function search(mark: Mark, signal: AbortSignal): Promise<Listed<WireCase>> {
    const body = { ...toCriteria(mark), limit: limitOf(mark) };
    const read = async (extra: { includeDeleted?: true }) =>
      readCases(await call('search', { body: { ...body, ...extra }, signal }));
    if (mark.phase !== 'changes' || !mayAskForDeleted) return read({});
    try {
      return await read({ includeDeleted: true });
    } catch (error) {
      if (!(error instanceof VendorError && error.code === 'forbidden')) throw error;
      const page = await read({});
      mayAskForDeleted = false;
      return page;
    }
  }

  /** How many cases there are now under the policy. */
  async function countAgain(mark: Mark, signal: AbortSignal): Promise<number | null> {
    const phases: Phase[] = mark.keep === 'all' ? ['all'] : ['open', 'closed'];
    let sum = 0;
    for (const phase of phases) {
      const body = { ...toCriteria({ ...mark, phase, before: null, offset: 0 }), limit: 1 };
      const { count } = readCases(await call('search', { body, signal }));
      if (count === null) return null;
      sum += count;
    }
    return sum;
  }

  return async function* pull({ since, keep, signal }: PullRequest): AsyncGenerator<PullPage, void, void> {
    let mark = readMark(since, keep, context.now());
    let hasNews = false;
    for (;;) {
      const { phase } = mark;
      const page = await search(mark, signal);
      const fresh = page.items.filter(item => phase !== 'changes' || isFresh(item, mark));
      const there = fresh.filter(item => !isDeleted(item));
      const isTagged = phase === 'tags' || phase === 'changes';
      const tags = await readTagsOf(call, isTagged ? there.map(item => item.id) : [], signal);

      mark = advance(mark, page, context.now());
      hasNews ||= phase === 'changes' && fresh.length > 0;
      const isThrough = mark.phase === 'changes' && mark.nextSince === null;
      if (isThrough && hasNews) mark = { ...mark, known: await countAgain(mark, signal) };
      yield {
        rows: there.map(item => toRow(context.connection.id, item, tags.get(item.id) ?? [])),
        gone: fresh.filter(isDeleted).map(item => item.id),
        known: mark.known,
        isKnownPartial: mark.known !== null && phase === 'open',
        watermark: JSON.stringify(mark),
        isCaughtUp: isThrough,
      };
      if (isThrough) return;
    }
  };
}

function limitOf({ phase, nextSince }: Mark): number {
  if (phase === 'tags' || phase === 'changes') return pageSizes[phase];
  return nextSince === null ? pageSizes.first : pageSizes.list;
}

function isFresh(item: WireCase, { seen }: Mark): boolean {
  return item.lastUpdatedTimestamp === null || seen[item.id] !== item.lastUpdatedTimestamp;
}
