import * as v from 'valibot';
import type { AdapterContext } from '#domain/vendor.ts';
import type { StellarCall } from './case-list.ts';
import { ignoreVendorError } from './errors.ts';
import { wireUsers } from './wire.ts';

const keptMs = 60 * 60_000;

/** Names by user id and by mail address, in lower case. Comments and activities say either. */
export type People = (signal: AbortSignal) => Promise<ReadonlyMap<string, string>>;

type User = { id: string; email: string; name: string };

/** The list of users as it is now; null where it cannot be read, as with some keys. */
export async function readUsers(call: StellarCall, signal: AbortSignal): Promise<User[] | null> {
  const body = await call('listUsers', { signal }).catch(ignoreVendorError);
  if (body === null) return null;
  const parsed = v.safeParse(wireUsers, body);
  const users = parsed.success ? parsed.output.data : [];
  return users.map(({ user_id: id, email, name }) => ({ id, email, name }));
}

/** The list of users, read once an hour at most. A key that may not read it shows ids instead of names. */
export function createPeople(context: AdapterContext, call: StellarCall): People {
  let known: { names: ReadonlyMap<string, string>; readAt: number } | null = null;

  return async signal => {
    if (known !== null && context.now() - known.readAt < keptMs) return known.names;
    const users = await readUsers(call, signal);
    if (users === null) return known?.names ?? new Map();
    const names = new Map<string, string>();
    for (const { id, email, name } of users) {
      for (const key of [id, email]) if (key !== '') names.set(key.toLowerCase(), name || email || id);
    }
    known = { names, readAt: context.now() };
    return names;
  };
}

/** null: nobody, or the machine itself. */
export function personOf(word: string, names: ReadonlyMap<string, string>): string | null {
  if (word === '' || word === 'System') return null;
  return names.get(word.toLowerCase()) ?? word;
}
