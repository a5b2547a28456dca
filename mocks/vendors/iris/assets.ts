import { ok, refuse } from './answer.ts';
import { type Body, checkBody, kept, toInt, toInts, toText } from './body.ts';
import { isoNaive, rfc1123Day } from './dates.ts';
import { listState } from './lists.ts';
import type { IrisAsset } from './records.ts';
import { type Call, caseOf, type Route } from './router.ts';
import { bump, findCase, findInCase, type IrisState, moveLast, remove } from './state.ts';
import { analysisStatuses, assetTypes, iocTypes } from './words.ts';

export const assetRoutes: readonly Route[] = [
  { method: 'GET', path: '/case/assets/list', guard: 'read', handle: listAssets },
  { method: 'GET', path: '/case/assets/{id}', guard: 'read', handle: getAsset },
  { method: 'POST', path: '/case/assets/add', guard: 'full', handle: addAsset },
  { method: 'POST', path: '/case/assets/update/{id}', guard: 'full', handle: updateAsset },
  { method: 'POST', path: '/case/assets/delete/{id}', guard: 'full', handle: deleteAsset },
];

/** From this many assets on, `link` to other cases is `[]` for each of them. */
const linkLimit = 300;

const fields = {
  asset_name: { kind: 'string', required: true, min: 2 },
  asset_type_id: { kind: 'int', required: true },
  analysis_status_id: { kind: 'int', required: true },
  asset_domain: { kind: 'string' },
  asset_ip: { kind: 'string' },
  asset_info: { kind: 'string' },
  asset_description: { kind: 'string' },
  asset_tags: { kind: 'string' },
  asset_compromise_status_id: { kind: 'int' },
  ioc_links: { kind: 'list' },
  custom_attributes: { kind: 'any' },
} as const;

export function assetType(id: number) {
  return assetTypes.find(type => type.id === id);
}

/** 'HOST (Type)': how the timeline and the export name an asset. */
export function assetLabel(asset: IrisAsset): string {
  return `${asset.name} (${assetType(asset.typeId)?.name ?? ''})`;
}

function listAssets(call: Call) {
  const { state, caseId } = call;
  const own = state.assets.filter(asset => asset.caseId === caseId);
  return ok({
    assets: own.map(asset => ({
      analysis_status: analysisStatuses.find(status => status.id === asset.analysisId)?.name,
      analysis_status_id: asset.analysisId,
      asset_compromise_status_id: asset.compromiseId,
      asset_description: asset.description,
      asset_domain: asset.domain,
      asset_icon_compromised: assetType(asset.typeId)?.compromisedIcon,
      asset_icon_not_compromised: assetType(asset.typeId)?.icon,
      asset_id: asset.id,
      asset_ip: asset.ip,
      asset_name: asset.name,
      asset_tags: asset.tags,
      asset_type: assetType(asset.typeId)?.name,
      asset_type_id: asset.typeId,
      asset_uuid: asset.uuid,
      ioc_links: asset.iocIds.length === 0 ? null : asset.iocIds.map(id => iocLink(state, asset.id, id)),
      link: own.length >= linkLimit ? [] : sameElsewhere(call, asset),
    })),
    state: listState(call, 'assets'),
  });
}

function iocLink(state: IrisState, assetId: number, iocId: number) {
  const value = state.iocs.find(ioc => ioc.id === iocId)?.value;
  return { asset_id: assetId, ioc_id: iocId, ioc_value: value };
}

/** The same name and type in other cases of the same customer. */
function sameElsewhere(call: Call, asset: IrisAsset) {
  const { state } = call;
  const { customerId } = caseOf(call);
  return state.assets
    .filter(
      other => other.caseId !== asset.caseId && other.name === asset.name && other.typeId === asset.typeId,
    )
    .map(other => ({ other, item: findCase(state, other.caseId) }))
    .filter(({ item }) => item.customerId === customerId)
    .map(({ other, item }) => ({
      asset_compromise_status_id: other.compromiseId,
      asset_description: other.description,
      asset_id: other.id,
      case_id: item.id,
      case_name: item.name,
      case_open_date: rfc1123Day(item.openDay),
    }));
}

/** Flat, not `{assets: […]}`. */
function toAnswer(asset: IrisAsset) {
  return {
    analysis_status_id: asset.analysisId,
    asset_compromise_status_id: asset.compromiseId,
    asset_description: asset.description,
    asset_domain: asset.domain,
    asset_id: asset.id,
    asset_info: asset.info,
    asset_ip: asset.ip,
    asset_name: asset.name,
    asset_tags: asset.tags,
    asset_type_id: asset.typeId,
    asset_uuid: asset.uuid,
    case_id: asset.caseId,
    custom_attributes: asset.customAttributes,
    date_added: isoNaive(asset.addedAt),
    date_update: isoNaive(asset.addedAt),
    user_id: asset.userId,
  };
}

function find(call: Call): IrisAsset {
  return findInCase(call.state.assets, call.params['id'], call.caseId, 'Invalid asset ID for this case');
}

function getAsset(call: Call) {
  const asset = find(call);
  const linked = call.state.iocs.filter(ioc => asset.iocIds.includes(ioc.id));
  return ok({
    ...toAnswer(asset),
    linked_ioc: linked.map(ioc => ({
      ioc_description: ioc.description,
      ioc_id: ioc.id,
      ioc_tags: ioc.tags,
      ioc_tlp_id: ioc.tlpId,
      ioc_type_id: ioc.typeId,
      ioc_value: ioc.value,
      type_name: iocTypes.find(type => type.id === ioc.typeId)?.name,
    })),
  });
}

/** The two ids are looked up before anything else is checked. */
function check(body: Body): void {
  if (assetType(toInt(body['asset_type_id']) ?? 0) === undefined) {
    throw refuse('Data error', { asset_type_id: ['Invalid asset type ID'] });
  }
  if (!analysisStatuses.some(status => status.id === toInt(body['analysis_status_id']))) {
    throw refuse('Data error', { analysis_status_id: ['Invalid analysis status ID'] });
  }
  checkBody(body, fields);
}

function fill(asset: IrisAsset, body: Body): void {
  asset.name = String(body['asset_name']);
  asset.typeId = toInt(body['asset_type_id']) ?? asset.typeId;
  asset.analysisId = toInt(body['analysis_status_id']) ?? asset.analysisId;
  asset.description = kept(body, 'asset_description', toText, asset.description);
  asset.domain = kept(body, 'asset_domain', toText, asset.domain);
  asset.ip = kept(body, 'asset_ip', toText, asset.ip);
  asset.info = kept(body, 'asset_info', toText, asset.info);
  asset.tags = kept(body, 'asset_tags', toText, asset.tags);
  asset.compromiseId = kept(body, 'asset_compromise_status_id', toInt, asset.compromiseId);
  asset.customAttributes = kept(body, 'custom_attributes', value => value, asset.customAttributes);
  asset.iocIds = kept(body, 'ioc_links', toInts, asset.iocIds);
}

/** No check for duplicates. */
function addAsset(call: Call) {
  const { state, caseId, user } = call;
  const body = call.body();
  check(body);
  const asset: IrisAsset = {
    id: state.nextId('asset'),
    uuid: state.uuid(),
    caseId,
    name: '',
    typeId: 1,
    description: null,
    domain: null,
    ip: null,
    info: null,
    tags: null,
    compromiseId: null,
    analysisId: 1,
    iocIds: [],
    customAttributes: null,
    addedAt: state.now(),
    userId: user.id,
  };
  fill(asset, body);
  state.assets.push(asset);
  bump(state, caseId, 'assets');
  return ok(toAnswer(asset), 'Asset added');
}

function updateAsset(call: Call) {
  const { state, caseId } = call;
  const asset = find(call);
  const body = call.body();
  check(body);
  fill(asset, body);
  moveLast(state.assets, asset);
  bump(state, caseId, 'assets');
  return ok({ ...toAnswer(asset), ioc_links: body['ioc_links'] }, `Updated asset ${asset.name}`);
}

function deleteAsset(call: Call) {
  const asset = find(call);
  remove(call.state.assets, item => item === asset);
  bump(call.state, call.caseId, 'assets');
  return ok([], 'Deleted');
}
