import { fail, ok } from './answer.ts';
import { assetLabel } from './assets.ts';
import { toText } from './body.ts';
import { isoSeconds, offsetMs } from './dates.ts';
import { listState } from './lists.ts';
import { likePattern } from './notes.ts';
import type { IrisEvent } from './records.ts';
import type { Call, Route } from './router.ts';
import { findUser, type IrisState } from './state.ts';
import { categoryName, eventDates, eventsOf } from './timeline.ts';

export const timelineFilterRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/timeline/advanced-filter', guard: 'read', handle: filterEvents },
  { method: 'POST', path: '/case/timeline/events/convert-date', guard: 'read', handle: convertDate },
];

type Filter = Record<string, string[]>;

/** `q` is JSON with arrays of text, un-quoted a second time by the server: a literal '+' becomes a space. */
function readFilter(text: string | null): Filter | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(unquotePlus(text));
    if (typeof value !== 'object' || value === null) return null;
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, Array.isArray(item) ? item.map(String) : []]),
    );
  } catch {
    return null;
  }
}

/** Python's `unquote_plus`: a percent sign that escapes nothing stays. */
function unquotePlus(text: string): string {
  return text.replaceAll('+', ' ').replace(/(%[0-9a-f]{2})+/gi, escaped => decodeURIComponent(escaped));
}

function filterEvents(call: Call) {
  const { state, caseId } = call;
  const filter = readFilter(call.query.get('q'));
  if (filter === null) return fail('Invalid query string');
  const events = eventsOf(state, caseId).filter(event => isMatch(state, event, filter));
  const rows = events.map(event => toRow(state, event));
  // With a session cookie the same address answers as the web page wants it.
  if (call.isSession) {
    return ok(
      {
        tim: rows,
        comments_map: {},
        assets: {},
        iocs: [],
        categories: [],
        state: listState(call, 'timeline'),
      },
      'ok',
    );
  }
  return ok({ timeline: rows, state: listState(call, 'timeline') }, 'ok');
}

/** Several assets must all be there; of several IOCs one is enough. Values are LIKE patterns. */
function isMatch(state: IrisState, event: IrisEvent, filter: Filter): boolean {
  const assets = state.assets.filter(asset => event.assetIds.includes(asset.id));
  const iocs = state.iocs.filter(ioc => event.iocIds.includes(ioc.id));
  const has = (text: string | null | undefined) => (value: string) =>
    likePattern(`%${value}%`, 'i').test(text ?? '');
  const every = (key: string, test: (value: string) => boolean) => (filter[key] ?? []).every(test);
  const wantedIocs = filter['ioc'] ?? [];
  return (
    every('asset', value => assets.some(asset => has(asset.name)(value))) &&
    (wantedIocs.length === 0 || wantedIocs.some(value => iocs.some(ioc => has(ioc.value)(value)))) &&
    every('title', has(event.title)) &&
    every('description', has(event.content)) &&
    every('tag', has(event.tags)) &&
    every('source', has(event.source)) &&
    every('raw', has(event.raw)) &&
    every('category', value => categoryName(event) === value) &&
    every('flag', value => event.isFlagged === (value === 'true')) &&
    every('startDate', value => isPast(value, limit => event.at >= limit)) &&
    every('endDate', value => isPast(value, limit => event.at <= limit))
  );
}

/** A date that cannot be read filters nothing. */
function isPast(value: string, test: (limit: number) => boolean): boolean {
  const limit = Date.parse(`${value.replace(' ', 'T')}Z`);
  return Number.isNaN(limit) || test(limit);
}

/** With names of assets and IOCs, flag and author; without ids and without `event_category_id`. */
function toRow(state: IrisState, event: IrisEvent) {
  return {
    ...eventDates(event),
    assets: state.assets
      .filter(asset => event.assetIds.includes(asset.id))
      .map(asset => ({
        compromised: asset.compromiseId === 1,
        description: asset.description,
        ip: asset.ip,
        name: assetLabel(asset),
      })),
    category_name: categoryName(event),
    event_added: isoSeconds(event.addedAt),
    event_color: event.color,
    event_content: event.content,
    event_id: event.id,
    event_in_graph: event.inGraph,
    event_in_summary: event.inSummary,
    event_is_flagged: event.isFlagged,
    event_tags: event.tags,
    event_title: event.title,
    event_uuid: event.uuid,
    iocs: state.iocs
      .filter(ioc => event.iocIds.includes(ioc.id))
      .map(ioc => ({ description: ioc.description, name: ioc.value })),
    user: findUser(state, event.userId).login,
  };
}

function convertDate(call: Call) {
  const text = toText(call.body()['date_value']) ?? '';
  const zone = /([+-]\d{2}:\d{2})$/.exec(text)?.[1] ?? '+00:00';
  const at = Date.parse(/([+-]\d{2}:\d{2}|Z)$/.test(text) ? text : `${text} UTC`);
  if (Number.isNaN(at)) return fail('Unable to find a matching date format');
  const local = new Date(at + (offsetMs(zone) ?? 0)).toISOString();
  return ok({ date: local.slice(0, 10), time: local.slice(11, 23), tz: zone }, 'Date parsed');
}
