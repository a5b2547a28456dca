import { ok, refuse } from './answer.ts';
import { type Body, checkBody, kept, toInt, toInts, toText } from './body.ts';
import { eventDate, isoNaive, offsetMs, rfc1123 } from './dates.ts';
import { listState } from './lists.ts';
import type { IrisEvent } from './records.ts';
import type { Call, Route } from './router.ts';
import { bump, findInCase, type IrisState, record, remove } from './state.ts';
import { eventCategories, eventColors } from './words.ts';

export const timelineRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/case/timeline/events/list',
    guard: 'read',
    handle: call => listEvents(call, null),
  },
  {
    method: 'GET',
    path: '/case/timeline/events/list/filter/{id}',
    guard: 'read',
    handle: call => listEvents(call, call.params['id'] ?? 0),
  },
  { method: 'GET', path: '/case/timeline/events/{id}', guard: 'read', handle: getEvent },
  { method: 'POST', path: '/case/timeline/events/add', guard: 'full', handle: addEvent },
  { method: 'POST', path: '/case/timeline/events/update/{id}', guard: 'full', handle: updateEvent },
  { method: 'POST', path: '/case/timeline/events/delete/{id}', guard: 'full', handle: deleteEvent },
  // These two write, although they are GET.
  { method: 'GET', path: '/case/timeline/events/flag/{id}', guard: 'full', handle: flagEvent },
  { method: 'GET', path: '/case/timeline/events/duplicate/{id}', guard: 'full', handle: duplicateEvent },
];

const fields = {
  event_title: { kind: 'string', required: true, min: 2 },
  event_date: { kind: 'string', required: true },
  event_tz: { kind: 'string', required: true },
  event_category_id: { kind: 'int', required: true },
  event_assets: { kind: 'list', required: true },
  event_iocs: { kind: 'list', required: true },
  event_content: { kind: 'string' },
  event_raw: { kind: 'string' },
  event_source: { kind: 'string' },
  event_tags: { kind: 'string' },
  event_color: { kind: 'string' },
  event_in_summary: { kind: 'bool' },
  event_in_graph: { kind: 'bool' },
  event_sync_iocs_assets: { kind: 'bool' },
  custom_attributes: { kind: 'any' },
} as const;

export function categoryName(event: IrisEvent): string | undefined {
  return eventCategories.find(category => category.id === event.categoryId)?.name;
}

/** UTC and the wall clock of the event's own zone. */
export function eventDates(event: IrisEvent) {
  return {
    event_date: eventDate(event.at),
    event_date_wtz: eventDate(event.at + (offsetMs(event.zone) ?? 0)),
    event_tz: event.zone,
  };
}

export function eventsOf(state: IrisState, caseId: number): IrisEvent[] {
  return state.events.filter(event => event.caseId === caseId).sort((one, other) => one.at - other.at);
}

/** No assets, no flag, no author: the other list has those. */
function listEvents(call: Call, assetId: number | null) {
  const { state, caseId } = call;
  const events = eventsOf(state, caseId).filter(
    event => assetId === null || event.assetIds.includes(assetId),
  );
  return ok({
    timeline: events.map(event => ({
      ...eventDates(event),
      category_name: categoryName(event),
      event_category_id: event.categoryId,
      event_color: event.color,
      event_content: event.content,
      event_id: event.id,
      event_in_graph: event.inGraph,
      event_in_summary: event.inSummary,
      event_tags: event.tags,
      event_title: event.title,
      event_uuid: event.uuid,
      iocs: event.iocIds.map(id => ({
        event_id: event.id,
        ioc_id: id,
        ioc_value: state.iocs.find(ioc => ioc.id === id)?.value,
      })),
    })),
    state: listState(call, 'timeline'),
  });
}

function toAnswer(event: IrisEvent) {
  return {
    ...eventDates(event),
    case_id: event.caseId,
    custom_attributes: event.customAttributes,
    event_added: isoNaive(event.addedAt),
    event_category_id: event.categoryId,
    event_color: event.color,
    event_content: event.content,
    event_id: event.id,
    event_in_graph: event.inGraph,
    event_in_summary: event.inSummary,
    event_is_flagged: event.isFlagged,
    event_raw: event.raw,
    event_source: event.source,
    event_tags: event.tags,
    event_title: event.title,
    event_uuid: event.uuid,
    modification_history: event.history,
    user_id: event.userId,
  };
}

function find(call: Call, message: string): IrisEvent {
  return findInCase(call.state.events, call.params['id'], call.caseId, message);
}

function getEvent(call: Call) {
  const event = find(call, 'Invalid event ID for this case');
  const comments = call.state.comments.filter(
    comment => comment.kind === 'timeline/events' && comment.objectId === event.id,
  );
  return ok({
    ...toAnswer(event),
    event_assets: event.assetIds,
    event_comments_map: comments.map(comment => ({ comment_event_id: event.id, comment_id: comment.id })),
    event_iocs: event.iocIds,
  });
}

/** The date needs a fraction and no zone; the zone must be an offset. They are checked before the rest. */
function readAt(body: Body): number {
  const text = toText(body['event_date']);
  if (text === null) throw refuse('Data error', { event_date: ['Missing field event_date'] });
  const zone = toText(body['event_tz']);
  if (zone === null) throw refuse('Data error', { event_tz: ['Missing field event_tz'] });
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\.(\d{1,6})$/.exec(text);
  const at =
    match === null ? Number.NaN : Date.parse(`${match[1]}.${(match[2] ?? '').padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(at)) throw refuse('Data error', { event_date: ['Not a valid datetime.'] });
  const offset = offsetMs(zone);
  if (offset === null) throw refuse('Data error', { event_date: ['Invalid date time'] });
  return at - offset;
}

function check(call: Call, body: Body): void {
  const { state, caseId } = call;
  const isAsset = (id: number) => state.assets.some(asset => asset.id === id && asset.caseId === caseId);
  const isIoc = (id: number) => state.iocs.some(ioc => ioc.id === id && ioc.caseIds.includes(caseId));
  if (!toInts(body['event_assets']).every(isAsset)) {
    throw refuse('Data error', { event_assets: ['Invalid assets ID'] });
  }
  if (!toInts(body['event_iocs']).every(isIoc))
    throw refuse('Data error', { event_iocs: ['Invalid IOCs ID'] });
  checkBody(body, fields);
  if (!eventCategories.some(category => category.id === toInt(body['event_category_id']))) {
    throw refuse('Data error', { event_category_id: ['Invalid event category ID'] });
  }
}

const toBool = (value: unknown) => (typeof value === 'boolean' ? value : null);

function fill(event: IrisEvent, body: Body, at: number): void {
  event.at = at;
  event.zone = String(body['event_tz']);
  event.title = String(body['event_title']);
  event.categoryId = toInt(body['event_category_id']) ?? 1;
  event.assetIds = toInts(body['event_assets']);
  event.iocIds = toInts(body['event_iocs']);
  event.content = kept(body, 'event_content', toText, event.content);
  event.raw = kept(body, 'event_raw', toText, event.raw);
  event.source = kept(body, 'event_source', toText, event.source);
  event.tags = kept(body, 'event_tags', toText, event.tags);
  event.inSummary = kept(body, 'event_in_summary', toBool, event.inSummary);
  event.inGraph = kept(body, 'event_in_graph', toBool, event.inGraph);
  event.customAttributes = kept(body, 'custom_attributes', value => value, event.customAttributes);
  const color = kept(body, 'event_color', toText, event.color);
  event.color = color === null || eventColors.includes(color) ? color : '';
}

function addEvent(call: Call) {
  const { state, caseId, user } = call;
  const body = call.body();
  const at = readAt(body);
  check(call, body);
  const event: IrisEvent = {
    id: state.nextId('event'),
    uuid: state.uuid(),
    caseId,
    title: '',
    content: null,
    raw: null,
    source: null,
    tags: null,
    color: null,
    inSummary: null,
    inGraph: null,
    isFlagged: false,
    at,
    zone: '+00:00',
    categoryId: 1,
    assetIds: [],
    iocIds: [],
    addedAt: state.now(),
    userId: user.id,
    customAttributes: null,
    history: {},
  };
  fill(event, body, at);
  record(state, event.history, 'created', user);
  state.events.push(event);
  bump(state, caseId, 'timeline');
  return ok(toAnswer(event), 'Event added');
}

/** Takes `event_date` as the wall clock of `event_tz`: the fetched UTC date sent back moves the event. */
function updateEvent(call: Call) {
  const event = find(call, 'Invalid event ID for this case');
  const body = call.body();
  const at = readAt(body);
  check(call, body);
  fill(event, body, at);
  record(call.state, event.history, 'updated', call.user);
  bump(call.state, call.caseId, 'timeline');
  return ok(
    {
      ...toAnswer(event),
      event_assets: event.assetIds,
      event_iocs: event.iocIds,
      event_sync_iocs_assets: body['event_sync_iocs_assets'],
    },
    'Event updated',
  );
}

function deleteEvent(call: Call) {
  const event = find(call, 'Not a valid event ID for this case');
  remove(call.state.events, item => item === event);
  bump(call.state, call.caseId, 'timeline');
  return ok([], `Event ID ${event.id} deleted`);
}

/** Toggles, and counts nothing. */
function flagEvent(call: Call) {
  const event = find(call, 'Invalid event ID for this case');
  event.isFlagged = !event.isFlagged;
  const dates = {
    event_added: rfc1123(event.addedAt),
    event_date: rfc1123(event.at),
    event_date_wtz: rfc1123(event.at + (offsetMs(event.zone) ?? 0)),
  };
  return ok(
    {
      ...toAnswer(event),
      ...dates,
      case: null,
      category: null,
      event_category_id: undefined,
      registry: null,
      user: null,
    },
    event.isFlagged ? 'Event flagged' : 'Event unflagged',
  );
}

function duplicateEvent(call: Call) {
  const { state, caseId } = call;
  const event = find(call, 'Invalid event ID for this case');
  const copy: IrisEvent = {
    ...event,
    id: state.nextId('event'),
    uuid: state.uuid(),
    title: `[DUPLICATED] - ${event.title}`,
    addedAt: state.now(),
  };
  state.events.push(copy);
  bump(state, caseId, 'timeline');
  return ok({ ...toAnswer(copy), event_category_id: undefined }, 'Event duplicated');
}
