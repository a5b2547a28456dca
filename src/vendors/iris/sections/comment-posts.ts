import * as v from 'valibot';
import type { Block, Post } from '#domain/section.ts';
import { utcStamp } from '../stamps.ts';
import { objectId, text } from '../wire.ts';
import { keyed } from './keyed.ts';
import type { Source } from './source.ts';

/** The six kinds of object that can be commented, by the word of their path. */
export const commentedKinds = ['notes', 'tasks', 'assets', 'timeline/events', 'evidences', 'ioc'] as const;
export type CommentedKind = (typeof commentedKinds)[number];

export const wireComment = v.object({
  comment_id: objectId,
  comment_text: text,
  comment_date: text,
  comment_update_date: text,
  name: text,
  user: text,
});
export type WireComment = v.InferOutput<typeof wireComment>;

/** Oldest first. IRIS does not hold the object against the case, and answers nothing for one that is not there. */
export function listComments(
  source: Source,
  caseId: string,
  kind: CommentedKind,
  id: string,
  signal: AbortSignal,
) {
  return kind === 'timeline/events'
    ? source.list('listEventComments', caseId, null, wireComment, signal, { params: { id } })
    : source.list('listComments', caseId, null, wireComment, signal, { params: { kind, id } });
}

/** The comments of one object as they stand under it; no block where there is none. */
export async function commentsBlock(
  source: Source,
  caseId: string,
  kind: CommentedKind,
  id: string,
  signal: AbortSignal,
): Promise<Block[]> {
  const { rows } = await listComments(source, caseId, kind, id, signal);
  if (rows.length === 0) return [];
  const posts = keyed(rows, comment => comment.comment_id).map(({ key, row }) =>
    toPost(source, key, row, null),
  );
  return [{ kind: 'posts', key: 'comments', title: 'Comments', posts }];
}

export function toPost(source: Source, id: string, comment: WireComment, title: string | null): Post {
  return {
    id,
    title,
    author: comment.name ?? comment.user,
    stamp: source.server(comment.comment_date),
    // At creation both are the server's time; an edit is dated in UTC.
    editedAt:
      comment.comment_update_date === comment.comment_date ? null : utcStamp(comment.comment_update_date),
    text: { format: 'markdown', text: comment.comment_text ?? '' },
    marks: [],
    replyTo: null,
  };
}
