import { openCase, requireTech } from './access.ts';
import { answerCase } from './case-endpoints.ts';
import { invalid, Refusal } from './container.ts';
import { createCase } from './create-case.ts';
import { customers, findNamed, services } from './directory.ts';
import type { Endpoint, EndpointCall } from './endpoint.ts';
import type { Change } from './records.ts';
import { commit } from './state.ts';
import { closeCase, updateCase } from './update-case.ts';
import {
  closeBody,
  createBody,
  moveBody,
  requireCaseType,
  requireCategory,
  updateBody,
} from './write-rules.ts';

const path = '/cases/v2/case/:id';

export const caseWrites: readonly Endpoint[] = [
  {
    method: 'post',
    path: '/cases/v2/case',
    run: async call => {
      const record = createCase(call.world, call.caller, await call.read(createBody));
      return answerCase(call, record.id, 201);
    },
  },
  {
    method: 'put',
    path,
    run: async call => {
      const { record, access } = openCase(call.world, call.caller, call.params['id'], 'write');
      updateCase(call.world, call.caller, record, access, await call.read(updateBody));
      return answerCase(call, record.id);
    },
  },
  {
    method: 'put',
    path: `${path}/close`,
    run: async call => {
      const { record } = openCase(call.world, call.caller, call.params['id'], 'write');
      closeCase(call.world, call.caller, record, (await call.read(closeBody)).comment);
      return answerCase(call, record.id);
    },
  },
  { method: 'put', path: `${path}/move`, run: moveCase },
  {
    method: 'delete',
    path,
    run: call => {
      const { record, access } = openCase(call.world, call.caller, call.params['id'], 'write');
      requireTech(access);
      record.flags.push('DELETED');
      commit(call.world, record, call.caller.user, 'deleteCase', [
        { field: 'flags', value: 'DELETED', previousValue: null },
      ]);
      return answerCase(call, record.id);
    },
  },
];

/** Here a null category takes it away, where an update would keep it. */
async function moveCase(call: EndpointCall) {
  const { record, access } = openCase(call.world, call.caller, call.params['id'], 'write');
  requireTech(access);
  const body = await call.read(moveBody);
  const customer = body.customer == null ? record.customer : findNamed(customers, body.customer);
  if (customer === undefined) throw new Refusal(412, invalid('customer', body.customer, 'Unknown customer'));
  const service = body.service == null ? record.service : findNamed(services, body.service);
  if (service === undefined) throw new Refusal(412, invalid('service', body.service, 'Unknown service'));
  const type = body.type ?? record.type;
  requireCaseType(service, type);
  const named = body.category === undefined ? record.category?.shortName : body.category;
  const category = named == null ? null : requireCategory(named, service, type);

  const changes: Change[] = [
    { field: 'customer', value: customer.shortName, previousValue: record.customer.shortName },
    { field: 'service', value: service.shortName, previousValue: record.service.shortName },
    { field: 'type', value: type, previousValue: record.type },
    {
      field: 'category',
      value: category?.shortName ?? null,
      previousValue: record.category?.shortName ?? null,
    },
  ].filter(change => change.value !== change.previousValue);
  Object.assign(record, { customer, service, type, category });
  if (changes.length > 0) commit(call.world, record, call.caller.user, 'moveCase', changes);
  return answerCase(call, record.id);
}
