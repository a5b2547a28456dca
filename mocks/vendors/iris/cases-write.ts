import { fail, ok, refuse } from './answer.ts';
import { type Body, checkBody, kept, toInt, toText } from './body.ts';
import { dayOf } from './dates.ts';
import { type IrisCase, type IrisUser, listNames, type Protagonist } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';
import { findCase, type IrisState, moveLast, record, remove } from './state.ts';
import { classifications, outcomeStatuses } from './words.ts';

/** Writes of cases as a whole. All are POST: GET on close and reopen is a 405. */
export const caseWriteRoutes: readonly Route[] = [
  { method: 'POST', path: '/manage/cases/add', guard: 'standard', handle: addCase },
  {
    method: 'POST',
    path: '/manage/cases/update/{id}',
    guard: 'standard',
    caseInPath: 'full',
    handle: updateCase,
  },
  {
    method: 'POST',
    path: '/manage/cases/close/{id}',
    guard: 'standard',
    caseInPath: 'full',
    handle: closeCase,
  },
  {
    method: 'POST',
    path: '/manage/cases/reopen/{id}',
    guard: 'standard',
    caseInPath: 'full',
    handle: reopenCase,
  },
  {
    method: 'POST',
    path: '/manage/cases/delete/{id}',
    guard: 'standard',
    caseInPath: 'full',
    handle: deleteCase,
  },
  { method: 'POST', path: '/case/update-status', guard: 'full', handle: updateOutcome },
];

const nameRoom = 256;

const addFields = {
  case_soc_id: { kind: 'string', required: true },
  case_customer: { kind: 'int', required: true },
  case_name: { kind: 'string', required: true, min: 2 },
  case_description: { kind: 'string', required: true, min: 2 },
  classification_id: { kind: 'any' },
  custom_attributes: { kind: 'any' },
  case_tags: { kind: 'any' },
  protagonists: { kind: 'any' },
  owner_id: { kind: 'any' },
  status_id: { kind: 'any' },
} as const;

/** The form that writes answer with. */
function toAnswer(item: IrisCase) {
  return {
    case_customer: item.customerId,
    case_description: item.description,
    case_id: item.id,
    case_name: item.name,
    case_soc_id: item.socId,
    case_uuid: item.uuid,
    classification_id: item.classificationId,
    close_date: item.closeDay,
    closing_note: null,
    custom_attributes: item.customAttributes,
    modification_history: item.history,
    open_date: item.openDay,
    owner_id: item.ownerId,
    status_id: item.statusId,
    user_id: item.openedById,
  };
}

export function emptyLists(at: number): IrisCase['lists'] {
  return Object.fromEntries(
    listNames.map(name => [name, { counter: 0, changedAt: at }]),
  ) as IrisCase['lists'];
}

/** The folders that every case starts with. */
export function addFolders(state: IrisState, caseId: number): void {
  const root = {
    id: state.nextId('folder'),
    uuid: state.uuid(),
    caseId,
    name: `Case ${caseId}`,
    parentId: null,
  };
  state.folders.push(root);
  for (const name of ['Evidences', 'IOCs', 'Images']) {
    state.folders.push({ id: state.nextId('folder'), uuid: state.uuid(), caseId, name, parentId: root.id });
  }
}

/** Tags and protagonists are taken with a 200 and dropped; owner and outcome are a 400 with Python's words. */
function addCase(call: Call) {
  const { state, user } = call;
  const body = call.body();
  const customerId = toInt(body['case_customer']);
  if (!state.customers.some(customer => customer.id === customerId)) {
    throw refuse('Data error', { case_customer: ['Invalid client id'] });
  }
  checkBody(body, addFields);
  for (const name of ['owner_id', 'status_id']) {
    if (name in body) {
      throw refuse('Error creating case', [`__init__() got an unexpected keyword argument '${name}'`]);
    }
  }
  const name = String(body['case_name']);
  if (name.length > nameRoom) throw refuse('Error creating case', [tooLong]);
  const item = newCase(state, user, customerId ?? 1, name, body);
  state.cases.push(item);
  if (item.name.length > nameRoom) {
    // The row is there, but its access rights never were written: nobody sees it again.
    for (const other of state.users) state.access.set(`${other.id}:${item.id}`, 1);
    throw refuse('Error creating case', [`(raised as a result of Query-invoked autoflush)\n${tooLong}`]);
  }
  addFolders(state, item.id);
  return ok(toAnswer(item), 'Case created');
}

const tooLong = '(psycopg2.errors.StringDataRightTruncation) value too long for type character varying(256)';

function newCase(state: IrisState, user: IrisUser, customerId: number, name: string, body: Body): IrisCase {
  const id = state.nextId('case');
  const item: IrisCase = {
    id,
    uuid: state.uuid(),
    name: `#${id} - ${name}`,
    description: String(body['case_description']),
    socId: String(body['case_soc_id']),
    customerId,
    classificationId: toInt(body['classification_id']),
    ownerId: user.id,
    openedById: user.id,
    openDay: dayOf(state.now()),
    closeDay: null,
    createdAt: state.now(),
    statusId: 0,
    tags: '',
    protagonists: [],
    customAttributes: body['custom_attributes'] ?? null,
    history: {},
    lists: emptyLists(state.now()),
  };
  record(state, item.history, 'created', user);
  return item;
}

/** Needs the name without its prefix: absent it becomes 'None', prefixed it gets a second one. */
function updateCase(call: Call) {
  const { state, user } = call;
  const item = caseOf(call);
  const body = call.body();
  const name = `#${item.id} - ${'case_name' in body ? String(body['case_name']) : 'None'}`;
  if (name.length > nameRoom) throw refuse('Error creating case', tooLong);
  item.name = name;
  item.description = kept(body, 'case_description', value => toText(value) ?? '', item.description);
  item.socId = kept(body, 'case_soc_id', value => toText(value) ?? '', item.socId);
  item.statusId = kept(body, 'status_id', value => toInt(value) ?? 0, item.statusId);
  item.customAttributes = kept(body, 'custom_attributes', value => value, item.customAttributes);
  const ownerId = kept(body, 'owner_id', toInt, item.ownerId);
  const classificationId = kept(body, 'classification_id', toInt, item.classificationId);
  if (!state.users.some(other => other.id === ownerId))
    throw refuse('Error creating case', brokenKey('owner_id'));
  if (classificationId !== null && !classifications.some(known => known.id === classificationId)) {
    throw refuse('Error creating case', brokenKey('classification_id'));
  }
  item.ownerId = ownerId ?? item.ownerId;
  item.classificationId = classificationId;
  const isTagged = typeof body['case_tags'] === 'string';
  if (isTagged) setTags(state, item, String(body['case_tags']));
  const protagonists = Array.isArray(body['protagonists']) ? body['protagonists'] : null;
  if (protagonists !== null) item.protagonists = protagonists.map(toProtagonist);
  record(state, item.history, 'case info updated', user);
  moveLast(state.cases, item);
  return ok(
    {
      ...toAnswer(item),
      case_tags: isTagged ? item.tags : undefined,
      protagonists: protagonists === null ? undefined : item.protagonists,
    },
    'Case updated',
  );
}

function brokenKey(column: string): string {
  return `(psycopg2.errors.ForeignKeyViolation) insert or update on table "cases" violates foreign key constraint "cases_${column}_fkey"`;
}

/** A tag that another case uses cannot be taken away; the other fields are saved by then. */
function setTags(state: IrisState, item: IrisCase, tags: string): void {
  const after = new Set(splitTags(tags));
  const isShared = splitTags(item.tags).some(
    tag =>
      !after.has(tag) && state.cases.some(other => other !== item && splitTags(other.tags).includes(tag)),
  );
  if (isShared) {
    throw refuse(
      'Error creating case',
      '(psycopg2.errors.ForeignKeyViolation) update or delete on table "tags" violates foreign key constraint "case_tags_tag_id_fkey" on table "case_tags"\n[SQL: DELETE FROM tags WHERE tags.id = %(id)s]',
    );
  }
  item.tags = [...after].join(',');
}

function splitTags(tags: string): string[] {
  return tags
    .split(',')
    .map(tag => tag.trim())
    .filter(tag => tag !== '');
}

function toProtagonist(value: unknown): Protagonist {
  const source = typeof value === 'object' && value !== null ? (value as Body) : {};
  const text = (name: string) => toText(source[name]) ?? '';
  return { role: text('role'), name: text('name'), contact: text('contact') };
}

/** Sets the day only, whatever it was; the outcome stays. */
function closeCase(call: Call) {
  const item = caseOf(call);
  item.closeDay = dayOf(call.state.now());
  record(call.state, item.history, 'case closed', call.user);
  moveLast(call.state.cases, item);
  return ok(toAnswer(item), 'Case closed successfully');
}

function reopenCase(call: Call) {
  const item = caseOf(call);
  item.closeDay = null;
  record(call.state, item.history, 'case reopened', call.user);
  moveLast(call.state.cases, item);
  return ok(toAnswer(item), 'Case reopened successfully');
}

/** Also deletes the links between assets and IOCs of every other case, if this one has an asset. */
function deleteCase(call: Call) {
  const { state, caseId } = call;
  if (caseId === 1) return fail('Cannot delete a primary case to keep consistency');
  if (state.comments.some(comment => comment.caseId === caseId && comment.kind === 'notes')) {
    return fail(
      'Cannot delete a non empty case. (psycopg2.errors.ForeignKeyViolation) update or delete on table "notes" violates foreign key constraint "note_comments_comment_note_id_fkey"',
    );
  }
  if (state.assets.some(asset => asset.caseId === caseId))
    for (const asset of state.assets) asset.iocIds = [];
  for (const items of [state.assets, state.groups, state.notes, state.events, state.tasks, state.evidences]) {
    remove<{ caseId: number }>(items, item => item.caseId === caseId);
  }
  remove(state.cases, item => item.id === caseId);
  return ok([], 'Case successfully deleted');
}

function updateOutcome(call: Call) {
  const { state, caseId } = call;
  const statusId = toInt(call.body()['status_id']);
  const known = outcomeStatuses.find(status => status.value === statusId);
  if (known === undefined) return fail('Invalid status');
  findCase(state, caseId).statusId = known.value;
  return ok(known.value, 'Case status updated');
}
