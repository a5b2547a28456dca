import { type Answer, fail, ok } from './answer.ts';
import { rfc1123 } from './dates.ts';
import type { Call, Route } from './router.ts';
import {
  analysisStatuses,
  assetTypes,
  classifications,
  compromiseStatuses,
  eventCategories,
  type IocType,
  iocTypes,
  outcomeStatuses,
  taskStatuses,
  tlps,
} from './words.ts';

function list(path: string, guard: Route['guard'], rows: (call: Call) => readonly unknown[]): Route {
  return { method: 'GET', path, guard, handle: call => ok(rows(call)) };
}

function one(
  path: string,
  guard: Route['guard'],
  find: (id: number) => unknown,
  message: (id: number) => string,
): Route {
  return {
    method: 'GET',
    path,
    guard,
    handle: (call: Call): Answer => {
      const id = call.params['id'] ?? 0;
      const found = find(id);
      return found === undefined ? fail(message(id)) : ok(found);
    },
  };
}

/** Any key may read these. Three of them are guarded by a permission and so set a cookie. */
export const referenceRoutes: readonly Route[] = [
  list('/manage/task-status/list', 'key', () => taskStatuses),
  one('/manage/task-status/{id}', 'key', byId(taskStatuses), id => `Task status ID #${id} not found`),
  list('/manage/analysis-status/list', 'key', () => analysisStatuses),
  one(
    '/manage/analysis-status/{id}',
    'key',
    byId(analysisStatuses),
    id => `Analysis status ID ${id} not found`,
  ),
  list('/manage/event-categories/list', 'key', () => eventCategories),
  one(
    '/manage/event-categories/{id}',
    'key',
    byId(eventCategories),
    id => `Event category ID ${id} not found`,
  ),
  list('/manage/compromise-status/list', 'key', () => compromiseStatuses),
  list('/manage/outcome-status/list', 'key', () =>
    outcomeStatuses.map(({ name, value }) => ({ name, value })),
  ),
  list('/manage/tlp/list', 'key', () => tlps),
  one(
    '/manage/tlp/{id}',
    'key',
    id => tlps.find(tlp => tlp.tlp_id === id),
    id => `TLP ID ${id} not found`,
  ),
  list('/manage/asset-type/list', 'standard', () => assetTypes.map(toAssetType)),
  list('/manage/ioc-types/list', 'standard', () => iocTypes.map(toIocType)),
  one(
    '/manage/ioc-types/{id}',
    'standard',
    id => {
      const type = iocTypes.find(item => item.id === id);
      return type === undefined ? undefined : { ...toIocType(type), registry: null };
    },
    id => `Invalid ioc type ID ${id}`,
  ),
  list('/manage/case-classifications/list', 'standard', call =>
    classifications.map(item => ({
      creation_date: rfc1123(call.state.cases[0]?.createdAt ?? call.state.now()),
      description: item.expanded,
      id: item.id,
      name: item.name,
      name_expanded: item.expanded,
    })),
  ),
];

function byId<Item extends { id: number }>(items: readonly Item[]): (id: number) => Item | undefined {
  return id => items.find(item => item.id === id);
}

function toAssetType(type: (typeof assetTypes)[number]) {
  return {
    asset_description: type.description,
    asset_icon_compromised: type.compromisedIcon,
    asset_icon_compromised_path: `/static/assets/img/graph/${type.compromisedIcon}`,
    asset_icon_not_compromised: type.icon,
    asset_icon_not_compromised_path: `/static/assets/img/graph/${type.icon}`,
    asset_id: type.id,
    asset_name: type.name,
  };
}

function toIocType(type: IocType) {
  return {
    type_description: type.description,
    type_id: type.id,
    type_name: type.name,
    type_taxonomy: null,
    type_validation_expect: type.expect,
    type_validation_regex: type.regex,
  };
}
