import * as v from 'valibot';
import { listOf, objectId, text } from '../wire.ts';

/** A comment in `/case/export`: without the object it is on, and without its edit. */
export const wireExportedComment = v.pipe(
  v.object({ comment_id: objectId, comment_by: text, comment_date: text, comment_text: text }),
  v.transform(({ comment_by, ...comment }) => ({
    ...comment,
    name: comment_by,
    user: null,
    comment_update_date: null,
  })),
);

/** `/case/export`, as far as it says what can be commented. */
export const wireExport = v.object({
  comments: v.array(v.unknown()),
  notes: listOf(v.object({ note_id: objectId, note_title: text })),
  tasks: listOf(v.object({ id: objectId, task_title: text })),
  assets: listOf(v.object({ asset_id: objectId, asset_name: text })),
  timeline: listOf(v.object({ event_id: objectId, event_title: text })),
  evidences: listOf(v.object({ id: objectId, filename: text })),
  iocs: listOf(v.object({ ioc_id: objectId, ioc_value: text })),
});
