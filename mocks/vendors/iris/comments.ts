import { fail, ok } from './answer.ts';
import { toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import { type CommentedKind, commentedKinds, type IrisComment } from './records.ts';
import type { Call, Route } from './router.ts';
import { findUser, localClock, remove } from './state.ts';

/** Comments on every kind of object. Those of events live under `timeline/events`; `events` alone is a 404. */
export const commentRoutes: readonly Route[] = commentedKinds.flatMap(kind => {
  const base = `/case/${kind}/{id}/comments`;
  const routes: Route[] = [
    { method: 'GET', path: `${base}/list`, guard: 'read', handle: call => listComments(call, kind) },
    { method: 'GET', path: `${base}/{comment}`, guard: 'read', handle: call => getComment(call, kind) },
    { method: 'POST', path: `${base}/add`, guard: 'full', handle: call => addComment(call, kind) },
    {
      method: 'POST',
      path: `${base}/{comment}/edit`,
      guard: 'full',
      handle: call => editComment(call, kind),
    },
    {
      method: 'POST',
      path: `${base}/{comment}/delete`,
      guard: 'full',
      handle: call => deleteComment(call, kind),
    },
  ];
  return routes;
});

/** Oldest first. The object is not held against `cid`, and one that is not there has no comments. */
function listComments(call: Call, kind: CommentedKind) {
  const own = call.state.comments.filter(
    comment => comment.kind === kind && comment.objectId === call.params['id'],
  );
  own.sort((one, other) => one.addedAt - other.addedAt || one.id - other.id);
  return ok(own.map(comment => toRow(call, comment)));
}

function toRow(call: Call, comment: IrisComment) {
  const author = findUser(call.state, comment.userId);
  return {
    comment_date: rfc1123(comment.addedAt),
    comment_id: comment.id,
    comment_text: comment.text,
    comment_update_date: rfc1123(comment.changedAt),
    comment_uuid: comment.uuid,
    name: author.name,
    user: author.login,
  };
}

function toAnswer(comment: IrisComment) {
  return {
    comment_case_id: comment.caseId,
    comment_date: isoNaive(comment.addedAt),
    comment_id: comment.id,
    comment_text: comment.text,
    comment_update_date: isoNaive(comment.changedAt),
    comment_user_id: comment.userId,
    comment_uuid: comment.uuid,
  };
}

function find(call: Call, kind: CommentedKind): IrisComment | undefined {
  const { comment: commentId, id } = call.params;
  return call.state.comments.find(
    item => item.id === commentId && item.kind === kind && item.objectId === id,
  );
}

function getComment(call: Call, kind: CommentedKind) {
  const comment = find(call, kind);
  return comment === undefined ? fail('Invalid comment ID') : ok(toRow(call, comment));
}

const words: Partial<Record<CommentedKind, string>> = { assets: 'Asset commented', tasks: 'Task commented' };

/** No text is text enough. The answer has no author's name, and no list counts it. */
function addComment(call: Call, kind: CommentedKind) {
  const { state, caseId, user } = call;
  const comment: IrisComment = {
    id: state.nextId('comment'),
    uuid: state.uuid(),
    kind,
    objectId: call.params['id'] ?? 0,
    caseId,
    userId: user.id,
    text: toText(call.body()['comment_text']),
    // The source forgot UTC at creation, not at edits.
    addedAt: localClock(state),
    changedAt: localClock(state),
  };
  state.comments.push(comment);
  return ok(toAnswer(comment), words[kind] ?? 'Event commented');
}

/** Whoever may write in the case may rewrite anybody's comment; the author's name stays. */
function editComment(call: Call, kind: CommentedKind) {
  const comment = find(call, kind);
  if (comment === undefined) return fail('Invalid comment ID');
  comment.text = toText(call.body()['comment_text']);
  comment.changedAt = call.state.now();
  return ok(toAnswer(comment), 'Comment edited');
}

function deleteComment(call: Call, kind: CommentedKind) {
  const comment = find(call, kind);
  if (comment === undefined || comment.userId !== call.user.id) {
    return fail('You are not allowed to delete this comment');
  }
  remove(call.state.comments, item => item === comment);
  return ok([], 'Comment deleted');
}
