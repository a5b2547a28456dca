import { analysts, tenants, users } from '../../cast.ts';
import { serviceUser } from './accounts.ts';
import type { StoredUser } from './state.ts';

/** At which company of the group somebody works: where the stories say it, and by turns for the others. */
const companies: Record<string, string> = { 't.haugen': 'vidar', 'r.fossum': 'kystlab' };

/** Uid of somebody who may be the subject of a case; null for nobody. */
export function subjectOf(user: string): string | null {
  const index = (users as readonly string[]).indexOf(user);
  return index === -1 ? null : `4213807975182392${42 + index}`;
}

export function seedUsers(): Map<string, StoredUser> {
  const people: StoredUser[] = [
    ...analysts.map(analyst => {
      const [firstName = '', lastName = ''] = analyst.name.split(' ');
      return {
        uid: analyst.uid,
        username: analyst.email,
        firstName,
        lastName,
        isActive: true,
        isAnalyst: true,
      };
    }),
    ...users.map((user, index) => {
      const company =
        tenants.find(tenant => tenant.key === companies[user]) ?? tenants[index % tenants.length];
      return {
        uid: subjectOf(user) ?? '',
        username: `${user}@${company?.domain ?? 'soc.example'}`,
        firstName: '',
        lastName: user,
        isActive: user !== 'h.lie',
        isAnalyst: false,
      };
    }),
    { ...serviceUser, firstName: '', lastName: '', isActive: true, isAnalyst: false },
  ];
  return new Map(people.map(person => [person.uid, person]));
}
