import * as v from 'valibot';
import type { FieldValues } from '#domain/command.ts';
import type { IrisApi } from '../api.ts';
import { readNaiveInstant } from '../dates.ts';
import { notUnderstood } from '../errors.ts';
import type { Source } from '../sections/source.ts';
import { listOf, objectId, text } from '../wire.ts';
import { toNoteTitle } from './note-title.ts';
import type { Added, PostBox } from './post-box.ts';

const wireListedNote = v.object({ note_id: objectId, note_title: text, user: text });
const wireGroup = v.object({ group_id: objectId, group_title: text, notes: listOf(wireListedNote) });
const wireNote = v.object({ note_content: text, note_creationdate: text });
const wireNewGroup = v.object({ group_id: v.number() });
type NoteGroup = v.InferOutput<typeof wireGroup>;

/** What the group is called that is made where a case has none. */
const firstGroupTitle = 'Notes';

export async function listNoteGroups(
  source: Source,
  caseId: string,
  signal: AbortSignal,
): Promise<NoteGroup[]> {
  return (await source.list('listNoteGroups', caseId, 'groups', wireGroup, signal)).rows;
}

/** The oldest group, so that it is the same one for whoever looks; null: there is none yet. */
export function chooseGroup(groups: readonly NoteGroup[]): { id: number; title: string } | null {
  const known = groups.flatMap(group => (group.group_id === null ? [] : [Number(group.group_id)]));
  if (known.length === 0) return null;
  const id = Math.min(...known);
  const title = groups.find(group => group.group_id === String(id))?.group_title;
  return { id, title: title || `Group ${id}` };
}

/** Notes, as a place for words. Only they have a clock that is UTC on every server. */
export function noteBox(api: IrisApi, source: Source): PostBox {
  return {
    async list(caseId, words, author, signal) {
      const groups = await listNoteGroups(source, caseId, signal);
      const title = toNoteTitle(words);
      return groups
        .flatMap(group => group.notes)
        .flatMap(note =>
          note.note_id !== null && note.user === author.login && note.note_title === title
            ? [note.note_id]
            : [],
        );
    },

    async open(caseId, id, words, signal): Promise<Added | null> {
      const note = await source.one('getNote', caseId, wireNote, signal, { id });
      if (note.note_content !== words) return null;
      return { at: readNaiveInstant(note.note_creationdate), after: { note: words } satisfies FieldValues };
    },

    async add(caseId, words, signal) {
      const group = chooseGroup(await listNoteGroups(source, caseId, signal));
      await api.write(
        'addNote',
        caseId,
        {
          note_title: toNoteTitle(words),
          note_content: words,
          group_id: group?.id ?? (await addGroup(api, caseId, signal)),
        },
        signal,
      );
    },
  };
}

async function addGroup(api: IrisApi, caseId: string, signal: AbortSignal): Promise<number> {
  const added = v.safeParse(
    wireNewGroup,
    await api.write('addNoteGroup', caseId, { group_title: firstGroupTitle }, signal),
  );
  if (!added.success) throw notUnderstood('the group of notes it was asked to make');
  return added.output.group_id;
}
