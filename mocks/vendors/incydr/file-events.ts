import { HttpResponse, http, type RequestHandler } from 'msw';
import { eventProblem, json, slimEvent } from './answers.ts';
import { readFields } from './case-body.ts';
import { fullEvent } from './full-event.ts';
import { findCase, guarded, notFound, type Service, type ServiceCall } from './service.ts';
import { type StoredCase, type StoredEvent, stampMicros } from './state.ts';

const mostPerCase = 10_000;
/** The vendor has such a limit and does not say how high it is. */
const mostPerRequest = 1_000;

/** The file events of a case: list, add one or many, read, take off, and the file itself. */
export function fileEventHandlers(service: Service): RequestHandler[] {
  const all = `${service.origin}${service.casesPath}/:number/fileevent`;
  const one = `${all}/:eventId`;
  return [
    http.get(
      all,
      guarded(service, call => list(service, call)),
    ),
    http.post(
      all,
      guarded(service, async call => add(service, call, readEventIds(await readFields(call.request)))),
    ),
    http.post(
      one,
      guarded(service, call => add(service, call, [call.params['eventId'] ?? ''])),
    ),
    http.get(
      one,
      guarded(service, call => {
        const event = findEvent(service, call);
        return event === undefined
          ? notFound(service, call, 'events')
          : json(fullEvent(event, service.state));
      }),
    ),
    http.delete(
      one,
      guarded(service, call => remove(service, call)),
    ),
    http.get(
      `${one}/file`,
      guarded(service, call => {
        const event = findEvent(service, call);
        if (event === undefined || !event.hasFile) return notFound(service, call, 'stream');
        return new HttpResponse(fileBytes(event), {
          headers: {
            'content-type': 'application/octet-stream',
            'content-disposition': `attachment; filename="${event.fileName.replaceAll('"', '')}"`,
          },
        });
      }),
    ),
  ];
}

/** What the simulated file holds: its own description, not its claimed size. */
export function fileBytes(event: StoredEvent): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(
    `Contents of ${event.fileName}, ${event.sizeInBytes} bytes at the source.\n`,
  );
}

function list(service: Service, call: ServiceCall): Response {
  const stored = findCase(service, call);
  if (stored === undefined) return notFound(service, call, 'events');
  const pageNumber = Number(call.url.searchParams.get('pgNum') ?? 1);
  const pageSize = Number(call.url.searchParams.get('pgSize') ?? mostPerCase);
  if (!Number.isInteger(pageNumber) || pageNumber < 1) return eventProblem('INVALID_PAGE_NUMBER');
  if (!Number.isInteger(pageSize) || pageSize < 1) return eventProblem('INVALID_PAGE_SIZE');
  const first = (pageNumber - 1) * pageSize;
  const events = eventsOf(service, stored)
    .slice(first, first + pageSize)
    .map(event => slimEvent(event, service.generation));
  return json(service.generation === 'legacy' ? { events } : { events, totalCount: stored.eventIds.length });
}

/** A case that does not exist is a 400 here, not a 404. All are added, or none. */
function add(service: Service, call: ServiceCall, eventIds: readonly string[] | null): Response {
  const stored = findCase(service, call);
  if (stored === undefined) return eventProblem('CASE_DOES_NOT_EXIST');
  if (stored.status !== 'OPEN') return eventProblem('CASE_IS_CLOSED');
  if (eventIds === null) return eventProblem('INVALID_REQUEST');
  if (eventIds.length > mostPerRequest) return eventProblem('TOO_MANY_EVENTS_IN_REQUEST');
  if (eventIds.some(id => !service.state.events.has(id))) return eventProblem('EVENT_DOES_NOT_EXIST');
  if (eventIds.some((id, index) => stored.eventIds.includes(id) || eventIds.indexOf(id) !== index))
    return eventProblem('CASE_ALREADY_HAS_EVENT');
  if (stored.eventIds.length + eventIds.length > mostPerCase) return eventProblem('MAX_EVENTS_REACHED');
  stored.eventIds.push(...eventIds);
  return touched(service, call, stored);
}

function remove(service: Service, call: ServiceCall): Response {
  const stored = findCase(service, call);
  if (stored === undefined) return notFound(service, call, 'events');
  if (stored.status !== 'OPEN') return eventProblem('CASE_IS_CLOSED');
  const event = findEvent(service, call);
  if (event === undefined) return notFound(service, call, 'events');
  stored.eventIds = stored.eventIds.filter(id => id !== event.id);
  return touched(service, call, stored);
}

function touched(service: Service, call: ServiceCall, stored: StoredCase): Response {
  stored.updatedAtMicros = stampMicros(service.state, service.now());
  stored.lastModifiedBy = call.actor;
  return new HttpResponse(null, { status: 204 });
}

function findEvent(service: Service, call: ServiceCall): StoredEvent | undefined {
  const id = call.params['eventId'] ?? '';
  return findCase(service, call)?.eventIds.includes(id) ? service.state.events.get(id) : undefined;
}

export function eventsOf(service: Service, stored: StoredCase): StoredEvent[] {
  return stored.eventIds.flatMap(id => service.state.events.get(id) ?? []);
}

function readEventIds(fields: Record<string, unknown> | null): string[] | null {
  const ids = fields?.['events'];
  return Array.isArray(ids) && ids.every(id => typeof id === 'string') ? ids : null;
}
