import { HttpResponse } from 'msw';
import { formatMicros, type IncydrState, riskOf, type StoredCase, type StoredEvent } from './state.ts';

/** The two generations of the same API: own host and path, own sign-in, small differences in bodies. */
export type Generation = 'legacy' | 'gateway';

/** The Cases service's own refusal. */
export function caseProblem(
  problem: string,
  description: string | null = null,
  status = 400,
): HttpResponse<string> {
  return json({ problem, description }, status);
}

/** The refusal of the file event calls: one free word. */
export function eventProblem(problem: string): HttpResponse<string> {
  return json({ problem }, 400);
}

/** What comes when the framework answers before the service does. */
export function springError(
  status: number,
  message: string,
  path: string,
  now: number,
): HttpResponse<string> {
  const error =
    { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' }[status] ?? 'Error';
  const timestamp = new Date(now).toISOString().replace('Z', '+00:00');
  return json({ timestamp, status, error, message, path }, status);
}

export function json(body: unknown, status = 200): HttpResponse<string> {
  return raw(JSON.stringify(body), status);
}

export function raw(text: string, status = 200): HttpResponse<string> {
  return new HttpResponse(text, { status, headers: { 'content-type': 'application/json' } });
}

/** The documentation prints the uids of the PUT answer as bare numbers beyond 2^53. */
export function withBareUids(text: string): string {
  return text.replace(/"(subject|assignee)":"(\d+)"/g, '"$1":$2');
}

export function slimCase(state: IncydrState, stored: StoredCase): Record<string, unknown> {
  const nameOf = (uid: string | null) => (uid === null ? null : (state.users.get(uid)?.username ?? null));
  return {
    number: stored.number,
    name: stored.name,
    createdAt: formatMicros(stored.createdAtMicros),
    updatedAt: formatMicros(stored.updatedAtMicros),
    subject: stored.subject,
    subjectUsername: nameOf(stored.subject),
    status: stored.status,
    assignee: stored.assignee,
    assigneeUsername: nameOf(stored.assignee),
    createdByUserUid: stored.createdBy,
    createdByUsername: nameOf(stored.createdBy),
    lastModifiedByUserUid: stored.lastModifiedBy,
    lastModifiedByUsername: nameOf(stored.lastModifiedBy),
    archivalTime:
      stored.archivalAt === null ? null : new Date(stored.archivalAt).toISOString().replace('.000Z', 'Z'),
  };
}

export function fullCase(state: IncydrState, stored: StoredCase): Record<string, unknown> {
  return { ...slimCase(state, stored), description: stored.description, findings: stored.findings };
}

/** The legacy service answers the shape of 2020: no availability, no risk. */
export function slimEvent(event: StoredEvent, generation: Generation): Record<string, unknown> {
  const oldest = {
    eventId: event.id,
    eventTimestamp: new Date(event.at).toISOString(),
    exposure: event.exposure,
    fileName: event.fileName,
    filePath: event.directory,
  };
  if (generation === 'legacy') return oldest;
  const risk = riskOf(event);
  return {
    ...oldest,
    fileAvailability: event.hasFile ? 'EXACT_FILE_AVAILABLE' : 'NO_FILE_AVAILABLE',
    riskIndicators: event.indicators,
    riskScore: risk.score,
    riskSeverity: risk.severity,
  };
}
