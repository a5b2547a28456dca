import { analysts } from '#mocks/cast.ts';
import type { IrisState } from './state.ts';

/** Keys of the simulated server: an administrator, the analyst who is signed in, and one who may only read. */
export const administratorKey = 'simulated-iris-key-of-administrator-0QyT1mB7wXc4Zr9Lk2Vn5Ph8Sd3Jf6Ga';
export const analystKey = 'simulated-iris-key-of-mari-dahl-8Wn3Kq6Tz1Rb5Yx9Mv2Lc7Hd4Jp0Fs';
export const readerKey = 'simulated-iris-key-of-reader-5Fd8Hk2Lp7Qw1Zx4Cv9Bn3Mj6Gt0Ry';

export const administratorId = 1;
export const readerId = 21;

const standardUser = 1;
const serverAdministrator = 2;

export function seedUsers(state: IrisState): void {
  state.users.push({
    id: administratorId,
    uuid: state.uuid(),
    login: 'administrator',
    name: 'administrator',
    email: 'administrator@iris.local',
    isActive: true,
    permissions: standardUser | serverAdministrator,
    key: administratorKey,
  });
  for (const analyst of analysts) {
    state.users.push({
      id: analyst.number,
      uuid: state.uuid(),
      login: analyst.email.split('@')[0] ?? analyst.key,
      name: analyst.name,
      email: analyst.email,
      isActive: true,
      permissions: standardUser,
      key: analyst.key === 'mari' ? analystKey : `simulated-iris-key-of-${analyst.key}`,
    });
  }
  state.users.push({
    id: readerId,
    uuid: state.uuid(),
    login: 'reader',
    name: 'Rea Der',
    email: 'reader@soc.example',
    isActive: true,
    permissions: standardUser,
    key: readerKey,
  });
}
