import type { RequestHandler } from 'msw';
import { analysts, tenants } from '../../cast.ts';
import type { Answers } from './answers.ts';
import { createAlert, parseAlertId } from './case-alerts.ts';
import { readBody } from './read-body.ts';
import type { Route } from './route.ts';
import type { StellarState } from './state.ts';

const orgId = '5593fbd8b0444b1eaef5a89589d788d2';
const weekMs = 604_800_000;
/** An alert is closed with another word than a case. */
const alertStatuses: ReadonlySet<unknown> = new Set(['New', 'In Progress', 'Cancelled', 'Closed']);

/** Who and which tenants there are, and single alerts. */
export function createDirectoryHandlers(
  state: StellarState,
  answers: Answers,
  route: Route,
): RequestHandler[] {
  const root = '/connect/api/v1';
  const users = analysts.map(analyst => ({
    user_id: analyst.hex,
    email: analyst.email,
    name: analyst.name,
    priv_profile_id: analyst.number === 11 ? '1' : '3',
  }));

  const findAlert = (id: string) => {
    const parsed = parseAlertId(id);
    const simulated = parsed === null ? undefined : state.byId.get(parsed.caseId);
    if (parsed === null || simulated === undefined || parsed.position >= simulated.record.size) return null;
    return createAlert(simulated, parsed.position, state.alerts);
  };

  return [
    route('get', `${root}/users`, () => answers.ok({ data: users })),
    route('get', `${root}/users/:id`, ({ params }) => {
      const user = users.find(candidate => candidate.user_id === params['id']);
      return user === undefined ? answers.fail(404, 'User not found') : answers.ok({ data: user });
    }),
    route('get', `${root}/tenants`, ({ caller }) =>
      // A scoped key gets no list at all.
      caller.isScoped
        ? answers.fail(403, 'Forbidden')
        : answers.ok({
            data: tenants.map(tenant => ({
              cust_id: tenant.hex,
              cust_name: tenant.name,
              tgrp_name: 'Nordics',
              org_id: orgId,
              ds_num: tenant.number,
              user_num: tenant.number * 40,
              // Seconds here, milliseconds on cases.
              created_at: 1_672_531_200 + tenant.number * 86_400,
            })),
          }),
    ),
    route('get', `${root}/tenant_groups`, ({ caller }) =>
      caller.isScoped
        ? answers.fail(403, 'Forbidden')
        : answers.ok({ data: [{ tgrp_id: '1', tgrp_name: 'Nordics' }] }),
    ),
    route('get', `${root}/user_activities`, ({ query }) => {
      const from = query.get('FROM~Timestamps');
      const to = query.get('TO~Timestamps');
      if ((from === null) !== (to === null)) return answers.fail(422, 'Both bounds are needed, or none');
      if (from !== null && Number(to) - Number(from) > weekMs)
        return answers.fail(422, 'At most 7 days at once');
      return answers.ok({ activities: [] });
    }),
    route('get', `${root}/ai/cases/detail`, ({ query }) => {
      const story = state.byId.get(query.get('id') ?? '')?.story;
      if (story === undefined) return answers.fail(404, 'Case not found');
      // Cases that the vendor's triage never looked at have no summary.
      return answers.ok({ data: story === null ? {} : { aiSummary: triage(story.text) } });
    }),
    route('post', `${root}/security_events/:index/:id`, async ({ params }, request) => {
      const id = params['id'] ?? '';
      if (findAlert(id) === null) return answers.fail(404, 'Alert not found');
      const body = await readBody(request);
      if (body['status'] !== undefined && !alertStatuses.has(body['status'])) {
        return answers.fail(422, 'status is not known');
      }
      changeAlert(state, id, body);
      return answers.empty();
    }),
    route('get', '/connect/api/data/:index/_search', ({ query }) => {
      const alert = findAlert((query.get('q') ?? '').replace(/^_id:/, ''));
      const hits = alert === null ? [] : [{ ...alert, _type: '_doc', _score: 1 }];
      return answers.ok({
        took: 6,
        timed_out: false,
        hits: { total: { value: hits.length, relation: 'eq' }, max_score: 1, hits },
      });
    }),
    route('get', `${root}/incidents`, ({ query }) => {
      const ticketId = Number(query.get('ticket_id'));
      const found = state.byCreated.filter(({ record }) => record.ticket_id === ticketId);
      const incidents = found.map(({ record: { severity, score, ...rest } }) => ({
        ...rest,
        priority: severity ?? rest.priority,
        incident_score: score,
        metadata: { modified_at_auto: rest.modified_at, automatic_version: rest.version },
      }));
      return answers.ok({ data: { incidents, total: incidents.length } });
    }),
  ];
}

function triage(text: string): object {
  return {
    ai_case_triage: {
      verdict: 'True Positive',
      verdict_reasoning: 'Several techniques of one attack follow each other on the same hosts.',
      summary: { concise_summary: text, summary: text, recommendations: 'Isolate the hosts.' },
    },
  };
}

function changeAlert(state: StellarState, id: string, body: Readonly<Record<string, unknown>>): void {
  const known = state.alerts.get(id) ?? { comments: [], tags: [] };
  const added = Array.isArray(body['event_tags'])
    ? body['event_tags'].filter(change => change?.op === 'add').map(change => String(change.tag))
    : [];
  state.alerts.set(id, {
    ...known,
    ...(typeof body['status'] === 'string' ? { status: body['status'] } : {}),
    comments:
      typeof body['comments'] === 'string' ? [...known.comments, body['comments']] : [...known.comments],
    tags: [...new Set([...known.tags, ...added])],
  });
}
