import { HttpResponse, http, type RequestHandler } from 'msw';
import { caseProblem, fullCase, json, raw, slimCase, springError, withBareUids } from './answers.ts';
import { type BodyRefusal, readCaseBody } from './case-body.ts';
import { listCases } from './case-list.ts';
import { findCase, guarded, notFound, type Service, type ServiceCall } from './service.ts';
import { archivalOf, type StoredCase, stampMicros } from './state.ts';

/** List, create, read, replace and delete cases. */
export function caseHandlers(service: Service): RequestHandler[] {
  const { origin, casesPath, state } = service;
  const all = `${origin}${casesPath}`;
  const one = `${all}/:number`;
  return [
    http.get(
      all,
      guarded(service, call => list(service, call)),
    ),
    http.post(
      all,
      guarded(service, call => create(service, call)),
    ),
    http.get(
      one,
      guarded(service, call => {
        const stored = findCase(service, call);
        if (stored === undefined) return notFound(service, call, 'case');
        return answer(fullCase(state, stored), service.hasBareUids);
      }),
    ),
    http.put(
      one,
      guarded(service, call => replace(service, call)),
    ),
    http.delete(
      one,
      guarded(service, call => {
        const stored = findCase(service, call);
        if (stored === undefined) return notFound(service, call, 'case');
        state.cases.delete(stored.number);
        return new HttpResponse(null, { status: 204 });
      }),
    ),
  ];
}

function answer(body: unknown, hasBareUids: boolean): Response {
  const text = JSON.stringify(body);
  return raw(hasBareUids ? withBareUids(text) : text);
}

function list(service: Service, call: ServiceCall): Response {
  const found = listCases(service.state, call.url.searchParams);
  if ('problem' in found) return caseProblem(found.problem);
  if ('word' in found)
    return springError(400, `No enum constant ${found.word}`, call.url.pathname, service.now());
  const cases = found.page.map(stored => slimCase(service.state, stored));
  return answer({ cases, totalCount: found.totalCount }, service.hasBareUids);
}

async function create(service: Service, call: ServiceCall): Promise<Response> {
  const { state } = service;
  const body = await readCaseBody(call.request, state, null);
  if (isRefusal(body)) return refuse(service, call, body);
  const createdAtMicros = stampMicros(state, service.now());
  const stored: StoredCase = {
    ...body,
    number: state.nextNumber,
    status: 'OPEN',
    createdAtMicros,
    updatedAtMicros: createdAtMicros,
    createdBy: call.actor,
    lastModifiedBy: call.actor,
    archivalAt: archivalOf(createdAtMicros),
    eventIds: [],
  };
  state.nextNumber += 1;
  state.cases.set(stored.number, stored);
  return json(fullCase(state, stored));
}

/** Replaces the whole record: what is absent becomes null. What is closed or archived stays as it is. */
async function replace(service: Service, call: ServiceCall): Promise<Response> {
  const { state } = service;
  const stored = findCase(service, call);
  if (stored === undefined) return notFound(service, call, 'case');
  if (stored.status !== 'OPEN') {
    const problem = stored.status === 'CLOSED' ? 'NO_EDITS_ONCE_CLOSED' : 'NO_EDITS_ONCE_ARCHIVED';
    // The legacy service lets its framework answer this one.
    if (service.generation === 'legacy') return springError(400, problem, service.casesPath, service.now());
    return caseProblem(problem);
  }
  const body = await readCaseBody(call.request, state, stored);
  if (isRefusal(body)) return refuse(service, call, body);
  Object.assign(stored, body, {
    updatedAtMicros: stampMicros(state, service.now()),
    lastModifiedBy: call.actor,
  });
  if (body.status === 'CLOSED') stored.archivalAt = null;
  if (body.status === 'ARCHIVED') stored.eventIds = [];
  return answer(fullCase(state, stored), service.hasBareUids || service.generation === 'legacy');
}

function isRefusal(body: object): body is BodyRefusal {
  return 'problem' in body || 'framework' in body;
}

function refuse(service: Service, call: ServiceCall, refusal: BodyRefusal): Response {
  if ('problem' in refusal) return caseProblem(refusal.problem, refusal.description ?? null);
  return springError(400, refusal.framework, call.url.pathname, service.now());
}
