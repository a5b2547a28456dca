import type { Operation, OperationClass, OperationTable, ParameterRule } from '#domain/operation.ts';
import { rule } from '#domain/operation.ts';
import * as bodies from './bodies.ts';

const id: ParameterRule = { pattern: /^[1-9]\d{0,8}$/ };

/**
 * The case a call is about, in the query and nowhere else. Left out, IRIS takes the caller's context case and answers
 * 200: a write would land in the wrong case. So no call goes without it.
 */
const cid: ParameterRule = { pattern: /^[1-9]\d{0,8}$/, required: true };

/** Comments of timeline events live under `timeline/events`: another template. */
const commented = rule.oneOf('assets', 'notes', 'ioc', 'tasks', 'evidences');

function read<Path extends string>(path: Path, more: Partial<Operation> = {}) {
  const operation: Operation = { method: 'GET', path, class: 'R', target: 'api', query: { cid }, ...more };
  return path.includes('{id}') ? { params: { id }, ...operation } : operation;
}

function write(
  path: string,
  kind: OperationClass,
  body: NonNullable<Operation['body']>,
  more: Partial<Operation> = {},
) {
  const operation: Operation = {
    method: 'POST',
    path,
    class: kind,
    target: 'api',
    query: { cid },
    body,
    ...more,
  };
  return path.includes('{id}') ? { params: { id }, ...operation } : operation;
}

/**
 * DFIR-IRIS v2.0, https://docs.dfir-iris.org/_static/iris_api_reference_v2.0.0.html, as measured on a server.
 * Left out on purpose: deleting a case (it drops the asset-IOC links of all others), deleting a note group (a commented
 * note breaks it half-way), users, groups and access, renewing the key, modules (they send data to third parties) and
 * the search over all cases (it ignores case access).
 */
export const operations = {
  versions: read('/api/versions'),
  listCases: read('/manage/cases/list', { limits: { maxResponseBytes: 64 * 1024 * 1024 } }),
  getCase: read('/manage/cases/{id}'),
  /** With a number that no case has, its 403 names the caller: there is no other way to learn who a key belongs to. */
  caseExists: read('/case/exists'),
  lookupUser: read('/manage/users/lookup/id/{id}'),
  listCaseUsers: read('/case/users/list'),
  listCustomers: read('/manage/customers/list'),
  getSummary: read('/case/summary/fetch'),
  listActivities: read('/case/activities/list'),
  exportCase: read('/case/export', { limits: { timeoutMs: 60_000, maxResponseBytes: 64 * 1024 * 1024 } }),

  listOutcomes: read('/manage/outcome-status/list'),
  listTaskStatuses: read('/manage/task-status/list'),
  listAnalysisStatuses: read('/manage/analysis-status/list'),
  listEventCategories: read('/manage/event-categories/list'),
  listTlps: read('/manage/tlp/list'),
  listAssetTypes: read('/manage/asset-type/list'),
  listIocTypes: read('/manage/ioc-types/list'),
  listClassifications: read('/manage/case-classifications/list'),

  listAssets: read('/case/assets/list'),
  getAsset: read('/case/assets/{id}'),
  listNoteGroups: read('/case/notes/groups/list'),
  getNote: read('/case/notes/{id}'),
  searchNotes: write('/case/notes/search', 'R', bodies.noteSearch),
  listIocs: read('/case/ioc/list'),
  getIoc: read('/case/ioc/{id}'),
  /** `q` is JSON, '{}' for all. The other list has neither assets nor authors. */
  listEvents: read('/case/timeline/advanced-filter', { query: { cid, q: { ...rule.text, required: true } } }),
  getEvent: read('/case/timeline/events/{id}'),
  listTasks: read('/case/tasks/list'),
  getTask: read('/case/tasks/{id}'),
  listMyTasks: read('/user/tasks/list'),
  listEvidences: read('/case/evidences/list'),
  getEvidence: read('/case/evidences/{id}'),
  listFiles: read('/datastore/list/tree'),
  viewFile: read('/datastore/file/view/{id}', {
    answer: 'file',
    limits: { timeoutMs: 10 * 60_000, maxResponseBytes: 1024 * 1024 * 1024 },
  }),
  listComments: read('/case/{kind}/{id}/comments/list', { params: { kind: commented, id } }),
  listEventComments: read('/case/timeline/events/{id}/comments/list'),

  addCase: write('/manage/cases/add', 'N', bodies.caseNew),
  updateCase: write('/manage/cases/update/{id}', 'I', bodies.caseUpdate),
  closeCase: write('/manage/cases/close/{id}', 'I', bodies.nothing),
  reopenCase: write('/manage/cases/reopen/{id}', 'I', bodies.nothing),
  setOutcome: write('/case/update-status', 'I', bodies.outcome),
  updateSummary: write('/case/summary/update', 'I', bodies.summary),
  addLogEntry: write('/case/tasklog/add', 'N', bodies.logEntry),

  addAsset: write('/case/assets/add', 'N', bodies.asset),
  updateAsset: write('/case/assets/update/{id}', 'I', bodies.asset),
  deleteAsset: write('/case/assets/delete/{id}', 'I', bodies.nothing),
  addNoteGroup: write('/case/notes/groups/add', 'N', bodies.noteGroup),
  updateNoteGroup: write('/case/notes/groups/update/{id}', 'I', bodies.noteGroup),
  addNote: write('/case/notes/add', 'N', bodies.noteNew),
  updateNote: write('/case/notes/update/{id}', 'I', bodies.noteUpdate),
  deleteNote: write('/case/notes/delete/{id}', 'I', bodies.nothing),
  /** The same value and type again answers the IOC that is there: sent twice, it does the same. */
  addIoc: write('/case/ioc/add', 'I', bodies.ioc),
  updateIoc: write('/case/ioc/update/{id}', 'I', bodies.ioc),
  deleteIoc: write('/case/ioc/delete/{id}', 'I', bodies.nothing),
  addEvent: write('/case/timeline/events/add', 'N', bodies.event),
  updateEvent: write('/case/timeline/events/update/{id}', 'I', bodies.event),
  deleteEvent: write('/case/timeline/events/delete/{id}', 'I', bodies.nothing),
  /** A GET that writes: it toggles, so it is never sent twice. */
  flagEvent: read('/case/timeline/events/flag/{id}', { class: 'N' }),
  addTask: write('/case/tasks/add', 'N', bodies.task),
  updateTask: write('/case/tasks/update/{id}', 'I', bodies.task),
  setTaskStatus: write('/case/tasks/status/update/{id}', 'I', bodies.taskStatus),
  deleteTask: write('/case/tasks/delete/{id}', 'I', bodies.nothing),
  addEvidence: write('/case/evidences/add', 'N', bodies.evidence),
  updateEvidence: write('/case/evidences/update/{id}', 'I', bodies.evidence),
  deleteEvidence: write('/case/evidences/delete/{id}', 'I', bodies.nothing),
  addComment: write('/case/{kind}/{id}/comments/add', 'N', bodies.comment, {
    params: { kind: commented, id },
  }),
  editComment: write('/case/{kind}/{id}/comments/{comment}/edit', 'I', bodies.comment, {
    params: { kind: commented, id, comment: id },
  }),
  deleteComment: write('/case/{kind}/{id}/comments/{comment}/delete', 'I', bodies.nothing, {
    params: { kind: commented, id, comment: id },
  }),
  addEventComment: write('/case/timeline/events/{id}/comments/add', 'N', bodies.comment),
  editEventComment: write('/case/timeline/events/{id}/comments/{comment}/edit', 'I', bodies.comment, {
    params: { id, comment: id },
  }),
  deleteEventComment: write('/case/timeline/events/{id}/comments/{comment}/delete', 'I', bodies.nothing, {
    params: { id, comment: id },
  }),
} as const satisfies OperationTable;
