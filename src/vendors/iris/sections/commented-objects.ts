import type * as v from 'valibot';
import type { CommentedKind, WireComment } from './comment-posts.ts';
import { wireExport, wireExportedComment } from './export-wire.ts';
import { type Keyed, keyed } from './keyed.ts';
import { readRows, type Source } from './source.ts';

export type CommentedObject = { kind: CommentedKind; id: string /** 'asset WS-0412' */; label: string };

/** Every comment of a case, and everything in it that they may be on. */
export type Commented = {
  comments: readonly Keyed<WireComment>[];
  lost: number;
  objects: readonly CommentedObject[];
};

/** One call for all comments; what each is on has to be asked object by object. */
export async function readCommented(source: Source, caseId: string, signal: AbortSignal): Promise<Commented> {
  const whole = await source.one('exportCase', caseId, wireExport, signal);
  const { rows, lost } = readRows(whole.comments, wireExportedComment);
  return {
    comments: keyed(rows, comment => comment.comment_id),
    lost,
    objects: objectsOf(whole),
  };
}

/** In the order in which people comment most: an IOC hardly ever, and there may be hundreds. */
function objectsOf(whole: v.InferOutput<typeof wireExport>): CommentedObject[] {
  return [
    ...toObjects('notes', 'note', whole.notes, note => [note.note_id, note.note_title]),
    ...toObjects('tasks', 'task', whole.tasks, task => [task.id, task.task_title]),
    ...toObjects('assets', 'asset', whole.assets, asset => [asset.asset_id, asset.asset_name]),
    ...toObjects('evidences', 'evidence', whole.evidences, evidence => [evidence.id, evidence.filename]),
    ...toObjects('timeline/events', 'event', whole.timeline, event => [event.event_id, event.event_title]),
    ...toObjects('ioc', 'IOC', whole.iocs, ioc => [ioc.ioc_id, ioc.ioc_value]),
  ];
}

function toObjects<Row>(
  kind: CommentedKind,
  word: string,
  rows: readonly Row[],
  read: (row: Row) => [id: string | null, name: string | null],
): CommentedObject[] {
  return keyed(rows, row => read(row)[0])
    .filter(({ canOpen }) => canOpen)
    .map(({ key, row }) => ({ kind, id: key, label: `${word} ${read(row)[1] || `#${key}`}` }));
}
