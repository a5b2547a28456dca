import type { CaseRecord, Comment, User } from './records.ts';
import { cleanHtml } from './safe-html.ts';
import type { ArgusWorld } from './state.ts';

type CommentExtras = {
  isInternal: boolean;
  asReplyTo?: string | null | undefined;
  originEmailAddress?: string | null | undefined;
  attachment?: { id: string; name: string } | undefined;
};

/** A comment carries the status and priority that the case has with it. */
export function addComment(
  world: ArgusWorld,
  record: CaseRecord,
  user: User,
  text: string,
  extras: CommentExtras,
): Comment {
  const isTech = user.customer.id !== record.customer.id;
  const comment: Comment = {
    id: world.createUuid(),
    addedTimestamp: Math.max(world.now(), record.lastUpdatedTimestamp),
    addedByUser: user,
    comment: cleanHtml(text),
    flags: [...(isTech ? ['SUBMITTED_BY_TECH'] : []), ...(extras.isInternal ? ['INTERNAL'] : [])],
    lastUpdatedTimestamp: null,
    status: record.status,
    priority: record.priority,
    originEmailAddress: extras.originEmailAddress ?? null,
    associatedAttachments: extras.attachment === undefined ? [] : [extras.attachment],
    references: extras.asReplyTo == null ? [] : [{ type: 'replyTo', commentID: extras.asReplyTo }],
  };
  record.comments.push(comment);
  return comment;
}
