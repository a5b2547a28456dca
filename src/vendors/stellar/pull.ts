import type { PullPage, PullRequest } from '#domain/vendor.ts';
import { type CaseList, earliest, horizon } from './case-list.ts';
import { type CaseSource, type TenantParameter, tenantParameters } from './case-source.ts';
import { type CaseFilter, type CaseWindow, pageSize, type WindowField } from './case-window.ts';
import { keepFilters } from './keep-filters.ts';
import { readWindows } from './read-windows.ts';
import { type Progress, readWatermark, writeWatermark } from './watermark.ts';

const dayMs = 86_400_000;
const recentMs = 30 * dayMs;
/** A change may become visible a little after a later one: the last minute is read again. */
const overlapMs = 60_000;
/** Calls at once. */
const places = 4;

type PullOptions = { source: CaseSource; tenantId: string; now: number };

/** All cases that the policy keeps, the newest first; then what changed since. Never skips past 1,000 rows. */
export async function* pull(
  { source, tenantId, now }: PullOptions,
  { since, keep, signal }: PullRequest,
): AsyncGenerator<PullPage, void, void> {
  const scope = JSON.stringify([keep, tenantId]);
  const filters = keepFilters(keep, now);
  let state: Progress;
  const resumed = readWatermark(since, scope);

  if (resumed === null) {
    const parameter = tenantId === '' ? null : tenantParameters[0];
    const opening = await open(source, filters[0] ?? {}, parameter, now, signal);
    state = { version: 1, scope, ...start(opening, filters, now), known: null };
    const isCounted = tenantId === '' || opening.parameter !== null;
    yield {
      ...toPage(source, state, opening.list),
      known: isCounted ? opening.list.total : null,
      isKnownPartial: isCounted,
    };
    state.known = await source.count(filters, state.tenantParameter, signal);
  } else if (resumed.pending.length === 0) {
    const from = Math.max(0, resumed.newest - overlapMs);
    state = { ...resumed, field: 'modified_at', pending: [{ from, to: horizon(now), filter: {} }] };
  } else {
    state = resumed;
  }

  const { field, tenantParameter } = state;
  let isCountOld = resumed !== null && resumed.pending.length > 0;
  const pages = readWindows({
    field,
    pending: state.pending.map(({ skip, ...window }) => (skip === undefined ? window : { ...window, skip })),
    places,
    signal,
    ask: (window, use) => source.list(toQuery(window, field), tenantParameter, use),
  });
  for await (const { list, pending } of pages) {
    state = { ...state, pending };
    if (!list.cases.every(source.isOurs)) state = { ...state, tenantParameter: null, known: null };
    if (field === 'modified_at') {
      const newest = Math.max(state.newest, newestChange(list, now) ?? 0);
      isCountOld ||= newest > state.newest;
      state.newest = newest;
    }
    if (isCountOld && pending.length === 0) {
      state.known = await source.count(filters, state.tenantParameter, signal);
    }
    yield toPage(source, state, list);
  }
}

function toPage(source: CaseSource, state: Progress, list: CaseList): PullPage {
  return {
    rows: source.toRows(list.cases),
    gone: [],
    known: state.known,
    isKnownPartial: false,
    watermark: writeWatermark(state),
    isCaughtUp: state.pending.length === 0,
  };
}

type Opening = { list: CaseList; parameter: TenantParameter | null };

/**
 * The last changed among the recently made: one quick call that fills the screen and tells where changes start.
 * With a tenant chosen, each spelling of the filter is tried until no row of another tenant comes.
 */
async function open(
  source: CaseSource,
  filter: CaseFilter,
  parameter: TenantParameter | null,
  now: number,
  signal: AbortSignal,
): Promise<Opening> {
  const query = {
    ...filter,
    'FROM~created_at': now - recentMs,
    limit: pageSize,
    sort: 'modified_at',
    order: 'desc',
  };
  const list = await source.list(query, parameter, signal);
  if (parameter === null || list.cases.every(source.isOurs)) return { list, parameter };
  const next = tenantParameters[tenantParameters.indexOf(parameter) + 1];
  if (next !== undefined) return open(source, filter, next, now, signal);
  return { list, parameter: null };
}

/** What an opening leaves to be read. */
function start({ list, parameter }: Opening, filters: readonly CaseFilter[], now: number) {
  const [first = {}, ...others] = filters;
  const recent = now - recentMs;
  const isWhole = list.total !== null && list.cases.length >= list.total;
  const pending: CaseWindow[] = [
    ...(isWhole ? [] : [{ from: recent, to: horizon(now), filter: first }]),
    { from: earliest, to: recent - 1, filter: first },
    ...others.map(filter => ({ from: earliest, to: horizon(now), filter })),
  ];
  return {
    tenantParameter: parameter,
    field: 'created_at' as const,
    pending,
    // By the vendor's clock where it said anything: what changes from now on is newer than its newest change.
    newest: newestChange(list, now) ?? now - dayMs,
  };
}

/** Never later than now: one row with a date in the future must not hide all real changes. */
function newestChange(list: CaseList, now: number): number | null {
  const instants = list.cases.flatMap(({ modified_at: at }) => at ?? []);
  return instants.length === 0 ? null : Math.min(now, Math.max(...instants));
}

function toQuery({ from, to, filter, skip }: CaseWindow, field: WindowField): CaseFilter {
  return {
    ...filter,
    [`FROM~${field}`]: from,
    [`TO~${field}`]: to,
    ...(skip === undefined ? {} : { skip }),
    limit: pageSize,
    sort: field,
    order: 'desc',
  };
}
