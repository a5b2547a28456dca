import * as v from 'valibot';
import { openCase } from './access.ts';
import { answerCase } from './case-endpoints.ts';
import { notFound, one } from './container.ts';
import type { Endpoint } from './endpoint.ts';
import { readPage, toList } from './pages.ts';
import { type AccessEntry, accessModes } from './records.ts';
import { renderAdded } from './render.ts';
import { commit } from './state.ts';
import { requireUser } from './write-rules.ts';

const path = '/cases/v2/case/:id/access';
const modeBody = v.strictObject({ accessMode: v.picklist(accessModes) });
const grantBody = v.strictObject({
  subjectID: v.nullish(v.number()),
  userOrGroup: v.nullish(v.union([v.number(), v.string()])),
  level: v.picklist(['read', 'write']),
});

/** All but the list need access level owner. */
export const accessEndpoints: readonly Endpoint[] = [
  {
    method: 'get',
    path,
    run: ({ world, caller, params, query }) => {
      const { record } = openCase(world, caller, params['id'], 'read');
      return toList(world, record.access, readPage(query), renderAdded);
    },
  },
  {
    method: 'put',
    path,
    run: async call => {
      const { record } = openCase(call.world, call.caller, call.params['id'], 'owner');
      const { accessMode } = await call.read(modeBody);
      const previousValue = record.accessMode;
      record.accessMode = accessMode;
      commit(call.world, record, call.caller.user, 'setAccessMode', [
        { field: 'accessMode', value: accessMode, previousValue },
      ]);
      return answerCase(call, record.id);
    },
  },
  {
    method: 'post',
    path,
    run: async ({ world, caller, params, read }) => {
      const { record } = openCase(world, caller, params['id'], 'owner');
      const body = await read(grantBody);
      const entry: AccessEntry = {
        id: world.createUuid(),
        subject: requireUser('subjectID', body.subjectID ?? body.userOrGroup ?? ''),
        level: body.level,
        addedTimestamp: world.now(),
        addedByUser: caller.user,
      };
      record.access.push(entry);
      commit(world, record, caller.user, 'grantAccess', [
        { field: 'access', value: `${entry.subject.userName} ${entry.level}`, previousValue: null },
      ]);
      return one(renderAdded(entry), 201);
    },
  },
  {
    method: 'delete',
    path: `${path}/:entryId`,
    run: ({ world, caller, params }) => {
      const { record } = openCase(world, caller, params['id'], 'owner');
      const entry = record.access.find(item => item.id === params['entryId']);
      if (entry === undefined) throw notFound('Access entry', params['entryId'] ?? '');
      record.access = record.access.filter(item => item !== entry);
      commit(world, record, caller.user, 'revokeAccess', [
        { field: 'access', value: null, previousValue: `${entry.subject.userName} ${entry.level}` },
      ]);
      return one(renderAdded(entry));
    },
  },
];
