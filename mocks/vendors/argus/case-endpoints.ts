import * as v from 'valibot';
import { accessOf, openCase } from './access.ts';
import { type Complaint, invalid, one, Refusal } from './container.ts';
import { searchBody } from './criteria.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import { readPage } from './pages.ts';
import { renderCase } from './render.ts';
import { searchCases } from './search.ts';

const whole = { includeDescription: true, includeWorkflows: true };

export const caseReads: readonly Endpoint[] = [
  { method: 'get', path: '/cases/v2/case', run: searchSimply },
  {
    method: 'post',
    path: '/cases/v2/case/search',
    run: async ({ world, caller, read }) => searchCases(world, caller, await read(searchBody)),
  },
  { method: 'get', path: '/cases/v2/case/:id', run: readCase },
];

/** A repeated parameter is OR-ed, different ones are AND-ed; only `keywords` must all occur. */
function searchSimply({ world, caller, query }: EndpointCall) {
  const all = (name: string) => (query.has(name) ? query.getAll(name) : undefined);
  const checked = v.safeParse(searchBody, {
    customer: all('customer'),
    customerID: all('customerID')?.map(Number),
    service: all('service'),
    status: all('status'),
    type: all('type'),
    keywords: all('keywords'),
    sortBy: all('sortBy'),
    ...readPage(query),
  });
  if (checked.success) return searchCases(world, caller, checked.output);
  const complaints = checked.issues.map((issue): Complaint => {
    const field = String(issue.path?.[0]?.key ?? '');
    return invalid(field, issue.input, issue.message);
  });
  throw new Refusal(412, ...complaints);
}

/** A merged case is answered with the one it was merged into, so the id may be another than was asked for. */
function readCase({ world, caller, params, query }: EndpointCall) {
  let { record, access } = openCase(world, caller, params['id'], 'read');
  if (record.mergedInto !== null && query.get('skipRedirect') !== 'true') {
    ({ record, access } = openCase(world, caller, String(record.mergedInto), 'read'));
  }
  return one(renderCase(world, record, access, whole));
}

/** The answer of a write: the case as it is now. */
export function answerCase({ world, caller }: EndpointCall, id: number, status = 200) {
  const record = world.cases.get(id);
  const access = record === undefined ? null : accessOf(caller, record);
  return one(
    record === undefined || access === null ? null : renderCase(world, record, access, whole),
    status,
  );
}
