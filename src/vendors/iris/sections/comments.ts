import type { Block, Post } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { lostNotice } from './blocks.ts';
import { formatCommentCursor, readCommentCursor } from './comment-cursor.ts';
import { listComments, toPost, type WireComment } from './comment-posts.ts';
import { type Commented, type CommentedObject, readCommented } from './commented-objects.ts';
import { toEntry } from './entry.ts';
import type { Keyed } from './keyed.ts';
import type { Source } from './source.ts';

/** Objects that are asked for their comments with one page: each is a call. */
const pageSize = 25;

type Placed = { comment: WireComment; object: CommentedObject };

/**
 * Comments on all six kinds of object. The export has every one, at once and without the object it is on; so all of
 * them are here with the first page, and each page tells of more of them where they stand.
 */
export function commentsSection(source: Source): SectionReader {
  /** The export that the pages after the first go through. */
  let kept: { caseId: string; commented: Commented } | null = null;

  return {
    async read(caseId, cursor, signal) {
      const { asked, found } = readCommentCursor(cursor);
      const isFirst = cursor === null;
      if (isFirst || kept?.caseId !== caseId) {
        kept = { caseId, commented: await readCommented(source, caseId, signal) };
      }
      const { comments, lost, objects } = kept.commented;
      const open = comments.filter(({ key }) => !found.has(key));
      const end = Math.min(asked + pageSize, objects.length);
      const placed = await place(source, caseId, open, objects.slice(asked, end), signal);
      const known = new Set([...found, ...placed.keys()]);
      const isWhole = known.size >= comments.length || end >= objects.length;
      const posts = comments
        .filter(({ key }) => isFirst || placed.has(key) || (isWhole && !known.has(key)))
        .map(item => toPlacedPost(source, item, placed.get(item.key), isWhole));
      return {
        blocks: [
          ...(posts.length === 0
            ? []
            : [{ kind: 'posts', key: 'comments', title: null, posts } satisfies Block]),
          ...progress(comments.length - known.size, objects.length - end, isWhole, isFirst),
          ...(isFirst ? lostNotice(lost, 'comments') : []),
        ],
        entries: isFirst ? comments.flatMap(item => toCommentEntry(source, item, placed.get(item.key))) : [],
        observables: [],
        count: comments.length,
        next: isWhole ? null : formatCommentCursor({ asked: end, found: known }),
      };
    },
  };
}

/** Where comments stand, by their ids. Asks no further once all are found; others on the same IOC are of other cases. */
async function place(
  source: Source,
  caseId: string,
  open: readonly Keyed<WireComment>[],
  objects: readonly CommentedObject[],
  signal: AbortSignal,
): Promise<Map<string, Placed>> {
  const wanted = new Set(open.map(({ key }) => key));
  const placed = new Map<string, Placed>();
  await source.each(objects, signal, async object => {
    if (placed.size === wanted.size) return;
    const { rows } = await listComments(source, caseId, object.kind, object.id, signal);
    for (const comment of rows) {
      const id = comment.comment_id;
      if (id !== null && wanted.has(id)) placed.set(id, { comment, object });
    }
  });
  return placed;
}

function toPlacedPost(
  source: Source,
  { key, row }: Keyed<WireComment>,
  placed: Placed | undefined,
  isWhole: boolean,
): Post {
  if (placed !== undefined) return toPost(source, key, placed.comment, `On ${placed.object.label}`);
  const text = isWhole ? 'IRIS does not say what it is on' : 'What it is on is not read yet';
  return { ...toPost(source, key, row, null), marks: [{ text, tone: isWhole ? 'quiet' : 'wait' }] };
}

/** Replaced by that of the next page. */
function progress(open: number, unasked: number, isWhole: boolean, isFirst: boolean): Block[] {
  if (isWhole && isFirst) return [];
  const count = (value: number, word: string) =>
    `${value.toLocaleString('en')} ${value === 1 ? word : `${word}s`}`;
  const text = isWhole
    ? 'What each comment is on was read as far as IRIS says.'
    : `All comments are here. Of ${count(open, 'comment')} it is not read yet what ${open === 1 ? 'it is' : 'they are'} on: ${count(unasked, 'object')} of the case may still be asked.`;
  return [{ kind: 'notice', key: 'progress', text }];
}

function toCommentEntry(
  source: Source,
  { key, row }: Keyed<WireComment>,
  placed: Placed | undefined,
): TimelineEntry[] {
  const stamp = source.server(row.comment_date);
  if (stamp === null) return [];
  const text = row.comment_text ?? '';
  return [
    toEntry({
      id: `comment-${key}`,
      kind: 'comment',
      stamp,
      actor: row.name,
      action: placed === undefined ? 'wrote' : 'commented on',
      subject: placed?.object.label ?? 'a comment',
      body: text.trim() === '' ? null : { format: 'markdown', text },
      section: 'comments',
    }),
  ];
}
