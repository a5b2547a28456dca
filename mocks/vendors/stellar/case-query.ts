import type { Caller } from './access.ts';
import { summarise } from './case-summary.ts';
import type { StellarQuirks } from './quirks.ts';
import type { SimulatedCase } from './records.ts';
import { lowerBound, type StellarState } from './state.ts';

const dayMs = 86_400_000;
const defaultLimit = 50;
const maxLimit = 500;

type CasesAnswer = { data: { total: number; cases: object[] } };
type Refusal = { status: number; message: string };
type Test = (simulated: SimulatedCase) => boolean;
type Range = { from: number; to: number };
type InstantField = 'created_at' | 'modified_at';

/** GET /cases. Names and values are case-sensitive; a parameter that means nothing is ignored without a word. */
export function queryCases(
  state: StellarState,
  query: URLSearchParams,
  caller: Caller,
  quirks: StellarQuirks,
  now: number,
): CasesAnswer | Refusal {
  for (const key of ['limit', 'skip', 'ticket_id']) {
    if (query.has(key) && !/^\d+$/.test(query.get(key) ?? '')) {
      return { status: 422, message: `${key} is not a number` };
    }
  }
  const tenantId = readTenant(query, quirks);
  if (tenantId !== null && !caller.mayRead(tenantId)) return { status: 403, message: 'Tenant mismatch' };
  const skip = Number(query.get('skip') ?? 0);
  if (quirks.skipLimit !== null && skip > quirks.skipLimit)
    return { status: 500, message: 'Internal Server Error' };
  // More than 500 is clamped in silence.
  const limit = Math.min(Number(query.get('limit') ?? defaultLimit), maxLimit);

  const created = readRange(query, 'created_at');
  if (quirks.hasDayRule && !(query.has('FROM~created_at') && query.has('TO~created_at'))) {
    created.from = Math.max(created.from, now - dayMs);
  }
  const ranges = { created_at: created, modified_at: readRange(query, 'modified_at') };
  const sort = quirks.isSortUnderstood ? (query.get('sort') ?? '') : '';
  const candidates = narrow(state, ranges, sort === 'modified_at' ? 'modified_at' : 'created_at');
  const tests = readTests(query, caller, tenantId);
  const matches = candidates.filter(tests);
  const isAscending = !quirks.isSortUnderstood || query.get('order') !== 'desc';
  const ordered = order(matches, sort, isAscending, candidates.field);
  const page = ordered.slice(skip, skip + limit);
  const summary = query.get('include_summary') === 'true';
  return {
    data: {
      total: matches.length,
      cases: summary
        ? page.map(simulated => ({
            ...simulated.record,
            summary: summarise(simulated, query.get('format_summary') === 'true'),
          }))
        : page.map(simulated => simulated.record),
    },
  };
}

/** The documents spell it in three ways; which one a release honours differs. */
function readTenant(query: URLSearchParams, quirks: StellarQuirks): string | null {
  for (const name of quirks.tenantParameters) {
    const value = query.get(name);
    if (value !== null) return value;
  }
  return null;
}

/** Both ends are included. */
function readRange(query: URLSearchParams, field: string): Range {
  return {
    from: Number(query.get(`FROM~${field}`) ?? Number.NEGATIVE_INFINITY),
    to: Number(query.get(`TO~${field}`) ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * The cases within both ranges, in the order of `preferred`. One range is cut by binary search, the other is tested
 * only where it excludes something.
 */
function narrow(state: StellarState, ranges: Record<InstantField, Range>, preferred: InstantField) {
  const other = preferred === 'created_at' ? 'modified_at' : 'created_at';
  const lists = { created_at: state.byCreated, modified_at: state.byModified };
  const cut = (field: InstantField) => ({
    start: lowerBound(lists[field], field, ranges[field].from),
    end: lowerBound(lists[field], field, ranges[field].to + 1),
  });
  const cuts = { created_at: cut('created_at'), modified_at: cut('modified_at') };
  const width = (field: InstantField) => cuts[field].end - cuts[field].start;
  const excludes = (field: InstantField) => width(field) < lists[field].length;
  // Taking the other order means sorting afterwards: worth it only where that order is cut much shorter.
  const field = excludes(other) && width(other) * 16 < width(preferred) ? other : preferred;
  const rest = field === 'created_at' ? 'modified_at' : 'created_at';
  const { from, to } = ranges[rest];
  const isTested = excludes(rest);
  const list = lists[field].slice(cuts[field].start, cuts[field].end);
  return {
    field,
    filter: (tests: readonly Test[]) =>
      tests.length === 0 && !isTested
        ? list
        : list.filter(simulated => {
            const at = simulated.record[rest];
            if (isTested && (at < from || at > to)) return false;
            for (const test of tests) if (!test(simulated)) return false;
            return true;
          }),
  };
}

function order(
  matches: readonly SimulatedCase[],
  sort: string,
  isAscending: boolean,
  presentOrder: InstantField,
): readonly SimulatedCase[] {
  if (sort === 'score' || sort === 'case_score') {
    const sign = isAscending ? 1 : -1;
    return matches.toSorted((left, right) => sign * (left.record.score - right.record.score));
  }
  const field = sort === 'modified_at' ? 'modified_at' : 'created_at';
  const ascending =
    field === presentOrder
      ? matches
      : matches.toSorted((left, right) => left.record[field] - right.record[field]);
  return isAscending ? ascending : ascending.toReversed();
}

function readTests(query: URLSearchParams, caller: Caller, tenantId: string | null): Test[] {
  const tests: Test[] = [];
  const add = (key: string, test: (simulated: SimulatedCase, value: string) => boolean): void => {
    const value = query.get(key);
    if (value !== null) tests.push(simulated => test(simulated, value));
  };
  if (caller.isScoped) tests.push(({ record }) => caller.mayRead(record.cust_id));
  if (tenantId !== null) tests.push(({ record }) => record.cust_id === tenantId);
  // One value a call: 'New,In Progress' is a word that no case has.
  add('status', ({ record }, value) => record.status === value);
  add('severity', ({ record }, value) => (record.severity ?? record.priority) === value);
  add('priority', ({ record }, value) => (record.severity ?? record.priority) === value);
  add('assignee', ({ record }, value) => record.assignee === value || record.assignee_name === value);
  add('ticket_id', ({ record }, value) => record.ticket_id === Number(value));
  add('min_score', ({ record }, value) => record.score >= Number(value));
  add('FROM~score', ({ record }, value) => record.score >= Number(value));
  add('TO~score', ({ record }, value) => record.score <= Number(value));
  add('min_size_auto', ({ record }, value) => record.size >= (value === '' ? 2 : Number(value)));
  add('tags', ({ record }, value) => value.split(',').some(tag => record.tags.includes(tag)));
  add('NOT~tags', ({ record }, value) => !value.split(',').some(tag => record.tags.includes(tag)));
  add('NOT~modified_by', ({ record }, value) => record.modified_by !== value);
  return tests;
}
