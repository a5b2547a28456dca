import * as v from 'valibot';
import type { Choice } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import { notUnderstood } from '../errors.ts';
import type { currentOperations } from '../operations.ts';
import { id, text } from '../wire-parts.ts';

const wireUser = v.object({ userId: id, username: text, blocked: v.fallback(v.boolean(), false) });
const wireUserPage = v.object({ users: v.array(v.unknown()) });

const pageSize = 500;
const mostPages = 4;
/** A list of users is read again after so long: the vendor counts calls. */
const keptMs = 600_000;

/** Who may be chosen, or the sentence that says why nobody is listed. */
export type People = { choices: readonly Choice[]; note: string };

/** The users of the tenant. There is no such call in the legacy API, and not every sign-in may make it. */
export function createPeople(call: Call<typeof currentOperations> | null, now: () => number) {
  let held: { people: People; at: number } | null = null;

  async function readPage(page: number, signal: AbortSignal): Promise<readonly unknown[]> {
    if (call === null) return [];
    const query = { active: true, page, pageSize };
    const parsed = v.safeParse(wireUserPage, await call('listUsers', { query, numbers: 'exact', signal }));
    if (!parsed.success) throw notUnderstood('a list of users');
    return parsed.output.users;
  }

  async function readAll(signal: AbortSignal): Promise<People> {
    const choices: Choice[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const users = await readPage(page, signal);
      for (const user of users) {
        const parsed = v.safeParse(wireUser, user);
        if (!parsed.success || parsed.output.blocked) continue;
        const { userId, username } = parsed.output;
        choices.push({ value: userId, label: username || userId });
      }
      if (users.length < pageSize) return { choices: sort(choices), note: '' };
    }
    const count = (pageSize * mostPages).toLocaleString('en');
    return { choices: sort(choices), note: `Only the first ${count} users of the tenant are listed.` };
  }

  return async (signal: AbortSignal): Promise<People> => {
    if (call === null)
      return { choices: [], note: 'The legacy API has no list of users: only who has the case can be kept.' };
    if (held !== null && now() - held.at < keptMs) return held.people;
    try {
      held = { people: await readAll(signal), at: now() };
      return held.people;
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      return { choices: [], note: `The users could not be listed. ${error.message}` };
    }
  };
}

function sort(choices: readonly Choice[]): readonly Choice[] {
  return choices.toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
}
