import * as v from 'valibot';
import { type OperationTable, type ParameterRule, rule } from '#domain/operation.ts';

const number = { pattern: /^\d{1,15}$/ };
const uid = { pattern: /^[\w-]{1,64}$/ };
/** Holds double quotes at times, never a slash. */
const eventId = { pattern: /^(?!\.{1,2}$)[^\p{Cc}/\\]{1,300}$/u };
/** An ISO 8601 interval, `start/end`. */
const interval = { pattern: /^[0-9T:.Z-]{20,27}\/[0-9T:.Z-]{20,27}$/ };
const language = { pattern: /^[a-z]{2}(-[A-Z]{2})?$/ };
const many = (one: ParameterRule): ParameterRule => ({ ...one, repeatable: true });

const page = { pgNum: rule.count(1_000_000), pgSize: rule.count(10_000) };
/** Without `pgSize` the vendor sends everything it has at once. */
const requiredPage = { ...page, pgSize: { ...page.pgSize, required: true } };

const text = v.nullable(v.string());
const userId = v.nullable(v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)));
const newCase = v.strictObject({
  name: v.string(),
  description: text,
  findings: text,
  subject: userId,
  assignee: userId,
});
/** What is absent becomes null at the vendor, so every field must be there. */
const wholeCase = v.strictObject({ ...newCase.entries, status: v.picklist(['OPEN', 'CLOSED', 'ARCHIVED']) });
const eventIds = v.strictObject({
  events: v.pipe(v.array(v.pipe(v.string(), v.regex(eventId.pattern))), v.minLength(1), v.maxLength(500)),
});

/** The calls on cases, alike in both generations of the API but for where they are. */
function casesAt(root: '/v1/cases' | '/api/v1/case') {
  const one = `${root}/{number}`;
  const event = `${one}/fileevent/{eventId}`;
  return {
    listCases: {
      method: 'GET',
      path: root,
      class: 'R',
      target: 'cases',
      query: {
        ...requiredPage,
        status: many(rule.oneOf('OPEN', 'CLOSED', 'ARCHIVED')),
        assignee: uid,
        isAssigned: rule.flag,
        name: rule.text,
        subject: uid,
        lastModifiedBy: uid,
        createdAt: interval,
        updatedAt: interval,
        srtKey: many(
          rule.oneOf(
            'name',
            'number',
            'createdAt',
            'updatedAt',
            'status',
            'assigneeUsername',
            'subjectUsername',
            'archivalTime',
          ),
        ),
        srtDir: many(rule.oneOf('asc', 'desc')),
      },
    },
    createCase: { method: 'POST', path: root, class: 'N', target: 'cases', body: newCase },
    getCase: { method: 'GET', path: one, class: 'R', target: 'cases', params: { number } },
    replaceCase: {
      method: 'PUT',
      path: one,
      class: 'I',
      target: 'cases',
      params: { number },
      body: wholeCase,
    },
    deleteCase: { method: 'DELETE', path: one, class: 'I', target: 'cases', params: { number } },
    listFileEvents: {
      method: 'GET',
      path: `${one}/fileevent`,
      class: 'R',
      target: 'cases',
      params: { number },
      query: requiredPage,
    },
    addFileEvents: {
      method: 'POST',
      path: `${one}/fileevent`,
      class: 'N',
      target: 'cases',
      params: { number },
      body: eventIds,
    },
    addFileEvent: { method: 'POST', path: event, class: 'N', target: 'cases', params: { number, eventId } },
    getFileEvent: { method: 'GET', path: event, class: 'R', target: 'cases', params: { number, eventId } },
    removeFileEvent: {
      method: 'DELETE',
      path: event,
      class: 'I',
      target: 'cases',
      params: { number, eventId },
    },
    getFile: {
      method: 'GET',
      path: `${event}/file`,
      class: 'R',
      target: 'cases',
      params: { number, eventId },
      answer: 'file',
      isHtmlExpected: true,
    },
    exportSummary: {
      method: 'GET',
      path: `${one}/export`,
      class: 'R',
      target: 'cases',
      params: { number },
      query: { language },
      answer: 'file',
    },
    exportFileEvents: {
      method: 'GET',
      path: `${one}/fileevent/export`,
      class: 'R',
      target: 'cases',
      params: { number },
      answer: 'file',
    },
    exportAll: {
      method: 'GET',
      path: `${one}/export/full`,
      class: 'R',
      target: 'cases',
      params: { number },
      query: { language, summary: rule.flag, fileEvents: rule.flag, files: rule.flag },
      answer: 'file',
      // Nothing comes until the vendor has packed it.
      limits: { timeoutMs: 120_000 },
    },
  } as const satisfies OperationTable;
}

export const legacyOperations = casesAt('/api/v1/case');

export const currentOperations = {
  ...casesAt('/v1/cases'),
  getCustomer: { method: 'GET', path: '/v1/customer', class: 'R', target: 'cases' },
  listUsers: {
    method: 'GET',
    path: '/v1/users',
    class: 'R',
    target: 'cases',
    query: {
      username: rule.text,
      active: rule.flag,
      blocked: rule.flag,
      page: rule.count(1_000_000),
      pageSize: { ...rule.count(500), required: true },
    },
  },
} as const satisfies OperationTable;

/** Both generations; an adapter calls by the table of its own. */
export const operations: OperationTable = {
  ...currentOperations,
  ...Object.fromEntries(Object.entries(legacyOperations).map(([name, call]) => [`legacy.${name}`, call])),
};
