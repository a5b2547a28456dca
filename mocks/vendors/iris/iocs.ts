import { ok, refuse } from './answer.ts';
import { type Body, checkBody, kept, toInt, toText } from './body.ts';
import { customerName } from './cases.ts';
import { listState } from './lists.ts';
import type { IrisIoc } from './records.ts';
import type { Call, Route } from './router.ts';
import { bump, findCase, type IrisState, remove } from './state.ts';
import { iocTypes, tlps } from './words.ts';

/** IOCs are global; a case links to them. */
export const iocRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/ioc/list', guard: 'read', handle: listIocs },
  { method: 'GET', path: '/case/ioc/{id}', guard: 'read', handle: getIoc },
  { method: 'POST', path: '/case/ioc/add', guard: 'full', handle: addIoc },
  { method: 'POST', path: '/case/ioc/update/{id}', guard: 'full', handle: updateIoc },
  { method: 'POST', path: '/case/ioc/delete/{id}', guard: 'full', handle: deleteIoc },
];

const fields = {
  ioc_type_id: { kind: 'int', required: true },
  ioc_tlp_id: { kind: 'int', required: true },
  ioc_value: { kind: 'string', required: true, min: 1 },
  ioc_description: { kind: 'string' },
  ioc_tags: { kind: 'string' },
  custom_attributes: { kind: 'any' },
} as const;

export function iocTypeName(ioc: IrisIoc): string {
  return iocTypes.find(type => type.id === ioc.typeId)?.name ?? '';
}

/** `ioc_type` is the name here and a number in every other answer. */
function listIocs(call: Call) {
  const { state, caseId } = call;
  const own = state.iocs.filter(ioc => ioc.caseIds.includes(caseId));
  own.sort((one, other) =>
    iocTypeName(one) < iocTypeName(other) ? -1 : iocTypeName(one) > iocTypeName(other) ? 1 : 0,
  );
  return ok({
    ioc: own.map(ioc => ({
      ioc_description: ioc.description,
      ioc_id: ioc.id,
      ioc_misp: null,
      ioc_tags: ioc.tags,
      ioc_tlp_id: ioc.tlpId,
      ioc_type: iocTypeName(ioc),
      ioc_type_id: ioc.typeId,
      ioc_uuid: ioc.uuid,
      ioc_value: ioc.value,
      link: ioc.caseIds.filter(id => id !== caseId).map(id => linkTo(state, id)),
      misp_link: null,
      tlp_bscolor: tlps.find(tlp => tlp.tlp_id === ioc.tlpId)?.tlp_bscolor,
      tlp_name: tlps.find(tlp => tlp.tlp_id === ioc.tlpId)?.tlp_name,
    })),
    state: listState(call, 'ioc'),
  });
}

function linkTo(state: IrisState, caseId: number) {
  const item = findCase(state, caseId);
  return { case_id: item.id, case_name: item.name, client_name: customerName(state, item.customerId) };
}

function toAnswer(ioc: IrisIoc) {
  return {
    custom_attributes: ioc.customAttributes,
    ioc_description: ioc.description,
    ioc_id: ioc.id,
    ioc_misp: null,
    ioc_tags: ioc.tags,
    ioc_tlp_id: ioc.tlpId,
    ioc_type: ioc.typeId,
    ioc_type_id: ioc.typeId,
    ioc_uuid: ioc.uuid,
    ioc_value: ioc.value,
    user_id: ioc.userId,
  };
}

function find(call: Call, message: string): IrisIoc {
  const found = call.state.iocs.find(
    ioc => ioc.id === call.params['id'] && ioc.caseIds.includes(call.caseId),
  );
  if (found === undefined) throw refuse(message);
  return found;
}

function getIoc(call: Call) {
  return ok(toAnswer(find(call, 'Invalid IOC ID for this case')));
}

/** Type and TLP are looked up first. A value against the type's own pattern is told under a field that is not there. */
function check(body: Body): void {
  const type = iocTypes.find(item => item.id === toInt(body['ioc_type_id']));
  if (type === undefined) throw refuse('Data error', { ioc_type_id: ['Invalid ioc type ID'] });
  if (!tlps.some(tlp => tlp.tlp_id === toInt(body['ioc_tlp_id']))) {
    throw refuse('Data error', { ioc_tlp_id: ['Invalid TLP ID'] });
  }
  if (type.regex !== null && !new RegExp(type.regex).test(String(body['ioc_value']))) {
    const problem = `The input doesn't match the expected format (expected: ${type.expect})`;
    throw refuse('Data error', { ioc_ioc_value: [problem] });
  }
  checkBody(body, fields);
}

/** A value and type that exist anywhere keep their old description, tags and TLP; what was sent is dropped. */
function addIoc(call: Call) {
  const { state, caseId, user } = call;
  const body = call.body();
  check(body);
  const value = String(body['ioc_value']);
  const typeId = toInt(body['ioc_type_id']) ?? 0;
  const known = state.iocs.find(ioc => ioc.value === value && ioc.typeId === typeId);
  if (known?.caseIds.includes(caseId)) {
    return ok(toAnswer(known), 'IOC already exists and linked to this case');
  }
  if (known !== undefined) {
    known.caseIds.push(caseId);
    return ok(toAnswer(known), 'IOC already existed in DB. Updated with info on DB.');
  }
  const ioc: IrisIoc = {
    id: state.nextId('ioc'),
    uuid: state.uuid(),
    typeId,
    tlpId: toInt(body['ioc_tlp_id']) ?? 0,
    value,
    description: toText(body['ioc_description']),
    tags: toText(body['ioc_tags']),
    userId: user.id,
    customAttributes: body['custom_attributes'] ?? null,
    caseIds: [caseId],
  };
  state.iocs.push(ioc);
  bump(state, caseId, 'ioc');
  return ok(toAnswer(ioc), 'IOC added');
}

/** Changes it in every case that links to it. */
function updateIoc(call: Call) {
  const ioc = find(call, 'Invalid IOC ID for this case');
  const body = call.body();
  check(body);
  ioc.typeId = toInt(body['ioc_type_id']) ?? ioc.typeId;
  ioc.tlpId = toInt(body['ioc_tlp_id']) ?? ioc.tlpId;
  ioc.value = String(body['ioc_value']);
  ioc.description = kept(body, 'ioc_description', toText, ioc.description);
  ioc.tags = kept(body, 'ioc_tags', toText, ioc.tags);
  ioc.customAttributes = kept(body, 'custom_attributes', value => value, ioc.customAttributes);
  ioc.userId = call.user.id;
  bump(call.state, call.caseId, 'ioc');
  return ok(toAnswer(ioc), `Updated ioc "${ioc.value}"`);
}

/** Unlinks while another case has it (and counts nothing); deletes with the last link. */
function deleteIoc(call: Call) {
  const { state, caseId } = call;
  const ioc = find(call, 'Not a valid IOC for this case');
  if (ioc.caseIds.length > 1) {
    ioc.caseIds = ioc.caseIds.filter(id => id !== caseId);
    return ok([], `IOC ${ioc.id} unlinked`);
  }
  remove(state.iocs, item => item === ioc);
  for (const asset of state.assets) asset.iocIds = asset.iocIds.filter(id => id !== ioc.id);
  bump(state, caseId, 'ioc');
  return ok([], `IOC ${ioc.id} deleted`);
}
