import { ok } from './answer.ts';
import {
  dayMonthYear,
  daysBetween,
  monthDayYear,
  rfc1123,
  rfc1123Day,
  slashedDayMonthYear,
} from './dates.ts';
import type { IrisCase } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';
import { accessLevel, findUser, type IrisState } from './state.ts';
import { classifications, outcomeStatuses } from './words.ts';

/** Reads of cases as a whole. */
export const caseRoutes: readonly Route[] = [
  { method: 'GET', path: '/manage/cases/list', guard: 'standard', handle: listCases },
  // A session cookie is not set here: the guard is the case, not a permission.
  { method: 'GET', path: '/manage/cases/{id}', guard: 'key', caseInPath: 'read', handle: getCase },
  { method: 'GET', path: '/overview/filter', guard: 'standard', handle: overview },
  { method: 'GET', path: '/dashboard/case_charts', guard: 'standard', handle: charts },
  { method: 'GET', path: '/case/exists', guard: 'read', handle: () => ok([], 'Case exists') },
  { method: 'GET', path: '/case/users/list', guard: 'read', handle: listCaseUsers },
];

export function customerName(state: IrisState, id: number): string | null {
  return state.customers.find(customer => customer.id === id)?.name ?? null;
}

function classificationName(id: number | null): string | null {
  return classifications.find(item => item.id === id)?.name ?? null;
}

/** Cases of this key: denied ones are dropped without a word. */
function visibleCases(call: Call): { item: IrisCase; level: number }[] {
  return call.state.cases
    .map(item => ({ item, level: accessLevel(call.state, call.user, item.id) }))
    .filter(({ level }) => level === 2 || level === 4);
}

/** By open date ascending; ties in no order one may count on. No status, severity, tags, times or paging. */
function listCases(call: Call) {
  const { state } = call;
  const rows = visibleCases(call).sort((one, other) =>
    one.item.openDay < other.item.openDay ? -1 : one.item.openDay > other.item.openDay ? 1 : 0,
  );
  return ok(
    rows.map(({ item, level }) => ({
      access_level: level,
      case_close_date: item.closeDay === null ? '' : monthDayYear(item.closeDay),
      case_description: item.description,
      case_id: item.id,
      case_name: item.name,
      case_open_date: monthDayYear(item.openDay),
      case_soc_id: item.socId,
      case_uuid: item.uuid,
      classification: classificationName(item.classificationId),
      classification_id: item.classificationId,
      client_name: customerName(state, item.customerId),
      opened_by: findUser(state, item.openedById).login,
      opened_by_user_id: item.openedById,
      owner: findUser(state, item.ownerId).name,
      owner_id: item.ownerId,
    })),
  );
}

function getCase(call: Call) {
  const { state } = call;
  const item = caseOf(call);
  return ok({
    case_description: item.description,
    case_id: item.id,
    case_name: item.name,
    case_soc_id: item.socId,
    case_tags: item.tags,
    case_uuid: item.uuid,
    classification: classificationName(item.classificationId),
    classification_id: item.classificationId,
    close_date: item.closeDay === null ? null : rfc1123Day(item.closeDay),
    custom_attributes: item.customAttributes,
    customer_name: customerName(state, item.customerId),
    initial_date: rfc1123(item.createdAt),
    modification_history: item.history,
    open_by_user: findUser(state, item.openedById).login,
    open_by_user_id: item.openedById,
    open_date: rfc1123Day(item.openDay),
    owner: findUser(state, item.ownerId).name,
    owner_id: item.ownerId,
    protagonists: item.protagonists.map(person => ({ ...person, user_login: null, user_name: null })),
    status_id: item.statusId,
  });
}

/** Open cases only, with a third way to write a date. */
function overview(call: Call) {
  const { state } = call;
  const open = visibleCases(call).filter(({ item }) => item.closeDay === null);
  return ok(
    open.map(({ item }) => ({
      case_id: item.id,
      case_open_date: dayMonthYear(item.openDay),
      case_open_since_days: daysBetween(item.openDay, state.now()),
      case_title: item.name,
      case_uuid: item.uuid,
      classification: classificationName(item.classificationId),
      customer_name: customerName(state, item.customerId),
      owner: findUser(state, item.ownerId).name,
      tasks_status: countTasks(state, item.id),
    })),
  );
}

function countTasks(state: IrisState, caseId: number) {
  const tasks = state.tasks.filter(task => task.caseId === caseId);
  if (tasks.length === 0) return null;
  const closed = tasks.filter(task => task.statusId >= 4).length;
  return { closed_tasks: closed, open_tasks: tasks.length - closed };
}

function charts(call: Call) {
  const perDay = new Map<string, number>();
  for (const { item } of visibleCases(call)) {
    const day = slashedDayMonthYear(item.openDay);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  return ok([[...perDay.keys()], [...perDay.values()]]);
}

/** The only list of assignees that a key without administration gets. Denied users are in it, with level 1. */
function listCaseUsers(call: Call) {
  const { state, caseId } = call;
  return ok(
    state.users.map(user => ({
      user_access_level: accessLevel(state, user, caseId),
      user_active: user.isActive,
      user_email: user.email,
      user_id: user.id,
      user_login: user.login,
      user_name: user.name,
      user_uuid: user.uuid,
    })),
  );
}

export function outcomeWord(statusId: number): string | null {
  return outcomeStatuses.find(status => status.value === statusId)?.word ?? null;
}
