import type { RequestHandler } from 'msw';
import type { Answers } from './answers.ts';
import { readAlerts } from './case-alerts.ts';
import { openComments, readActivities, readComments, readScores } from './case-history.ts';
import { readObservables } from './case-observables.ts';
import { queryCases } from './case-query.ts';
import { summarise } from './case-summary.ts';
import { createCase, updateCase } from './case-writes.ts';
import type { StellarQuirks } from './quirks.ts';
import { readBody } from './read-body.ts';
import type { CommentRecord, SimulatedCase } from './records.ts';
import type { Answer, Asked, Route } from './route.ts';
import { changeCase, type StellarState } from './state.ts';

type CaseAnswer = (simulated: SimulatedCase, asked: Asked, request: Request) => Response | Promise<Response>;

export function createCaseHandlers(
  state: StellarState,
  answers: Answers,
  quirks: StellarQuirks,
  now: () => number,
  route: Route,
): RequestHandler[] {
  const root = '/connect/api/v1/cases';
  const written = (body: object) => (quirks.hasEmptyWrites ? answers.empty() : answers.ok(body));

  /** 404 for a case that is not there, 403 for one of a tenant outside the key's scope. */
  const onCase =
    (answer: CaseAnswer): Answer =>
    (asked, request) => {
      const simulated = state.byId.get(asked.params['id'] ?? '');
      if (simulated === undefined) return answers.fail(404, 'Case not found');
      if (!asked.caller.mayRead(simulated.record.cust_id)) return answers.fail(403, 'Tenant mismatch');
      return answer(simulated, asked, request);
    };

  const onComment = (
    answer: (comments: CommentRecord[], index: number, request: Request) => Response | Promise<Response>,
  ): Answer =>
    onCase((simulated, asked, request) => {
      const comments = openComments(state, simulated);
      const index = comments.findIndex(comment => comment._id === asked.params['commentId']);
      return index < 0 ? answers.fail(404, 'Comment not found') : answer(comments, index, request);
    });

  return [
    route('get', root, ({ query, caller }) => {
      const answer = queryCases(state, query, caller, quirks, now());
      return 'status' in answer ? answers.fail(answer.status, answer.message) : answers.ok(answer);
    }),
    route('post', root, async ({ caller }, request) => {
      const body = await readBody(request);
      const made = createCase(state, body, caller, now());
      if (typeof made === 'string') return answers.fail(422, made);
      if (typeof body['comment'] === 'string' && body['comment'] !== '') {
        addComment(state, made, body['comment'], caller.userId, now());
      }
      return answers.ok({ data: made.record });
    }),
    route(
      'get',
      `${root}/:id`,
      onCase(({ record }) => answers.ok({ data: record })),
    ),
    route(
      'put',
      `${root}/:id`,
      onCase(async (simulated, { caller }, request) => {
        const problem = updateCase(state, simulated, await readBody(request), caller, now(), quirks);
        return problem === null ? written({ data: simulated.record }) : answers.fail(422, problem);
      }),
    ),
    route(
      'get',
      `${root}/:id/alerts`,
      onCase((simulated, { query }) =>
        answers.ok({ data: { docs: readAlerts(simulated, query, state.alerts) } }),
      ),
    ),
    route(
      'get',
      `${root}/:id/observables`,
      onCase(simulated => answers.ok(readObservables(simulated))),
    ),
    route(
      'get',
      `${root}/:id/summary`,
      onCase((simulated, { query }) =>
        answers.ok({ data: summarise(simulated, query.get('formatted') === 'true') }),
      ),
    ),
    route(
      'get',
      `${root}/:id/activities`,
      onCase(simulated => answers.ok({ data: readActivities(state, simulated) })),
    ),
    ...['scores', 'activity/score'].map(path =>
      route(
        'get',
        `${root}/:id/${path}`,
        onCase(simulated => answers.ok({ data: readScores(simulated) })),
      ),
    ),
    route(
      'get',
      `${root}/:id/comments`,
      onCase(simulated => answers.ok({ data: readComments(state, simulated) })),
    ),
    route(
      'post',
      `${root}/:id/comments`,
      onCase(async (simulated, { caller }, request) => {
        const { comment } = await readBody(request);
        if (typeof comment !== 'string' || comment === '') return answers.fail(422, 'comment is missing');
        return written({ data: addComment(state, simulated, comment, caller.userId, now()) });
      }),
    ),
    route(
      'put',
      `${root}/:id/comments/:commentId`,
      onComment(async (comments, index, request) => {
        const { comment } = await readBody(request);
        const known = comments[index];
        if (typeof comment !== 'string' || comment === '' || known === undefined) {
          return answers.fail(422, 'comment is missing');
        }
        const changed = { ...known, comment, modified_at: now() };
        comments[index] = changed;
        return answers.ok({ data: changed });
      }),
    ),
    route(
      'delete',
      `${root}/:id/comments/:commentId`,
      onComment((comments, index) => {
        comments.splice(index, 1);
        return answers.empty();
      }),
    ),
  ];
}

function addComment(
  state: StellarState,
  simulated: SimulatedCase,
  comment: string,
  user: string,
  at: number,
): CommentRecord {
  const number = state.nextNumber;
  state.nextNumber += 1;
  const made = {
    _id: `c0ffee${number.toString(16).padStart(18, '0')}`,
    case_id: simulated.record._id,
    comment,
    created_at: at,
    user,
  };
  openComments(state, simulated).push(made);
  changeCase(state, simulated, {}, at);
  return made;
}
