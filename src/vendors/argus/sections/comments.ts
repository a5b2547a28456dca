import * as v from 'valibot';
import type { SectionPage } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { SectionReader } from '#http/sections.ts';
import { readList } from '../container.ts';
import { type CaseState, toCommentEntry, toPost } from './comment-post.ts';
import { wireComment } from './comments-wire.ts';
import { nextOffset, pageSize, type Source, withKeys } from './source.ts';

/** Where a page begins, and what the comment before it left the case in. */
const place = v.object({
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000)),
  before: v.nullable(v.object({ status: v.nullable(v.string()), priority: v.nullable(v.string()) })),
});

/** Oldest first, as they are written and as a page behind stays where it is when somebody adds one. */
export function createCommentsReader({ call, cases }: Source): SectionReader {
  let mayAskForDeleted = true;

  async function ask(id: string, offset: number, signal: AbortSignal): Promise<unknown> {
    const query = { limit: pageSize, offset, sortBy: 'addedTimestamp' };
    const plain = () => call('comments', { params: { id }, query, signal });
    if (!mayAskForDeleted) return plain();
    try {
      return await call('comments', { params: { id }, query: { ...query, includeDeleted: true }, signal });
    } catch (error) {
      // Seeing what was deleted is for techs.
      if (!(error instanceof VendorError) || !['forbidden', 'invalid'].includes(error.code)) throw error;
      const body = await plain();
      mayAskForDeleted = false;
      return body;
    }
  }

  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const { offset, before } = readPlace(cursor);
    const caseId = await cases.idOf(id, signal);
    const listed = readList(await ask(caseId, offset, signal), wireComment, 'a list of comments');
    const items = withKeys(listed.items, offset);
    const earlier = (index: number): CaseState | null => (index === 0 ? before : (items[index - 1] ?? null));
    const posts = items.map((item, index) => toPost(item, earlier(index), items));
    const next = nextOffset(listed, offset);
    return {
      blocks: posts.length === 0 ? [] : [{ kind: 'posts', key: 'comments', title: null, posts }],
      entries: items.flatMap((item, index) => toCommentEntry(item, earlier(index)) ?? []),
      observables: [],
      count: listed.count,
      next: next === null ? null : JSON.stringify({ offset: next, before: stateOf(items.at(-1)) ?? before }),
    };
  }

  return { read };
}

function stateOf(item: CaseState | undefined): CaseState | null {
  return item === undefined ? null : { status: item.status, priority: item.priority };
}

function readPlace(cursor: string | null): v.InferOutput<typeof place> {
  try {
    const held = v.safeParse(place, JSON.parse(cursor ?? 'null'));
    if (held.success) return held.output;
  } catch {
    // Not a place of ours: from the start.
  }
  return { offset: 0, before: null };
}
