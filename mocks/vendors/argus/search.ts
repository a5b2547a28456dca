import { accessOf } from './access.ts';
import { type Answer, accessDenied, invalid, Refusal } from './container.ts';
import type { SearchBody, SortField } from './criteria.ts';
import { sortFields } from './criteria.ts';
import type { Caller } from './keys.ts';
import { compile } from './match.ts';
import { toList } from './pages.ts';
import { type CaseRecord, priorities, statuses } from './records.ts';
import { renderCase } from './render.ts';
import { type ArgusWorld, isDeleted } from './state.ts';

export function searchCases(world: ArgusWorld, caller: Caller, body: SearchBody): Answer {
  if (!caller.mayReadCases) throw new Refusal(403, accessDenied);
  if (body.includeDeleted === true && caller.role === 'user') {
    throw new Refusal(403, {
      ...invalid('includeDeleted', true, 'Not permitted'),
      messageTemplate: 'access.denied',
    });
  }
  const isMatch = compile(body, world.now());
  const found = [...world.cases.values()].filter(
    record =>
      (body.includeDeleted === true || !isDeleted(record)) &&
      accessOf(caller, record) !== null &&
      isMatch(record),
  );
  sortCases(found, body.sortBy ?? []);
  const view = {
    includeDescription: body.includeDescription !== false,
    includeWorkflows: body.includeWorkflows === true,
  };
  return toList(
    world,
    found,
    { limit: body.limit ?? 25, offset: body.offset ?? 0 },
    record => renderCase(world, record, accessOf(caller, record) ?? { level: 'read', role: 'user' }, view),
    countOf(world, body, found.length),
  );
}

/** Words sought in the texts and comments of a large archive are found, but not counted in time. */
function countOf(world: ArgusWorld, body: SearchBody, matches: number): number {
  if (world.switches.isCountMissing) return 0;
  const isHeavy =
    (body.keywords ?? []).length > 0 && body.keywordFieldStrategy == null && world.cases.size > 1_000;
  return world.switches.isCountTimedOut || isHeavy ? -1 : matches;
}

function sortCases(records: CaseRecord[], sortBy: readonly string[]): void {
  // The vendor names no default order. By id, so that nobody leans on newest first.
  const terms = [...sortBy, 'id'].map(text => {
    const name = text.replace(/^-/, '') as SortField;
    if (!sortFields.includes(name)) throw new Refusal(412, invalid('sortBy', text, 'Not a field to sort by'));
    return { name, sign: text.startsWith('-') ? -1 : 1 };
  });
  records.sort((left, right) => {
    for (const { name, sign } of terms) {
      const order = compare(sortValue(left, name), sortValue(right, name));
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

function sortValue(record: CaseRecord, name: SortField): string | number {
  if (name === 'priority') return priorities.indexOf(record.priority);
  if (name === 'status') return statuses.indexOf(record.status);
  if (name === 'customer' || name === 'service') return record[name].shortName;
  if (name === 'category') return record.category?.shortName ?? '';
  return record[name] ?? 0;
}

function compare(left: string | number, right: string | number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
