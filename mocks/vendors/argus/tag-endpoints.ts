import * as v from 'valibot';
import { openCase } from './access.ts';
import { invalid, notFound, Refusal } from './container.ts';
import { type Endpoint, type EndpointCall, listOf } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import type { Tag, User } from './records.ts';
import { renderAdded } from './render.ts';
import { type ArgusWorld, commit } from './state.ts';

const path = '/cases/v2/case/:id/tags';
const tag = v.union([
  v.strictObject({ key: v.pipe(v.string(), v.nonEmpty()), value: v.pipe(v.string(), v.nonEmpty()) }),
  v.pipe(v.string(), v.regex(/^[^/]+\/.+$/s, 'Not a tag: "key/value"')),
]);
/** Pairs or "key/value"; a single one without a list is served as well. */
const tagsBody = v.strictObject({ tags: listOf(tag) });

export const tagEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path,
    run: ({ world, caller, params, query }) =>
      toList(world, openCase(world, caller, params['id'], 'read').record.tags, readPage(query), renderAdded),
  },
  {
    method: 'post',
    path,
    run: async ({ world, caller, params, read }) => {
      const { record } = openCase(world, caller, params['id'], 'write');
      const added = readTags(world, caller.user, (await read(tagsBody)).tags);
      record.tags.push(...added);
      commit(
        world,
        record,
        caller.user,
        'addTags',
        added.map(item => ({ field: 'tag', value: `${item.key}/${item.value}`, previousValue: null })),
      );
      return toList(world, added, { limit: 0, offset: 0 }, renderAdded);
    },
  },
  {
    method: 'delete',
    path: `${path}/:tagId`,
    run: call => removeTags(call, tag => tag.id === call.params['tagId']),
  },
  {
    method: 'delete',
    path: `${path}/:key/:value`,
    run: call =>
      removeTags(call, tag => tag.key === call.params['key'] && tag.value === call.params['value']),
  },
];

export function readTags(world: ArgusWorld, user: User, value: unknown): Tag[] {
  const checked = v.safeParse(listOf(tag), value);
  if (!checked.success) throw new Refusal(412, invalid('tags', value, 'Not a list of tags'));
  return checked.output.map(item => {
    const slash = typeof item === 'string' ? item.indexOf('/') : -1;
    const pair =
      typeof item === 'string' ? { key: item.slice(0, slash), value: item.slice(slash + 1) } : item;
    return { id: world.createUuid(), ...pair, addedTimestamp: world.now(), addedByUser: user, flags: [] };
  });
}

/** Answers with what was removed, flagged. */
function removeTags({ world, caller, params }: EndpointCall, isMeant: (tag: Tag) => boolean) {
  const { record } = openCase(world, caller, params['id'], 'write');
  const removed = record.tags.filter(isMeant);
  if (removed.length === 0) throw notFound('Tag', params['tagId'] ?? `${params['key']}/${params['value']}`);
  record.tags = record.tags.filter(item => !isMeant(item));
  commit(
    world,
    record,
    caller.user,
    'removeTags',
    removed.map(item => ({ field: 'tag', value: null, previousValue: `${item.key}/${item.value}` })),
  );
  return toList(
    world,
    removed.map(item => ({ ...item, flags: ['DELETED'] })),
    { limit: 0, offset: 0 },
    renderAdded,
  );
}
