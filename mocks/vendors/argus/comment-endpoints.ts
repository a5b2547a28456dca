import * as v from 'valibot';
import { type Access, openCase, requireTech } from './access.ts';
import { addComment } from './add-comment.ts';
import { accessDenied, invalid, notFound, one, Refusal } from './container.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { CaseRecord, Comment } from './records.ts';
import { renderComment } from './render.ts';
import { cleanHtml } from './safe-html.ts';
import { commit, isDeleted } from './state.ts';

const path = '/cases/v2/case/:id/comments';
const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(100_000));
const addBody = v.strictObject({
  comment: text,
  asReplyTo: v.nullish(v.string()),
  internal: v.nullish(v.boolean()),
  originEmailAddress: v.nullish(v.string()),
  associatedAttachmentID: v.nullish(v.string()),
  notification: v.nullish(
    v.strictObject({ skipEmail: v.nullish(v.boolean()), skipSMS: v.nullish(v.boolean()) }),
  ),
});

export const commentEndpoints: readonly Endpoint[] = [
  { method: 'get', path, run: listComments },
  { method: 'post', path, run: postComment },
  { method: 'put', path: `${path}/:commentId`, run: editComment },
  { method: 'delete', path: `${path}/:commentId`, run: deleteComment },
];

/** Oldest first unless sorted. `beforeComment` and `afterComment` are cursors by comment id. */
function listComments({ world, caller, params, query }: EndpointCall) {
  const { record, access } = openCase(world, caller, params['id'], 'read');
  let shown = record.comments.filter(comment => isShown(comment, access, query));
  shown.sort((left, right) => left.addedTimestamp - right.addedTimestamp);
  const before = query.get('beforeComment');
  if (before !== null) shown = shown.slice(0, indexOf(shown, 'beforeComment', before));
  const after = query.get('afterComment');
  if (after !== null) shown = shown.slice(indexOf(shown, 'afterComment', after) + 1);
  const sortBy = query.get('sortBy') ?? 'addedTimestamp';
  if (!/^-?addedTimestamp$/.test(sortBy)) {
    throw new Refusal(412, invalid('sortBy', sortBy, 'Not a field to sort by'));
  }
  if (sortBy.startsWith('-')) shown.reverse();
  return toList(world, shown, readPage(query), comment => renderComment(world, comment));
}

/** Internal comments and deleted ones are for those with role tech. */
function isShown(comment: Comment, access: Access, query: URLSearchParams): boolean {
  if (isDeleted(comment) && (access.role === 'user' || query.get('includeDeleted') !== 'true')) return false;
  return access.role !== 'user' || !comment.flags.includes('INTERNAL');
}

function indexOf(comments: readonly Comment[], field: string, id: string): number {
  const index = comments.findIndex(comment => comment.id === id);
  if (index < 0) throw new Refusal(412, invalid(field, id, 'Unknown comment'));
  return index;
}

async function postComment({ world, caller, params, read }: EndpointCall) {
  const { record, access } = openCase(world, caller, params['id'], 'write');
  const body = await read(addBody);
  if (body.internal === true) requireTech(access);
  if (body.asReplyTo != null) indexOf(record.comments, 'asReplyTo', body.asReplyTo);
  const attachment = record.attachments.find(item => item.id === body.associatedAttachmentID);
  if (body.associatedAttachmentID != null && attachment === undefined) {
    throw new Refusal(
      412,
      invalid('associatedAttachmentID', body.associatedAttachmentID, 'Unknown attachment'),
    );
  }
  const comment = addComment(world, record, caller.user, body.comment, {
    isInternal: body.internal === true,
    asReplyTo: body.asReplyTo,
    originEmailAddress: body.originEmailAddress,
    attachment: attachment === undefined ? undefined : { id: attachment.id, name: attachment.name },
  });
  commit(
    world,
    record,
    caller.user,
    'addComment',
    [{ field: 'comment', value: comment.id, previousValue: null }],
    comment.flags,
  );
  return one(renderComment(world, comment), 201);
}

async function editComment({ world, caller, params, read }: EndpointCall) {
  const { record, access } = openCase(world, caller, params['id'], 'write');
  const comment = requireComment(record, params['commentId'], access);
  if (comment.addedByUser.id !== caller.user.id) throw new Refusal(403, accessDenied);
  comment.comment = cleanHtml((await read(v.strictObject({ comment: text }))).comment);
  commit(world, record, caller.user, 'updateComment', [
    { field: 'comment', value: comment.id, previousValue: comment.id },
  ]);
  comment.lastUpdatedTimestamp = record.lastUpdatedTimestamp;
  return one(renderComment(world, comment));
}

/** Soft: the comment stays, flagged, and is answered. */
function deleteComment({ world, caller, params }: EndpointCall) {
  const { record, access } = openCase(world, caller, params['id'], 'write');
  requireTech(access);
  const comment = requireComment(record, params['commentId'], access);
  if (!isDeleted(comment)) {
    comment.flags.push('DELETED');
    commit(world, record, caller.user, 'deleteComment', [
      { field: 'comment', value: null, previousValue: comment.id },
    ]);
  }
  return one(renderComment(world, comment));
}

function requireComment(record: CaseRecord, id: string | undefined, access: Access): Comment {
  const comment = record.comments.find(item => item.id === id);
  const isHidden = access.role === 'user' && comment?.flags.includes('INTERNAL') === true;
  if (comment === undefined || isHidden) throw notFound('Comment', id ?? '');
  return comment;
}
