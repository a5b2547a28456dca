import * as v from 'valibot';
import type { Choice } from '#domain/command.ts';
import type { Source } from '../sections/source.ts';
import { flag, number, objectId, text } from '../wire.ts';

const wireAccount = v.object({
  user_id: objectId,
  user_name: text,
  user_login: text,
  user_active: flag,
  user_access_level: number,
});
type Account = v.InferOutput<typeof wireAccount>;

/** Bits of an access level. */
const readBit = 2;
const writeBit = 4;

/** Everybody who has an account: the only list of users that a key without administration gets. */
export async function listAccounts(source: Source, caseId: string, signal: AbortSignal): Promise<Account[]> {
  return (await source.list('listCaseUsers', caseId, null, wireAccount, signal)).rows;
}

/** Where IRIS does not say, it decides when something is sent. */
export function mayOnlyRead(account: Account | undefined): boolean {
  const level = account?.user_access_level ?? null;
  return level !== null && (level & writeBit) === 0;
}

/** Who may be given a case: active, and not shut out of it. The list names those who are denied as well. */
export function assigneeChoices(accounts: readonly Account[]): Choice[] {
  const names = accounts.map(nameOf);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return accounts.flatMap(account => {
    const level = account.user_access_level ?? writeBit;
    if (account.user_id === null || account.user_active === false || (level & (readBit | writeBit)) === 0)
      return [];
    const name = nameOf(account);
    const login = isShared(name) && account.user_login !== null ? ` (${account.user_login})` : '';
    const right = mayOnlyRead(account) ? ', may only read it' : '';
    return [{ value: account.user_id, label: `${name}${login}${right}` }];
  });
}

function nameOf(account: Account): string {
  return account.user_name || account.user_login || `User ${account.user_id}`;
}
