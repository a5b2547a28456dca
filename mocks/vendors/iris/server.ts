import { fail, notFound, ok } from './answer.ts';
import { toText } from './body.ts';
import { customerName } from './cases.ts';
import { likePattern } from './notes.ts';
import type { IrisUser } from './records.ts';
import type { Call, Route } from './router.ts';
import { findCase } from './state.ts';

/** The server itself, its users and customers. */
export const serverRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/ping', guard: 'standard', handle: () => ok([], 'pong') },
  { method: 'GET', path: '/api/versions', guard: 'standard', handle: versions },
  { method: 'GET', path: '/user/is-admin', guard: 'key', handle: isAdmin },
  { method: 'POST', path: '/user/has-permission', guard: 'standard', handle: hasPermission },
  { method: 'GET', path: '/manage/users/list', guard: 'admin', handle: listUsers },
  { method: 'GET', path: '/manage/users/restricted/list', guard: 'standard', handle: listRestricted },
  { method: 'GET', path: '/manage/users/lookup/id/{id}', guard: 'standard', handle: lookupId },
  { method: 'GET', path: '/manage/users/lookup/login/{name}', guard: 'standard', handle: lookupLogin },
  { method: 'GET', path: '/manage/customers/list', guard: 'admin', handle: listCustomers },
  { method: 'GET', path: '/manage/customers/{id}', guard: 'admin', handle: getCustomer },
  { method: 'GET', path: '/manage/groups/list', guard: 'admin', handle: () => ok([]) },
  // Whoever may write in a case may give others access to it.
  { method: 'POST', path: '/case/access/set-user', guard: 'full', handle: setAccess },
  { method: 'POST', path: '/search', guard: 'admin', handle: search },
  { method: 'GET', path: '/dim/tasks/list/{count}', guard: 'standard', handle: () => ok([]) },
  { method: 'GET', path: '/dim/hooks/options/{name}/list', guard: 'standard', handle: () => ok([]) },
];

function versions(call: Call) {
  const { version, apiMin, apiCurrent } = call.state.variant;
  return ok({ api_current: apiCurrent, api_min: apiMin, iris_current: `v${version}` });
}

function isAdmin() {
  return fail('Endpoint deprecated in v1.5.0. Use /user/has-permission to check permission.', [], 410);
}

function hasPermission(call: Call) {
  const wanted = Number(call.body()['permission_value']);
  const has = (call.user.permissions & wanted) !== 0;
  return has ? ok([], 'User has permission') : fail('User does not have permission', [], 403);
}

function toUser(user: IrisUser) {
  return {
    user_active: user.isActive,
    user_email: user.email,
    user_id: user.id,
    user_login: user.login,
    user_name: user.name,
    user_uuid: user.uuid,
  };
}

function listUsers(call: Call) {
  return ok(call.state.users.map(toUser));
}

function listRestricted(call: Call) {
  return ok(call.state.users.map(user => ({ ...toUser(user), user_email: undefined })));
}

function lookupId(call: Call) {
  const user = call.state.users.find(other => other.id === call.params['id']);
  if (user === undefined) return fail('Invalid login');
  return ok({ user_id: user.id, user_login: user.login, user_name: user.name });
}

function lookupLogin(call: Call) {
  const user = call.state.users.find(other => other.login === call.words['name']);
  return user === undefined ? fail('Invalid login') : ok(toUser(user));
}

function toCustomer(customer: Call['state']['customers'][number]) {
  return {
    customer_description: customer.description,
    customer_id: customer.id,
    customer_name: customer.name,
    customer_sla: customer.sla,
    customer_uuid: customer.uuid,
  };
}

function setAccess(call: Call) {
  const body = call.body();
  const { access_level: level, user_id: userId } = body;
  if (typeof level !== 'number' || typeof userId !== 'number') return fail('Invalid data');
  call.state.access.set(`${userId}:${call.caseId}`, level);
  return ok([], `Case access set to ${level} for user ${userId}`);
}

function listCustomers(call: Call) {
  return ok(call.state.customers.map(toCustomer));
}

/** One that is not there is IRIS's HTML 404, unlike everything else that is not there. */
function getCustomer(call: Call) {
  const customer = call.state.customers.find(item => item.id === call.params['id']);
  return customer === undefined ? notFound(call.isJson) : ok({ ...toCustomer(customer), contacts: [] });
}

/** Administrators only. IOCs by an exact LIKE, notes and comments by what they contain; case access is ignored. */
function search(call: Call) {
  const { state } = call;
  const body = call.body();
  const value = toText(body['search_value']) ?? '';
  const inCase = (caseId: number) => {
    const item = findCase(state, caseId);
    return { case_id: item.id, case_name: item.name, customer_name: customerName(state, item.customerId) };
  };
  if (body['search_type'] === 'ioc') {
    const hits = state.iocs.filter(ioc => likePattern(value, '').test(ioc.value));
    return ok(
      hits.flatMap(ioc => ioc.caseIds.map(id => ({ ...inCase(id), ioc_name: ioc.value, ioc_misp: null }))),
      'Results fetched',
    );
  }
  if (body['search_type'] === 'notes') {
    const hits = state.notes.filter(note => likePattern(`%${value}%`, '').test(note.content ?? ''));
    return ok(
      hits.map(note => ({ ...inCase(note.caseId), note_id: note.id, note_title: note.title })),
      'Results fetched',
    );
  }
  const hits = state.comments.filter(comment => (comment.text ?? '').includes(value));
  return ok(
    hits.map(comment => ({ ...inCase(comment.caseId), comment_id: comment.id, comment_text: comment.text })),
    'Results fetched',
  );
}
