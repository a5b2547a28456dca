import { crash, fail, ok, refuse } from './answer.ts';
import { checkBody, toInt, toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import { listState } from './lists.ts';
import type { IrisNote } from './records.ts';
import type { Call, Route } from './router.ts';
import { bump, findInCase, findUser, type IrisState, remove } from './state.ts';

export const noteRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/notes/{id}', guard: 'read', handle: getNote },
  { method: 'POST', path: '/case/notes/add', guard: 'full', handle: addNote },
  { method: 'POST', path: '/case/notes/update/{id}', guard: 'full', handle: updateNote },
  { method: 'POST', path: '/case/notes/delete/{id}', guard: 'full', handle: deleteNote },
  // A search is a POST, but reading is enough for it.
  { method: 'POST', path: '/case/notes/search', guard: 'read', handle: searchNotes },
  { method: 'GET', path: '/case/notes/groups/list', guard: 'read', handle: listGroups },
  { method: 'GET', path: '/case/notes/groups/{id}', guard: 'read', handle: getGroup },
  { method: 'POST', path: '/case/notes/groups/add', guard: 'full', handle: addGroup },
  { method: 'POST', path: '/case/notes/groups/update/{id}', guard: 'full', handle: updateGroup },
  { method: 'POST', path: '/case/notes/groups/delete/{id}', guard: 'full', handle: deleteGroup },
];

const noteFields = {
  note_title: { kind: 'string', required: true, min: 1, max: 154 },
  group_id: { kind: 'int' },
  note_content: { kind: 'string' },
  custom_attributes: { kind: 'any' },
} as const;

/** From v2.4.0 on, note groups are gone: this is what the address answers then. */
function checkGroupsExist(state: IrisState): void {
  const [major = 0, minor = 0] = state.variant.version.split('.').map(Number);
  if (major > 2 || (major === 2 && minor >= 4)) {
    throw refuse('Endpoint deprecated in v2.4.0. Use /case/notes/directories/filter', [], 410);
  }
}

/** No content here: one GET per note, or the export, has it. */
function notesOf(state: IrisState, groupId: number) {
  return state.notes
    .filter(note => note.groupId === groupId)
    .map(note => ({
      note_id: note.id,
      note_lastupdate: rfc1123(note.changedAt),
      note_title: note.title,
      note_uuid: note.uuid,
      user: findUser(state, note.userId).login,
    }));
}

function listGroups(call: Call) {
  const { state, caseId } = call;
  checkGroupsExist(state);
  const groups = state.groups
    .filter(group => group.caseId === caseId)
    .map(group => ({
      group_id: group.id,
      group_title: group.title,
      group_uuid: group.uuid,
      notes: notesOf(state, group.id),
    }));
  return ok({ groups, state: listState(call, 'notes') });
}

function findGroup(call: Call, message: string) {
  return findInCase(call.state.groups, call.params['id'], call.caseId, message);
}

function getGroup(call: Call) {
  checkGroupsExist(call.state);
  const group = findGroup(call, `Group ID ${call.params['id']} not found`);
  return ok({
    group_creationdate: rfc1123(group.createdAt),
    group_id: group.id,
    group_lastupdate: rfc1123(group.changedAt),
    group_title: group.title,
    group_uuid: group.uuid,
    notes: notesOf(call.state, group.id),
  });
}

function toGroupAnswer(group: IrisState['groups'][number]) {
  return {
    group_creationdate: isoNaive(group.createdAt),
    group_id: group.id,
    group_lastupdate: isoNaive(group.changedAt),
    group_title: group.title,
    group_uuid: group.uuid,
  };
}

function addGroup(call: Call) {
  const { state, caseId } = call;
  checkGroupsExist(state);
  if (!call.isJson) return fail('Invalid request');
  const id = state.nextId('group');
  const title = toText(call.body()['group_title']) ?? `Group ${id}`;
  const at = state.now();
  const group = { id, uuid: state.uuid(), caseId, title, createdAt: at, changedAt: at };
  state.groups.push(group);
  bump(state, caseId, 'notes');
  return ok(toGroupAnswer(group), 'Notes group added');
}

/** The title changes, `group_lastupdate` does not. */
function updateGroup(call: Call) {
  checkGroupsExist(call.state);
  const title = toText(call.body()['group_title']);
  if (title === null || title === '') return fail('Invalid data');
  const group = findGroup(call, 'Invalid group ID');
  group.title = title;
  bump(call.state, call.caseId, 'notes');
  return ok(toGroupAnswer(group), `Updated title of group ID ${group.id}`);
}

/** Deletes its notes; a commented note breaks it half-way: the group stays and its notes belong to none. */
function deleteGroup(call: Call) {
  const { state, caseId } = call;
  checkGroupsExist(state);
  const group = findGroup(call, 'Invalid group ID');
  const notes = state.notes.filter(note => note.groupId === group.id);
  if (notes.some(note => isCommented(state, note))) {
    for (const note of notes) note.groupId = null;
    throw crash();
  }
  remove(state.notes, note => note.groupId === group.id);
  remove(state.groups, item => item === group);
  bump(state, caseId, 'notes');
  return ok([], `Group ID ${group.id} deleted`);
}

function isCommented(state: IrisState, note: IrisNote): boolean {
  return state.comments.some(comment => comment.kind === 'notes' && comment.objectId === note.id);
}

function toAnswer(note: IrisNote) {
  return {
    custom_attributes: note.customAttributes,
    note_content: note.content,
    note_creationdate: isoNaive(note.createdAt),
    note_id: note.id,
    note_lastupdate: isoNaive(note.changedAt),
    note_title: note.title,
    note_uuid: note.uuid,
  };
}

function getNote(call: Call) {
  const note = findInCase(call.state.notes, call.params['id'], call.caseId, 'Invalid note ID');
  const group = call.state.groups.find(item => item.id === note.groupId);
  return ok({
    ...toAnswer(note),
    group_id: group?.id ?? null,
    group_title: group?.title ?? null,
    group_uuid: group?.uuid ?? null,
  });
}

/** A bad group is told as a list, not by field. */
function addNote(call: Call) {
  const { state, caseId, user } = call;
  const body = call.body();
  checkBody(body, noteFields);
  const groupId = toInt(body['group_id']);
  if (!state.groups.some(group => group.id === groupId && group.caseId === caseId)) {
    return fail('Data error', ['Invalid group id for note']);
  }
  const at = state.now();
  const note: IrisNote = {
    id: state.nextId('note'),
    uuid: state.uuid(),
    caseId,
    groupId,
    title: String(body['note_title']),
    content: toText(body['note_content']),
    createdAt: at,
    changedAt: at,
    userId: user.id,
    customAttributes: body['custom_attributes'] ?? {},
  };
  state.notes.push(note);
  bump(state, caseId, 'notes');
  return ok(toAnswer(note), 'Note added');
}

/** Content that is not sent becomes null; custom attributes are not taken; the list's counter stays. */
function updateNote(call: Call) {
  const note = findInCase(call.state.notes, call.params['id'], call.caseId, 'Invalid note ID for this case');
  const body = call.body();
  checkBody(body, noteFields);
  note.title = String(body['note_title']);
  note.content = toText(body['note_content']);
  note.changedAt = call.state.now();
  return ok(
    {
      custom_attributes: note.customAttributes,
      note_content: note.content,
      note_id: note.id,
      note_title: note.title,
    },
    `Note ID ${note.id} saved`,
  );
}

function deleteNote(call: Call) {
  const { state, caseId } = call;
  const note = findInCase(state.notes, call.params['id'], caseId, 'Invalid note ID for this case');
  remove(state.notes, item => item === note);
  remove(state.comments, comment => comment.kind === 'notes' && comment.objectId === note.id);
  bump(state, caseId, 'notes');
  return ok([], `Note deleted ${note.id}`);
}

/** SQL LIKE over the content alone: case-sensitive, % and _ are wildcards. */
function searchNotes(call: Call) {
  const pattern = likePattern(`%${toText(call.body()['search_term']) ?? ''}%`, '');
  const hits = call.state.notes.filter(
    note => note.caseId === call.caseId && pattern.test(note.content ?? ''),
  );
  return ok(hits.map(note => ({ note_id: note.id, note_title: note.title })));
}

/** A LIKE pattern as a regular expression. `flags` 'i' for ILIKE. */
export function likePattern(like: string, flags: '' | 'i'): RegExp {
  const source = like
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '[\\s\\S]*')
    .replaceAll('_', '[\\s\\S]');
  return new RegExp(`^${source}$`, flags);
}
