import type { HttpResponseResolver } from 'msw';
import { HttpResponse } from 'msw';
import { type Generation, springError } from './answers.ts';
import type { Sessions } from './sessions.ts';
import type { IncydrState, StoredCase } from './state.ts';

/** One generation of the API over the tenant's records. */
export type Service = {
  generation: Generation;
  origin: string;
  /** `/v1/cases` or `/api/v1/case`. */
  casesPath: string;
  state: IncydrState;
  sessions: Sessions;
  now: () => number;
  /** Writes the uids of every answer as bare numbers, not only those of the legacy PUT. */
  hasBareUids: boolean;
};

export type ServiceCall = {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string>>;
  /** Uid of who is signed in. */
  actor: string;
};

/** What every call goes through before its own work: the minute's limit, the token, the role. */
export function guarded(
  service: Service,
  answer: (call: ServiceCall) => Response | Promise<Response>,
): HttpResponseResolver {
  return async ({ request, params }) => {
    const url = new URL(request.url);
    const waitSeconds = service.sessions.takeRequest();
    if (waitSeconds !== null) {
      return new HttpResponse(null, { status: 429, headers: { 'retry-after': String(waitSeconds) } });
    }
    const token = service.sessions.find(service.generation, request.headers.get('authorization'));
    if (token === null) return springError(401, 'Unauthorized', url.pathname, service.now());
    if (!token.hasRole) return springError(403, 'Forbidden', url.pathname, service.now());
    return answer({ request, url, params: params as Record<string, string>, actor: token.uid });
  };
}

/** Undefined for a number that no case has, and for what is no number. */
export function findCase(service: Service, call: ServiceCall): StoredCase | undefined {
  const text = call.params['number'] ?? '';
  return /^\d{1,15}$/.test(text) ? service.state.cases.get(Number(text)) : undefined;
}

/** Three services, three ways to say that there is nothing. The gateway's case call has no body at all. */
export function notFound(service: Service, call: ServiceCall, kind: 'case' | 'events' | 'stream'): Response {
  if (kind === 'stream')
    return new HttpResponse('Not Found', { status: 404, headers: { 'content-type': 'text/plain' } });
  if (service.generation === 'legacy') return springError(404, 'Not Found', call.url.pathname, service.now());
  if (kind === 'case') return new HttpResponse(null, { status: 404 });
  return new HttpResponse('{}', { status: 404, headers: { 'content-type': 'application/json' } });
}
