import * as v from 'valibot';
import { listOf } from './endpoint.ts';
import { accessModes, caseTypes, priorities, statuses } from './records.ts';

/** Both spellings are served in a search; only `working*` can be written. */
const searchStatuses = [...statuses, 'waitingSoc', 'waitingCustomer'] as const;
const timeFields = [
  'createdTimestamp',
  'lastUpdatedTimestamp',
  'closedTimestamp',
  'publishedTimestamp',
  'techDueTimestamp',
  'all',
] as const;
const keywordFields = ['subject', 'description', 'comments', 'id', 'all'] as const;
const userFields = [
  'reporter',
  'assignedUser',
  'assignedTech',
  'createdByUser',
  'publishedByUser',
  'lastUpdatedByUser',
  'closedByUser',
  'commentedByUser',
  'all',
] as const;
export const sortFields = [
  'id',
  'customer',
  'service',
  'category',
  'type',
  'status',
  'priority',
  'subject',
  'createdTimestamp',
  'lastUpdatedTimestamp',
  'closedTimestamp',
  'techDueTimestamp',
] as const;
export type SortField = (typeof sortFields)[number];

const named = v.union([v.number(), v.string()]);
const flag = v.nullish(v.boolean());
const time = v.nullish(v.union([v.number(), v.string()]));
const list = <Item extends v.GenericSchema>(item: Item) => v.nullish(listOf(item));

const matching = {
  startTimestamp: time,
  endTimestamp: time,
  timeFieldStrategy: list(v.picklist(timeFields)),
  timeMatchStrategy: v.nullish(v.picklist(['any', 'all'])),
  exclude: flag,
  required: flag,
  customerID: list(v.number()),
  customer: list(named),
  caseID: list(v.number()),
  type: list(v.picklist(caseTypes)),
  service: list(named),
  category: list(named),
  status: list(v.picklist(searchStatuses)),
  priority: list(v.picklist(priorities)),
  assetID: list(v.string()),
  tag: list(v.strictObject({ key: v.string(), values: list(v.string()) })),
  workflow: list(v.string()),
  field: list(v.strictObject({ field: v.string(), values: list(v.string()) })),
  keywords: list(v.string()),
  keywordFieldStrategy: list(v.picklist(keywordFields)),
  keywordMatchStrategy: v.nullish(v.picklist(['all', 'any', 'ALL', 'ANY'])),
  user: list(named),
  userID: list(v.number()),
  userFieldStrategy: list(v.picklist(userFields)),
  userAssigned: flag,
  techAssigned: flag,
  accessMode: list(v.picklist(accessModes)),
  explicitAccess: list(v.string()),
  includeFlags: list(v.string()),
  excludeFlags: list(v.string()),
  includeDeleted: flag,
  includeTestData: flag,
};

type Matching = v.InferOutput<ReturnType<typeof v.strictObject<typeof matching, undefined>>>;
export type Criteria = Matching & { subCriteria?: Criteria[] | null | undefined };

const subCriteria: v.GenericSchema<unknown, Criteria> = v.lazy(
  () => v.strictObject({ ...matching, subCriteria: list(subCriteria) }) as v.GenericSchema<unknown, Criteria>,
);

const row = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(100_000));
const sortTerm = v.pipe(
  v.string(),
  v.check(
    text => (sortFields as readonly string[]).includes(text.replace(/^-/, '')),
    'Not a field to sort by',
  ),
);

/** The body of POST /cases/v2/case/search. Unknown properties are refused. */
export const searchBody = v.strictObject({
  ...matching,
  subCriteria: list(subCriteria),
  limit: v.nullish(row(0)),
  offset: v.nullish(row(0)),
  sortBy: list(sortTerm),
  includeDescription: flag,
  includeWorkflows: flag,
});
export type SearchBody = v.InferOutput<typeof searchBody>;
