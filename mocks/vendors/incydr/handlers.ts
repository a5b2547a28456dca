import type { Simulator, SimulatorOptions } from '../../simulator.ts';
import { incydrAccounts } from './accounts.ts';
import type { Generation } from './answers.ts';
import { caseHandlers } from './cases.ts';
import { directoryHandlers } from './directory.ts';
import { exportHandlers } from './exports.ts';
import { fileEventHandlers } from './file-events.ts';
import { seedIncydr } from './seed.ts';
import type { Service } from './service.ts';
import { createSessions } from './sessions.ts';
import { signInHandlers } from './sign-in.ts';

/** Ways of the vendor that some tenants show and others do not. */
export type IncydrHabits = {
  /** Uids in every answer as bare numbers beyond 2^53. Always so in the legacy PUT answer. */
  hasBareUids?: boolean;
};

/** A simulated Code42 Incydr tenant: both generations of the API at one origin, over the same cases. */
export function createIncydrSimulator(options: SimulatorOptions, habits: IncydrHabits = {}): Simulator {
  const { origin, now } = options;
  const state = seedIncydr(options);
  const uids = new Map([...state.users.values()].map(user => [user.username, user.uid]));
  const sessions = createSessions(now, username => uids.get(username) ?? '');

  function service(generation: Generation, casesPath: string): Service {
    const hasBareUids = habits.hasBareUids === true;
    return { generation, origin, casesPath, state, sessions, now, hasBareUids };
  }
  const gateway = service('gateway', '/v1/cases');
  const legacy = service('legacy', '/api/v1/case');

  return {
    vendor: 'incydr',
    handlers: [
      ...signInHandlers(origin, sessions),
      ...[gateway, legacy].flatMap(each => [
        ...exportHandlers(each),
        ...caseHandlers(each),
        ...fileEventHandlers(each),
      ]),
      ...directoryHandlers(gateway),
    ],
    connection: {
      id: 'incydr',
      vendor: 'incydr',
      name: 'Incydr US2',
      settings: {
        api: 'gateway',
        consoleOrigin: origin,
        casesOrigin: origin,
        login: 'user',
        username: incydrAccounts.analyst.username,
        totp: 'no',
      },
      secrets: { password: incydrAccounts.analyst.password },
    },
    count: () => state.cases.size,
  };
}
