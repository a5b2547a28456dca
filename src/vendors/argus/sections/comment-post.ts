import type { Download, Post } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { isDeleted, toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireComment } from './comments-wire.ts';
import { attachmentWarning, toDownloadId } from './downloads.ts';
import { sayFlag } from './words.ts';

/** What a comment left the case in. */
export type CaseState = { status: string | null; priority: string | null };

type Keyed = WireComment & { key: string };
type Mark = Post['marks'][number];

/** `before`: what the comment before it left, null for the first; `others`: the comments of the same page. */
export function toPost(item: Keyed, before: CaseState | null, others: readonly WireComment[]): Post {
  const downloads = item.associatedAttachments.map(toDownload);
  const stamp = toStamp(item.addedTimestamp, item.addedTime);
  const editedAt = toStamp(item.lastUpdatedTimestamp, item.lastUpdatedTime);
  return {
    id: item.key,
    title: null,
    author: toPerson(item.addedByUser)?.name ?? null,
    stamp,
    editedAt: editedAt?.at === stamp?.at ? null : editedAt,
    text: { format: 'html', text: item.comment ?? '' },
    marks: [...toMarks(item, others), ...toStateMarks(item, before)],
    ...(isDeleted(item) ? { isDeleted: true } : {}),
    replyTo: replyTo(item),
    ...(downloads.length === 0 ? {} : { downloads }),
  };
}

export function toCommentEntry(item: Keyed, before: CaseState | null): TimelineEntry | null {
  const stamp = toStamp(item.addedTimestamp, item.addedTime);
  if (stamp === null) return null;
  const isReply = replyTo(item) !== null;
  return {
    id: `comment:${item.key}`,
    kind: 'comment',
    stamp,
    actor: toPerson(item.addedByUser)?.name ?? null,
    action: 'wrote',
    subject: isInternal(item) ? 'an internal comment' : isReply ? 'a reply' : 'a comment',
    support: toStateMarks(item, before)
      .map(({ text }) => text.charAt(0).toLowerCase() + text.slice(1))
      .join(', '),
    body: item.comment ? { format: 'html', text: item.comment } : null,
    severity: null,
    status: null,
    labels: [
      ...(isDeleted(item) ? ['deleted'] : []),
      ...(replacement(item) === undefined ? [] : ['replaced']),
    ],
    color: null,
    section: 'comments',
    notBefore: null,
  };
}

function toMarks(item: WireComment, others: readonly WireComment[]): Mark[] {
  const marks: Mark[] = [];
  if (isDeleted(item)) marks.push({ text: 'Deleted', tone: 'bad' });
  if (isInternal(item)) marks.push({ text: 'Internal', tone: 'wait' });
  if (replacement(item) !== undefined)
    marks.push({ text: 'Edited: a later comment replaces it', tone: 'quiet' });
  if (item.id !== null && others.some(other => replacement(other) === item.id))
    marks.push({ text: 'Replaces an earlier comment', tone: 'quiet' });
  if (item.originEmailAddress)
    marks.push({ text: `By e-mail from ${item.originEmailAddress}`, tone: 'quiet' });
  for (const flag of item.flags) {
    if (flag.trim() !== '' && flag !== 'DELETED' && !internal.test(flag))
      marks.push({ text: sayFlag(flag), tone: 'quiet' });
  }
  return marks;
}

/** Every comment carries the case's status and priority; it set what the one before it did not carry. */
function toStateMarks(item: WireComment, before: CaseState | null): Mark[] {
  return (['status', 'priority'] as const).flatMap((field): Mark[] => {
    const value = item[field];
    if (!value || value === before?.[field]) return [];
    const text =
      before === null ? `${field === 'status' ? 'Status' : 'Priority'} ${value}` : `Set ${field} to ${value}`;
    return [{ text, tone: before === null ? 'quiet' : 'wait' }];
  });
}

/** The flag's name is not published; it says internal. */
const internal = /internal/i;

function isInternal(item: WireComment): boolean {
  return item.flags.some(flag => internal.test(flag));
}

function replacement(item: WireComment): string | undefined {
  return item.references.find(({ type }) => type === 'replacedBy')?.commentID;
}

/** Written with `asReplyTo`; by which word it is read is not published. */
function replyTo(item: WireComment): string | null {
  return item.references.find(({ type }) => /reply/i.test(type ?? ''))?.commentID ?? null;
}

function toDownload({ id, name }: WireComment['associatedAttachments'][number]): Download {
  const shown = name || `Attachment ${id}`;
  return {
    id: toDownloadId('attachment', id),
    name: shown,
    size: null,
    label: shown,
    warning: attachmentWarning,
  };
}
