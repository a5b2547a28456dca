import { fail, ok, refuse } from './answer.ts';
import { type Body, checkBody, kept, toInt, toInts, toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import { listState } from './lists.ts';
import type { IrisTask } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';
import {
  accessLevel,
  bump,
  findCase,
  findInCase,
  findUser,
  type IrisState,
  localClock,
  remove,
} from './state.ts';
import { taskStatuses } from './words.ts';

export const taskRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/tasks/list', guard: 'read', handle: listTasks },
  { method: 'GET', path: '/case/tasks/{id}', guard: 'read', handle: getTask },
  { method: 'POST', path: '/case/tasks/add', guard: 'full', handle: addTask },
  { method: 'POST', path: '/case/tasks/update/{id}', guard: 'full', handle: updateTask },
  { method: 'POST', path: '/case/tasks/status/update/{id}', guard: 'full', handle: updateStatus },
  { method: 'POST', path: '/case/tasks/delete/{id}', guard: 'full', handle: deleteTask },
  { method: 'GET', path: '/user/tasks/list', guard: 'standard', handle: listMine },
];

const fields = {
  task_title: { kind: 'string', required: true, min: 2 },
  task_status_id: { kind: 'int', required: true },
  task_assignees_id: { kind: 'list' },
  task_description: { kind: 'string' },
  task_tags: { kind: 'string' },
  custom_attributes: { kind: 'any' },
} as const;

export function taskStatus(id: number) {
  return taskStatuses.find(status => status.id === id);
}

export function statusList() {
  return taskStatuses.map(status => ({ ...status, registry: null }));
}

export function assigneesOf(state: IrisState, task: IrisTask) {
  return task.assigneeIds
    .map(id => findUser(state, id))
    .map(user => ({ id: user.id, name: user.name, user: user.login }));
}

/** `task_id` here, `id` in every other answer. By status name, Z to A. */
function listTasks(call: Call) {
  const { state, caseId } = call;
  const own = state.tasks.filter(task => task.caseId === caseId);
  const name = (task: IrisTask) => taskStatus(task.statusId)?.status_name ?? '';
  own.sort((one, other) => (name(one) > name(other) ? -1 : name(one) < name(other) ? 1 : 0));
  return ok({
    tasks: own.map(task => ({
      status_bscolor: taskStatus(task.statusId)?.status_bscolor,
      status_name: name(task),
      task_assignees: assigneesOf(state, task),
      task_description: task.description,
      task_id: task.id,
      task_open_date: rfc1123(task.openedAt),
      task_status_id: task.statusId,
      task_tags: task.tags,
      task_title: task.title,
      task_uuid: task.uuid,
    })),
    tasks_status: statusList(),
    state: listState(call, 'tasks'),
  });
}

/** `task_close_date` is never set by anything. */
function toAnswer(task: IrisTask) {
  return {
    custom_attributes: task.customAttributes,
    id: task.id,
    task_case_id: task.caseId,
    task_close_date: null,
    task_description: task.description,
    task_last_update: isoNaive(task.changedAt),
    task_open_date: isoNaive(task.openedAt),
    task_status_id: task.statusId,
    task_tags: task.tags,
    task_title: task.title,
    task_userid_close: null,
    task_userid_open: task.openedById,
    task_userid_update: task.changedById,
    task_uuid: task.uuid,
  };
}

function find(call: Call): IrisTask {
  return findInCase(call.state.tasks, call.params['id'], call.caseId, 'Invalid task ID for this case');
}

function getTask(call: Call) {
  const task = find(call);
  return ok({ ...toAnswer(task), task_assignees: assigneesOf(call.state, task) });
}

/** The assignees are required, be it as `[]`; those without access to the case are dropped in silence. */
function check(call: Call, body: Body): number[] {
  if (!Array.isArray(body['task_assignees_id'])) {
    throw refuse('task_assignee_id is not valid anymore since v1.5.0');
  }
  if (taskStatus(toInt(body['task_status_id']) ?? 0) === undefined) {
    throw refuse('Data error', { task_status_id: ['Invalid task status ID'] });
  }
  checkBody(body, fields);
  return toInts(body['task_assignees_id']).filter(id => {
    const user = call.state.users.find(other => other.id === id);
    return user !== undefined && accessLevel(call.state, user, call.caseId) > 1;
  });
}

function fill(task: IrisTask, body: Body): void {
  task.title = String(body['task_title']);
  task.statusId = toInt(body['task_status_id']) ?? task.statusId;
  task.description = kept(body, 'task_description', toText, task.description);
  task.tags = kept(body, 'task_tags', toText, task.tags);
  task.customAttributes = kept(body, 'custom_attributes', value => value, task.customAttributes);
}

function addTask(call: Call) {
  const { state, user } = call;
  const body = call.body();
  const assigneeIds = check(call, body);
  const task: IrisTask = {
    id: state.nextId('task'),
    uuid: state.uuid(),
    caseId: caseOf(call).id,
    title: '',
    description: null,
    statusId: 1,
    tags: null,
    assigneeIds,
    // The source forgot UTC here.
    openedAt: localClock(state),
    changedAt: localClock(state),
    openedById: user.id,
    changedById: user.id,
    customAttributes: null,
  };
  fill(task, body);
  state.tasks.push(task);
  bump(state, task.caseId, 'tasks');
  return ok(toAnswer(task), `Task '${task.title}' added`);
}

/** The answer still has the assignees from before. */
function updateTask(call: Call) {
  const { state, user } = call;
  const task = find(call);
  const body = call.body();
  const assigneeIds = check(call, body);
  const before = assigneesOf(state, task);
  fill(task, body);
  task.assigneeIds = assigneeIds;
  task.changedAt = state.now();
  task.changedById = user.id;
  bump(state, task.caseId, 'tasks');
  return ok({ ...toAnswer(task), task_assignees: before }, `Task '${task.title}' updated`);
}

function updateStatus(call: Call) {
  const task = find(call);
  const status = taskStatus(toInt(call.body()['task_status_id']) ?? 0);
  if (status === undefined) return fail('Invalid status');
  task.statusId = status.id;
  bump(call.state, task.caseId, 'tasks');
  return ok(toAnswer(task), 'Task status updated');
}

function deleteTask(call: Call) {
  const task = find(call);
  remove(call.state.tasks, item => item === task);
  bump(call.state, call.caseId, 'tasks');
  return ok([], 'Task deleted');
}

function listMine(call: Call) {
  const { state, user } = call;
  const mine = state.tasks.filter(task => task.assigneeIds.includes(user.id) && task.statusId < 4);
  return ok({
    tasks: mine.map(task => ({
      case_id: task.caseId,
      status_bscolor: taskStatus(task.statusId)?.status_bscolor,
      status_name: taskStatus(task.statusId)?.status_name,
      task_case: findCase(state, task.caseId).name,
      task_description: task.description,
      task_id: task.id,
      task_last_update: rfc1123(task.changedAt),
      task_status_id: task.statusId,
      task_tags: task.tags,
      task_title: task.title,
    })),
    tasks_status: statusList(),
  });
}
