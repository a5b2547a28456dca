import { Refusal } from './container.ts';
import { customerUsers, techs } from './directory.ts';
import type { Role, User } from './records.ts';

export type Caller = { user: User; role: Role; mayReadCases: boolean };
type Key = Caller & { state: 'valid' | 'expired' | 'wrong-address' | 'security-level' };

const mari = techs[0] as User;
const boss = techs[4] as User;
const customerUser = customerUsers[1] as User;

/** `<userID>/<keyID>/<secret>`. The first one is the demo's. */
export const apiKeys = {
  tech: `${mari.id}/1/tech-sim-secret`,
  admin: `${boss.id}/1/admin-sim-secret`,
  customer: `${customerUser.id}/1/customer-sim-secret`,
  expired: `${mari.id}/2/expired-sim-secret`,
  wrongAddress: `${mari.id}/3/other-network-sim-secret`,
  withoutCases: `${mari.id}/4/narrow-sim-secret`,
  lowLevel: `${mari.id}/5/low-level-sim-secret`,
} as const;

const tech: Key = { user: mari, role: 'tech', mayReadCases: true, state: 'valid' };
/** Who the demo reads as. */
export const demoCaller: Caller = tech;
const keys: ReadonlyMap<string, Key> = new Map([
  [apiKeys.tech, tech],
  [apiKeys.admin, { ...tech, user: boss, role: 'admin' }],
  [apiKeys.customer, { ...tech, user: customerUser, role: 'user' }],
  [apiKeys.expired, { ...tech, state: 'expired' }],
  [apiKeys.wrongAddress, { ...tech, state: 'wrong-address' }],
  [apiKeys.withoutCases, { ...tech, mayReadCases: false }],
  [apiKeys.lowLevel, { ...tech, state: 'security-level' }],
]);

/** Who calls. A key is limited in time and to a source network; the message says which of both it was. */
export function identify(request: Request): Caller {
  const given = request.headers.get('argus-api-key');
  if (given === null) {
    throw new Refusal(401, { message: 'User not authenticated', messageTemplate: 'user.not.authenticated' });
  }
  const key = keys.get(given);
  if (key === undefined) {
    throw new Refusal(401, { message: 'Invalid API key', messageTemplate: 'user.not.authenticated' });
  }
  if (key.state === 'expired') {
    throw new Refusal(401, { message: 'API key has expired', messageTemplate: 'api.key.expired' });
  }
  if (key.state === 'wrong-address') {
    throw new Refusal(401, {
      message: 'API key is not valid for source IP address 198.51.100.24',
      messageTemplate: 'api.key.invalid.source',
    });
  }
  if (key.state === 'security-level') {
    throw new Refusal(403, {
      message: 'The operation requires a higher security level than an API key has',
      messageTemplate: 'access.denied',
    });
  }
  return key;
}
