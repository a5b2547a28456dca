import { createArgusSimulator } from '#mocks/vendors/argus/handlers.ts';
import { apiKeys } from '#mocks/vendors/argus/keys.ts';
import { createGtaSimulator } from '#mocks/vendors/gta/handlers.ts';
import { incydrAccounts } from '#mocks/vendors/incydr/accounts.ts';
import { createIncydrSimulator } from '#mocks/vendors/incydr/handlers.ts';
import { createIrisSimulator } from '#mocks/vendors/iris/handlers.ts';
import { createStellarSimulator } from '#mocks/vendors/stellar/handlers.ts';
import { argus } from '../argus/index.ts';
import { gta } from '../gta/index.ts';
import { incydr } from '../incydr/index.ts';
import { iris } from '../iris/index.ts';
import { stellar } from '../stellar/index.ts';
import { closeAtArgus, closeAtGta, closeAtIncydr, closeAtIris, closeAtStellar } from './close-record.ts';
import type { Subject } from './subject.ts';

/** Every vendor that the suite holds to the contract. */
export const subjects: readonly Subject[] = [
  {
    vendor: stellar,
    create: options => createStellarSimulator(options),
    signInPath: '/connect/api/v1/access_token',
    withoutPermission: {
      match: { path: '/cases' },
      fault: 'status',
      args: { status: 403, body: { error: 'Permission denied' } },
    },
    unknownId: '0123456789abcdef01234567',
    me: 'Mari Dahl',
    callsToFirstRows: 1,
    callsWhenQuiet: 4,
    restMs: 0,
    close: closeAtStellar,
    container: /^(|data|data\.cases|data\.cases\[\])$/,
    identity: /^data\.(cases\[\]\.)?(_id|ticket_id)$/,
  },
  {
    vendor: argus,
    create: createArgusSimulator,
    signInPath: null,
    withoutPermission: { secrets: { apiKey: apiKeys.withoutCases } },
    unknownId: '999999999',
    me: 'Mari Dahl',
    callsToFirstRows: 1,
    callsWhenQuiet: 4,
    restMs: 0,
    close: closeAtArgus,
    container: /^(|responseCode|data|data\[\])$/,
    identity: /^data(\[\])?\.id$/,
  },
  {
    vendor: incydr,
    create: options => createIncydrSimulator(options),
    signInPath: '/v1/(auth|oauth)',
    withoutPermission: {
      settings: { username: incydrAccounts.withoutRole.username },
      secrets: { password: incydrAccounts.withoutRole.password },
    },
    unknownId: '999999999',
    me: incydrAccounts.analyst.username,
    callsToFirstRows: 2,
    callsWhenQuiet: 4,
    // 120 calls a minute.
    restMs: 60_000,
    close: closeAtIncydr,
    container: /^(|cases|cases\[\])$/,
    identity: /^(cases\[\]\.)?number$/,
  },
  {
    vendor: iris,
    create: options => createIrisSimulator(options),
    signInPath: null,
    withoutPermission: {
      match: { path: '^/manage/cases/list$' },
      fault: 'status',
      args: { status: 403, body: { status: 'error', message: 'Permission denied', data: [] } },
    },
    unknownId: '999999',
    me: 'Mari Dahl',
    callsToFirstRows: 1,
    // The list says of no case when it changed: 20 open and 4 closed ones are read again each time.
    callsWhenQuiet: 25,
    restMs: 0,
    close: closeAtIris,
    container: /^(|status|data|data\[\])$/,
    identity: /^data(\[\])?\.case_id$/,
  },
  {
    vendor: gta,
    create: createGtaSimulator,
    signInPath: '/iroh/oauth2/token',
    withoutPermission: { settings: { customerId: 'CTA000000000' } },
    unknownId: 'f'.repeat(64),
    me: null,
    // Customer, alerts and detections, what the detections lead to, catalogue and assets: alerts have no names.
    callsToFirstRows: 6,
    callsWhenQuiet: 4,
    restMs: 0,
    close: closeAtGta,
    container: /^(|items|items\[\]|pageInfo|pageInfo\.hasNextPage|identity)$/,
    identity: /^((items\[\]\.)?id|identity\.customerId)$/,
  },
];
