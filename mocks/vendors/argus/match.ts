import { type Complaint, invalid, Refusal } from './container.ts';
import type { Criteria } from './criteria.ts';
import { findNamed, findUser } from './directory.ts';
import type { CaseRecord, User } from './records.ts';
import { readTime } from './time-words.ts';

type Test = (record: CaseRecord) => boolean;

/**
 * Parameters of one criteria object are AND-ed, values of one parameter OR-ed. Sub-criteria are OR-ed with each
 * other and AND-ed with their parent; `required` ones must match as well, `exclude` ones must not.
 */
export function compile(criteria: Criteria, now: number): Test {
  const own = compileOwn(criteria, now);
  const required: Test[] = [];
  const excluded: Test[] = [];
  const either: Test[] = [];
  for (const sub of criteria.subCriteria ?? []) {
    const test = compile(sub, now);
    if (sub.exclude === true) excluded.push(test);
    else if (sub.required === true) required.push(test);
    else either.push(test);
  }
  return record =>
    own(record) &&
    required.every(test => test(record)) &&
    !excluded.some(test => test(record)) &&
    (either.length === 0 || either.some(test => test(record)));
}

function compileOwn(criteria: Criteria, now: number): Test {
  const tests: Test[] = [];
  const anyOf = <Value>(
    values: readonly Value[] | null | undefined,
    test: (value: Value, record: CaseRecord) => boolean,
  ) => {
    if (values === null || values === undefined || values.length === 0) return;
    tests.push(record => values.some(value => test(value, record)));
  };
  anyOf(criteria.caseID, (id, record) => record.id === id);
  anyOf(criteria.customerID, (id, record) => record.customer.id === id);
  anyOf(criteria.customer, (name, record) => findNamed([record.customer], name) !== undefined);
  anyOf(criteria.service, (name, record) => findNamed([record.service], name) !== undefined);
  anyOf(
    criteria.category,
    (name, record) => record.category !== null && findNamed([record.category], name) !== undefined,
  );
  anyOf(criteria.type, (type, record) => record.type === type);
  anyOf(criteria.status, (status, record) => record.status === status.replace('waiting', 'working'));
  anyOf(criteria.priority, (priority, record) => record.priority === priority);
  anyOf(criteria.accessMode, (mode, record) => record.accessMode === mode);
  anyOf(criteria.includeFlags, (flag, record) => record.flags.includes(flag));
  anyOf(criteria.workflow, (name, record) => record.workflows.some(item => item.workflow === name));
  // Several tags of one list are OR-ed as well: for AND a `required` sub-criteria is needed.
  anyOf(criteria.tag, ({ key, values }, record) =>
    record.tags.some(tag => tag.key === key && (values == null || values.includes(tag.value))),
  );
  anyOf(criteria.field, ({ field, values }, record) => {
    const value = record.fields[field];
    return value !== undefined && (values == null || values.includes(value));
  });
  anyOf(criteria.assetID, () => false);
  anyOf(criteria.explicitAccess, (name, record) => record.access.some(entry => isUser(entry.subject, name)));

  const users = [...(criteria.user ?? []), ...(criteria.userID ?? [])];
  anyOf(users, (name, record) =>
    usersOf(record, criteria.userFieldStrategy ?? ['all']).some(user => isUser(user, name)),
  );
  if (typeof criteria.userAssigned === 'boolean') {
    tests.push(record => (record.assignedUser !== null) === criteria.userAssigned);
  }
  if (typeof criteria.techAssigned === 'boolean') {
    tests.push(record => (record.assignedTech !== null) === criteria.techAssigned);
  }
  if (criteria.excludeFlags != null) {
    tests.push(record => !criteria.excludeFlags?.some(flag => record.flags.includes(flag)));
  }
  addKeywords(tests, criteria);
  addTimes(tests, criteria, now);
  return record => tests.every(test => test(record));
}

function isUser(user: User, name: number | string): boolean {
  return user.id === findUser(name)?.id;
}

function usersOf(record: CaseRecord, fields: readonly string[]): User[] {
  const isWanted = (field: string) => fields.includes(field) || fields.includes('all');
  const named = ['reporter', 'assignedUser', 'assignedTech', 'createdByUser', 'lastUpdatedByUser'] as const;
  const later = ['closedByUser', 'publishedByUser'] as const;
  const found = [...named, ...later].filter(isWanted).map(field => record[field]);
  const commenters = isWanted('commentedByUser') ? record.comments.map(comment => comment.addedByUser) : [];
  return [...found.filter(user => user !== null), ...commenters];
}

function addKeywords(tests: Test[], criteria: Criteria): void {
  const words = (criteria.keywords ?? []).map(word => word.toLowerCase());
  if (words.length === 0) return;
  const fields = criteria.keywordFieldStrategy ?? ['all'];
  const isWanted = (field: string) => (fields as readonly string[]).includes(field) || fields.includes('all');
  const isAny = criteria.keywordMatchStrategy?.toLowerCase() === 'any';
  tests.push(record => {
    const text = [
      isWanted('subject') ? record.subject : '',
      isWanted('description') ? record.description : '',
      isWanted('id') ? String(record.id) : '',
      ...(isWanted('comments') ? record.comments.map(comment => comment.comment) : []),
    ]
      .join('\n')
      .toLowerCase();
    return isAny ? words.some(word => text.includes(word)) : words.every(word => text.includes(word));
  });
}

function addTimes(tests: Test[], criteria: Criteria, now: number): void {
  const complaints: Complaint[] = [];
  const read = (field: 'startTimestamp' | 'endTimestamp') => {
    const value = criteria[field];
    if (value === null || value === undefined) return null;
    const at = readTime(value, now);
    if (at === null)
      complaints.push(invalid(field, value, 'Not a time: epoch ms, ISO 8601 in UTC or relative'));
    return at;
  };
  const from = read('startTimestamp');
  const to = read('endTimestamp');
  if (complaints.length > 0) throw new Refusal(412, ...complaints);
  if (from === null && to === null) return;
  const strategies = criteria.timeFieldStrategy ?? ['all'];
  const isIn = (at: number | null) =>
    at !== null && (from === null || at >= from) && (to === null || at <= to);
  tests.push(record => {
    const instants = {
      createdTimestamp: record.createdTimestamp,
      lastUpdatedTimestamp: record.lastUpdatedTimestamp,
      closedTimestamp: record.closedTimestamp,
      publishedTimestamp: record.publishedTimestamp,
      techDueTimestamp: record.techDueTimestamp,
    };
    const asked = strategies.flatMap(name => (name === 'all' ? Object.values(instants) : [instants[name]]));
    return criteria.timeMatchStrategy === 'all' ? asked.every(isIn) : asked.some(isIn);
  });
}
