import type { Person } from '#domain/case.ts';
import { toPerson } from '../mapping.ts';
import type { WireCase, WireNamed, WireUser } from '../wire.ts';

/** Argus assigns a case to a tech of the provider, to a user of the customer, or to both. */
export type Slot = 'assignedTech' | 'assignedUser';

/** Somebody seen at Argus. `isTech`: null where nothing seen tells. */
type Seen = { person: Person; customer: WireNamed | null; isTech: boolean | null };

export type People = {
  /** Notes who is on a case, and who wrote on it. */
  see: (item: WireCase, authors: readonly { user: WireUser; isTech: boolean | null }[]) => void;
  /** Which slot of this case somebody goes into; null: never seen, so nobody knows. */
  slotOf: (item: WireCase, id: string) => Slot | null;
  /** Those of a case, as they were last seen. */
  on: (
    item: WireCase,
    authorIds: readonly string[],
  ) => readonly { person: Person; slot: Slot; from: string | null }[];
};

/** Argus publishes no list of its people: they are known as they are seen, for as long as this adapter lives. */
export function createPeople(): People {
  const seen = new Map<string, Seen>();

  function note(user: WireUser | null, isTech: boolean | null): void {
    const person = toPerson(user);
    if (user === null || person === null) return;
    const before = seen.get(person.id);
    seen.set(person.id, {
      person,
      customer: user.customer ?? before?.customer ?? null,
      isTech: isTech ?? before?.isTech ?? null,
    });
  }

  function slotOf(item: WireCase, id: string): Slot | null {
    const known = seen.get(id);
    if (known === undefined) return null;
    if (item.assignedTech?.id === id) return 'assignedTech';
    if (item.assignedUser?.id === id) return 'assignedUser';
    if (known.isTech !== null) return known.isTech ? 'assignedTech' : 'assignedUser';
    if (known.customer === null || item.customer === null) return null;
    return isSame(known.customer, item.customer) ? 'assignedUser' : 'assignedTech';
  }

  return {
    see(item, authors) {
      for (const user of othersOn(item)) note(user, null);
      note(item.assignedUser, null);
      note(item.assignedTech, true);
      for (const { user, isTech } of authors) note(user, isTech);
    },
    slotOf,
    on(item, authorIds) {
      const users = [item.assignedTech, item.assignedUser, ...othersOn(item)];
      const ids = new Set([...authorIds, ...users.flatMap(user => (user === null ? [] : [user.id]))]);
      return [...ids].flatMap(id => {
        const known = seen.get(id);
        const slot = slotOf(item, id);
        if (known === undefined || slot === null) return [];
        return [
          { person: known.person, slot, from: known.customer?.name ?? known.customer?.shortName ?? null },
        ];
      });
    },
  };
}

function othersOn(item: WireCase): (WireUser | null)[] {
  return [item.reporter, item.createdByUser, item.lastUpdatedByUser, item.closedByUser, item.publishedByUser];
}

function isSame(one: WireNamed, other: WireNamed): boolean {
  return one.shortName === null ? one.name === other.name : one.shortName === other.shortName;
}
