import * as v from 'valibot';
import { number, text } from '../wire.ts';

/** Everybody who has an account, whether they may see the case or not. */
export const wireCaseUser = v.object({ user_id: number, user_name: text, user_login: text });

export type People = {
  /** null: nobody is named. */
  byId: (id: number | null) => string | null;
  byLogin: (login: string | null) => string | null;
};

export function toPeople(users: readonly v.InferOutput<typeof wireCaseUser>[]): People {
  const ids = new Map(users.map(user => [user.user_id, user.user_name ?? user.user_login]));
  const logins = new Map(users.map(user => [user.user_login, user.user_name]));
  return {
    byId: id => (id === null ? null : (ids.get(id) ?? `User ${id}`)),
    byLogin: login => logins.get(login) || login,
  };
}
