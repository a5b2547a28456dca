import * as v from 'valibot';
import { type Operation, type OperationTable, rule } from '#domain/operation.ts';

export const caseStatuses = ['New', 'Escalated', 'In Progress', 'Resolved', 'Cancelled'] as const;
export const severities = ['Critical', 'High', 'Medium', 'Low'] as const;
export const resolutions = ['True Positive', 'False Positive', 'Benign'] as const;
/** Characters. The vendor's own limits are not published; these are what is sent at most. */
export const longest = { title: 1000, text: 100_000, tag: 200 } as const;
const root = '/connect/api/v1';

const decimal = { pattern: /^\d{1,15}(\.\d{1,10})?$/ };
const instant = { pattern: /^\d{1,15}$/ };
const tenant = { pattern: /^[0-9a-zA-Z-]{1,64}$/ };
const caseParams = { id: rule.token };
const commentParams = { id: rule.token, commentId: rule.token };
const shortText = v.pipe(v.string(), v.maxLength(longest.title));
const longText = v.pipe(v.string(), v.maxLength(longest.text));
const tagList = v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(longest.tag)));

function readOfCase(path: string, query: Operation['query'] = {}) {
  return {
    method: 'GET',
    path: `${root}/cases/{id}${path}`,
    class: 'R',
    target: 'api',
    params: caseParams,
    query,
  } as const satisfies Operation;
}

/** https://docs.stellarcyber.ai, "Stellar Cyber API" pages of the releases 5.1 to 7.0. */
export const operations = {
  listCases: {
    method: 'GET',
    path: `${root}/cases`,
    class: 'R',
    target: 'api',
    query: {
      // More than 500 is clamped, and past 1,000 skipped rows some tenants answer 500.
      limit: rule.count(500),
      skip: rule.count(1000),
      // Without both of these the vendor searches the last 24 h only and does not say so.
      'FROM~created_at': { ...instant, required: true },
      'TO~created_at': { ...instant, required: true },
      'FROM~modified_at': instant,
      'TO~modified_at': instant,
      'FROM~score': decimal,
      'TO~score': decimal,
      'NOT~tags': rule.text,
      'NOT~modified_by': rule.token,
      // Values are case-sensitive: a wrong one matches nothing and is no error.
      status: rule.oneOf(...caseStatuses),
      severity: rule.oneOf(...severities),
      tags: rule.text,
      assignee: rule.text,
      ticket_id: rule.count(999_999_999),
      min_score: decimal,
      min_size_auto: rule.count(999_999),
      // Three spellings of the same filter, honoured by different releases; the others are ignored in silence.
      cust_id: tenant,
      tenantid: tenant,
      tenant_id: tenant,
      include_summary: rule.flag,
      format_summary: rule.flag,
      sort: rule.oneOf('created_at', 'modified_at', 'score', 'case_score'),
      order: rule.oneOf('asc', 'desc'),
    },
    limits: { timeoutMs: 90_000 },
  },
  getCase: readOfCase(''),
  // Never more than 50 at once, whatever limit says, and no total.
  listAlerts: readOfCase('/alerts', { limit: rule.count(50), skip: rule.count(100_000) }),
  getObservables: readOfCase('/observables'),
  getSummary: readOfCase('/summary', { formatted: rule.flag }),
  listComments: readOfCase('/comments'),
  listActivities: readOfCase('/activities'),
  listScores: readOfCase('/scores'),
  listScoresBefore52: readOfCase('/activity/score'),
  getTriage: {
    method: 'GET',
    path: `${root}/ai/cases/detail`,
    class: 'R',
    target: 'api',
    query: { id: { ...rule.token, required: true } },
  },
  findAlert: {
    method: 'GET',
    path: '/connect/api/data/{index}/_search',
    class: 'R',
    target: 'api',
    params: { index: rule.token },
    query: { q: { pattern: /^_id:[\w-]{1,200}$/, required: true } },
  },
  listUsers: { method: 'GET', path: `${root}/users`, class: 'R', target: 'api' },
  getUser: {
    method: 'GET',
    path: `${root}/users/{userId}`,
    class: 'R',
    target: 'api',
    params: { userId: rule.token },
  },
  listTenants: {
    method: 'GET',
    path: `${root}/tenants`,
    class: 'R',
    target: 'api',
    query: { fields: { pattern: /^[a-z_]{1,40}(,[a-z_]{1,40}){0,20}$/ } },
  },
  listTenantGroups: { method: 'GET', path: `${root}/tenant_groups`, class: 'R', target: 'api' },
  listUserActivities: {
    method: 'GET',
    path: `${root}/user_activities`,
    class: 'R',
    target: 'api',
    // Both bounds or none, at most seven days apart.
    query: { 'FROM~Timestamps': instant, 'TO~Timestamps': instant, order: rule.oneOf('asc', 'desc') },
  },

  updateCase: {
    method: 'PUT',
    path: `${root}/cases/{id}`,
    class: 'I',
    target: 'api',
    params: caseParams,
    body: v.strictObject({
      status: v.optional(v.picklist(caseStatuses)),
      severity: v.optional(v.picklist(severities)),
      // '' takes the case from whoever has it.
      assignee: v.optional(shortText),
      // A change, although reads give a list.
      tags: v.optional(v.strictObject({ add: v.optional(tagList), delete: v.optional(tagList) })),
      name: v.optional(v.pipe(shortText, v.minLength(1))),
      description: v.optional(longText),
      resolution: v.optional(v.picklist(resolutions)),
      // Closes the case's alerts with it; before 5.4.1 they had to be closed one by one.
      update_alerts: v.optional(v.boolean()),
    }),
  },
  createCase: {
    method: 'POST',
    path: `${root}/cases`,
    class: 'N',
    target: 'api',
    body: v.strictObject({
      name: v.pipe(shortText, v.minLength(1)),
      alerts: v.array(v.strictObject({ _id: shortText, _index: shortText })),
      cust_id: v.optional(shortText),
      severity: v.optional(v.picklist(severities)),
      status: v.optional(v.picklist(caseStatuses)),
      assignee: v.optional(shortText),
      tags: v.optional(tagList),
      comment: v.optional(longText),
    }),
  },
  addComment: {
    method: 'POST',
    path: `${root}/cases/{id}/comments`,
    class: 'N',
    target: 'api',
    params: caseParams,
    body: v.strictObject({ comment: v.pipe(longText, v.minLength(1)) }),
  },
  updateComment: {
    method: 'PUT',
    path: `${root}/cases/{id}/comments/{commentId}`,
    class: 'I',
    target: 'api',
    params: commentParams,
    body: v.strictObject({ comment: v.pipe(longText, v.minLength(1)) }),
  },
  deleteComment: {
    method: 'DELETE',
    path: `${root}/cases/{id}/comments/{commentId}`,
    class: 'I',
    target: 'api',
    params: commentParams,
  },
  changeAlert: {
    method: 'POST',
    path: `${root}/security_events/{index}/{id}`,
    // Comments are appended, so sending twice says things twice.
    class: 'N',
    target: 'api',
    params: { index: rule.token, id: rule.token },
    body: v.strictObject({
      // An alert is Closed where a case is Resolved.
      status: v.optional(v.picklist(['New', 'In Progress', 'Cancelled', 'Closed'])),
      comments: v.optional(longText),
      event_tags: v.optional(v.array(v.strictObject({ op: v.literal('add'), tag: shortText }))),
    }),
  },
} as const satisfies OperationTable;
