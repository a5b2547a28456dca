import { ok } from './answer.ts';
import { rfc1123 } from './dates.ts';
import { type ListName, listNames } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';

/** `state` beside every list of a case: a counter that one may poll. */
export function listState(call: Call, list: ListName) {
  const { counter, changedAt } = caseOf(call).lists[list];
  return { object_last_update: rfc1123(changedAt), object_state: counter };
}

export const stateRoutes: readonly Route[] = listNames.map(list => ({
  method: 'GET',
  path: `/case/${list}/state`,
  guard: 'read',
  handle: call => ok(listState(call, list)),
}));
