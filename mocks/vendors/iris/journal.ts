import { crash, ok } from './answer.ts';
import { checkBody } from './body.ts';
import { crc32 } from './crc32.ts';
import { rfc1123 } from './dates.ts';
import { type Call, caseOf, type Route } from './router.ts';
import { findUser, logActivity } from './state.ts';

/** Summary, log and activity of a case. */
export const journalRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/summary/fetch', guard: 'read', handle: fetchSummary },
  { method: 'POST', path: '/case/summary/update', guard: 'full', handle: updateSummary },
  { method: 'POST', path: '/case/tasklog/add', guard: 'full', handle: addLog },
  { method: 'GET', path: '/case/activities/list', guard: 'read', handle: listActivities },
];

/** How many activities IRIS gives at most. */
const activityLimit = 40;

function fetchSummary(call: Call) {
  const { description } = caseOf(call);
  return ok({ case_description: description, crc32: crc32(description) }, 'Summary fetch');
}

/** Overwrites whatever is there and leaves no trace in `modification_history`; without the field it breaks. */
function updateSummary(call: Call) {
  const text = call.body()['case_description'];
  if (typeof text !== 'string') throw crash();
  caseOf(call).description = text;
  return ok(crc32(text), 'Summary updated');
}

/** The text is capitalized the way Python does it: every other letter becomes small. */
function addLog(call: Call) {
  const body = call.body();
  checkBody(body, { log_content: { kind: 'string', required: true, min: 1 } });
  const activity = logActivity(call.state, call.caseId, call.user, String(body['log_content']));
  return ok(
    {
      activity_date: rfc1123(activity.at),
      activity_desc: activity.text,
      case: null,
      case_id: call.caseId,
      display_in_ui: true,
      id: activity.id,
      is_from_api: activity.isFromApi,
      registry: null,
      user: null,
      user_id: call.user.id,
      user_input: true,
    },
    'Log saved',
  );
}

function listActivities(call: Call) {
  const own = call.state.activities.filter(activity => activity.caseId === call.caseId);
  own.sort((one, other) => other.at - one.at || other.id - one.id);
  return ok(
    own.slice(0, activityLimit).map(activity => ({
      activity_date: rfc1123(activity.at),
      activity_desc: activity.text,
      is_from_api: activity.isFromApi,
      name: findUser(call.state, activity.userId).name,
    })),
  );
}
