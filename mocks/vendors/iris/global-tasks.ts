import { fail, ok, page, Refusal } from './answer.ts';
import { toInt, toText } from './body.ts';
import { isoNaive, rfc1123 } from './dates.ts';
import type { Call, Route } from './router.ts';
import { findUser, remove } from './state.ts';
import { statusList, taskStatus } from './tasks.ts';

export const globalTaskRoutes: readonly Route[] = [
  { method: 'GET', path: '/global/tasks/list', guard: 'standard', handle: listGlobal },
  { method: 'POST', path: '/global/tasks/add', guard: 'standard', handle: addGlobal },
  { method: 'POST', path: '/global/tasks/delete/{id}', guard: 'standard', handle: deleteGlobal },
];

function listGlobal(call: Call) {
  const { state } = call;
  return ok({
    tasks: state.globalTasks.map(task => ({
      status_bscolor: taskStatus(task.statusId)?.status_bscolor,
      status_name: taskStatus(task.statusId)?.status_name,
      task_assignee_id: task.assigneeId,
      task_description: task.description,
      task_id: task.id,
      task_last_update: rfc1123(task.changedAt),
      task_status_id: task.statusId,
      task_tags: task.tags,
      task_title: task.title,
      task_uuid: task.uuid,
      user_name: findUser(state, task.assigneeId).name,
    })),
    tasks_status: statusList(),
  });
}

/** One assignee only; a wrong one is told under the plural of the field. */
function addGlobal(call: Call) {
  const { state, user } = call;
  const body = call.body();
  const assigneeId = toInt(body['task_assignee_id']) ?? 0;
  if (!state.users.some(other => other.id === assigneeId)) {
    return fail('Data error', { task_assignees_id: ['Invalid user id for assignee'] });
  }
  const at = state.now();
  const task = {
    id: state.nextId('global-task'),
    uuid: state.uuid(),
    title: String(body['task_title'] ?? ''),
    description: toText(body['task_description']),
    statusId: toInt(body['task_status_id']) ?? 1,
    tags: toText(body['task_tags']),
    assigneeId,
    openedAt: at,
    changedAt: at,
    changedById: user.id,
  };
  state.globalTasks.push(task);
  return ok(
    {
      task_assignee_id: task.assigneeId,
      task_close_date: null,
      task_description: task.description,
      task_id: task.id,
      task_last_update: isoNaive(at),
      task_open_date: isoNaive(at),
      task_status_id: task.statusId,
      task_tags: task.tags,
      task_title: task.title,
      task_userid_close: null,
      task_userid_open: null,
      task_userid_update: user.id,
      task_uuid: task.uuid,
    },
    'Task added',
  );
}

/** Deletes first and reads the JSON then: without a body it is a 400, and the task is gone. */
function deleteGlobal(call: Call) {
  const { state } = call;
  const found = state.globalTasks.find(task => task.id === call.params['id']);
  if (found === undefined) return fail('Invalid task ID');
  remove(state.globalTasks, task => task === found);
  if (!call.isJson) throw new Refusal(page(400));
  return ok([], 'Task deleted');
}
