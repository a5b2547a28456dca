import * as v from 'valibot';
import type { Block, Post } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { utcStamp } from '../stamps.ts';
import { listOf, objectId, text } from '../wire.ts';
import { fieldsBlock, lostNotice, markdownBlock } from './blocks.ts';
import { customFields } from './custom-attributes.ts';
import { toEntry } from './entry.ts';
import { type Keyed, keyed } from './keyed.ts';
import { withComments } from './list-section.ts';
import { readOffset } from './page-cursor.ts';
import type { People } from './people.ts';
import type { Source } from './source.ts';

/** Notes read together: each is a call, and all of a case in one go would be the whole export. */
const pageSize = 25;

const wireListedNote = v.object({ note_id: objectId, note_title: text, note_lastupdate: text, user: text });
const wireGroup = v.object({ group_id: objectId, group_title: text, notes: listOf(wireListedNote) });
const wireNote = v.object({
  note_content: text,
  note_creationdate: text,
  note_lastupdate: text,
  custom_attributes: v.fallback(v.unknown(), null),
});

type Group = v.InferOutput<typeof wireGroup>;
type ListedNote = v.InferOutput<typeof wireListedNote>;
type Note = v.InferOutput<typeof wireNote>;
type Placed = Keyed<{ group: Keyed<Group>; note: ListedNote }>;

/** Notes by group. The list has titles only, so the text of each is a call of its own, 25 to a page. */
export function notesSection(source: Source): SectionReader {
  const readNote = (caseId: string, id: string, signal: AbortSignal) =>
    source.one('getNote', caseId, wireNote, signal, { id });

  return {
    async read(caseId, cursor, signal) {
      const { rows, lost } = await source.list('listNoteGroups', caseId, 'groups', wireGroup, signal);
      const groups = keyed(rows, group => group.group_id);
      const placed = keyed(
        groups.flatMap(group => group.row.notes.map(note => ({ group, note }))),
        ({ note }) => note.note_id,
      );
      const start = readOffset(cursor);
      const here = placed.slice(start, start + pageSize);
      const notes = await source.each(here, signal, async ({ key, canOpen }) =>
        canOpen ? readNote(caseId, key, signal) : null,
      );
      const people = await source.people(caseId, signal);
      const posts = here.map((item, index) => ({ item, post: toPost(item, notes[index] ?? null, people) }));
      const end = start + pageSize;
      return {
        blocks: [
          ...groups.flatMap(group => groupBlock(group, posts)),
          ...(start === 0 ? [...emptyGroups(groups), ...lostNotice(lost, 'groups of notes')] : []),
        ],
        entries: posts.flatMap(({ item, post }) => entryOf(item, post)),
        observables: [],
        count: placed.length,
        next: end < placed.length ? String(end) : null,
      };
    },
    item: withComments(source, 'notes', async (caseId, id, signal) => {
      const note = await readNote(caseId, id, signal);
      return {
        blocks: [
          ...markdownBlock('content', null, note.note_content),
          ...fieldsBlock('custom', 'Custom attributes', customFields(note.custom_attributes)),
        ],
        observables: [],
      };
    }),
  };
}

function groupBlock(group: Keyed<Group>, posts: readonly { item: Placed; post: Post }[]): Block[] {
  const own = posts.filter(({ item }) => item.row.group === group).map(({ post }) => post);
  const title = group.row.group_title ?? 'Notes without a group';
  return own.length === 0 ? [] : [{ kind: 'posts', key: `group-${group.key}`, title, posts: own }];
}

function emptyGroups(groups: readonly Keyed<Group>[]): Block[] {
  const names = groups
    .filter(({ row }) => row.notes.length === 0)
    .map(({ row }) => row.group_title ?? 'a group without a name');
  return names.length === 0
    ? []
    : [{ kind: 'notice', key: 'empty-groups', text: `No notes in ${names.join(', ')}.` }];
}

function toPost({ key, canOpen, row }: Placed, note: Note | null, people: People): Post {
  const changed = note?.note_lastupdate ?? row.note.note_lastupdate;
  const created = note?.note_creationdate ?? null;
  return {
    id: key,
    title: row.note.note_title,
    author: people.byLogin(row.note.user),
    stamp: utcStamp(created ?? changed),
    editedAt: created === null || changed === created ? null : utcStamp(changed),
    text: { format: 'markdown', text: note?.note_content ?? '' },
    marks: note === null ? [{ text: 'IRIS did not give its text', tone: 'wait' }] : [],
    replyTo: null,
    ...(note === null && canOpen ? { hasMore: true } : {}),
  };
}

function entryOf({ key, row }: Placed, post: Post): TimelineEntry[] {
  if (post.stamp === null) return [];
  const group = row.group.row.group_title;
  return [
    toEntry({
      id: `note-${key}`,
      kind: 'note',
      stamp: post.stamp,
      actor: post.author,
      action: 'wrote',
      subject: post.title ?? 'a note',
      support: group === null ? '' : `in ${group}`,
      body: post.text.text === '' ? null : post.text,
      section: 'notes',
    }),
  ];
}
