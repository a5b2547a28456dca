import { type CaseStatus, caseStatuses, type IncydrState, parseMicros, type StoredCase } from './state.ts';

/** The largest int32: what a list without `pgSize` asks for. */
const everything = 2_147_483_647;

type Comparable = string | number | null;
const sortValues: Record<string, (stored: StoredCase, state: IncydrState) => Comparable> = {
  number: stored => stored.number,
  name: stored => stored.name,
  status: stored => stored.status,
  createdAt: stored => stored.createdAtMicros,
  updatedAt: stored => stored.updatedAtMicros,
  archivalTime: stored => stored.archivalAt,
  assigneeUsername: (stored, state) => state.users.get(stored.assignee ?? '')?.username ?? null,
  subjectUsername: (stored, state) => state.users.get(stored.subject ?? '')?.username ?? null,
};

export type CaseList = { page: StoredCase[]; totalCount: number };
/** `problem`: a CaseProblem. `word`: the framework refuses an enum value before the service sees it. */
type CaseListRefusal = { problem: string } | { word: string };

/** Answers a list query, or says which part of it is refused. */
export function listCases(state: IncydrState, query: URLSearchParams): CaseList | CaseListRefusal {
  const pageNumber = readCount(query.get('pgNum') ?? '1');
  if (pageNumber === null) return { problem: 'INVALID_PAGE_NUMBER' };
  const pageSize = readCount(query.get('pgSize') ?? String(everything));
  if (pageSize === null) return { problem: 'INVALID_PAGE_SIZE' };

  const created = readInterval(query.get('createdAt'));
  const updated = readInterval(query.get('updatedAt'));
  if (created === null || updated === null) return { problem: 'INVALID_TIME_INTERVAL' };

  const wanted = query.getAll('status').filter(word => word !== '');
  const strange = wanted.find(word => !caseStatuses.includes(word as CaseStatus));
  if (strange !== undefined) return { word: strange };
  const sorts = readSorts(query);
  if (!Array.isArray(sorts)) return sorts;

  const is = (key: string, value: string | null) => !query.has(key) || query.get(key) === value;
  const name = (query.get('name') ?? '').toLowerCase();
  const isAssigned = query.get('isAssigned')?.toLowerCase();
  const matching = [...state.cases.values()].filter(
    stored =>
      (wanted.length === 0 || wanted.includes(stored.status)) &&
      is('assignee', stored.assignee) &&
      is('subject', stored.subject) &&
      is('lastModifiedBy', stored.lastModifiedBy) &&
      (isAssigned === undefined || (stored.assignee !== null) === (isAssigned === 'true')) &&
      stored.name.toLowerCase().includes(name) &&
      isWithin(stored.createdAtMicros, created) &&
      isWithin(stored.updatedAtMicros, updated),
  );
  matching.sort((left, right) => {
    for (const sort of sorts) {
      const order = compare(sort.value(left, state), sort.value(right, state));
      if (order !== 0) return sort.isDescending ? -order : order;
    }
    return left.number - right.number;
  });
  const first = (pageNumber - 1) * pageSize;
  return { page: matching.slice(first, first + pageSize), totalCount: matching.length };
}

function readCount(text: string): number | null {
  const count = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= everything ? count : null;
}

type Interval = { from: number; to: number };

/** `start/end`, both ends instants and included. Undefined: not asked; null: refused. */
function readInterval(text: string | null): Interval | undefined | null {
  if (text === null || text === '') return undefined;
  const ends = text.split('/');
  const from = parseMicros(ends[0] ?? '');
  const to = parseMicros(ends[1] ?? '');
  if (ends.length !== 2 || from === null || to === null || from > to) return null;
  return { from, to };
}

function isWithin(micros: number, interval: Interval | undefined): boolean {
  return interval === undefined || (micros >= interval.from && micros <= interval.to);
}

type Sort = { value: (stored: StoredCase, state: IncydrState) => Comparable; isDescending: boolean };

function readSorts(query: URLSearchParams): Sort[] | CaseListRefusal {
  const directions = query.getAll('srtDir');
  const strange = directions.find(word => word !== 'asc' && word !== 'desc');
  if (strange !== undefined) return { word: strange };
  const sorts: Sort[] = [];
  const keys = query.getAll('srtKey');
  for (const [index, key] of (keys.length === 0 ? ['number'] : keys).entries()) {
    const value = Object.hasOwn(sortValues, key) ? sortValues[key] : undefined;
    if (value === undefined) return { word: key };
    sorts.push({ value, isDescending: (directions[index] ?? directions[0] ?? 'asc') === 'desc' });
  }
  return sorts;
}

function compare(left: Comparable, right: Comparable): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
