import type { Call } from '#http/request.ts';
import { readOne } from './container.ts';
import { noSuchCase, notUnderstood } from './errors.ts';
import { isDeleted } from './mapping.ts';
import type { operations } from './operations.ts';
import { type WireCase, wireCase } from './wire.ts';

const caseId = /^\d{1,15}$/;

export type CaseFinder = {
  /** The case that an id leads to: a merged one is answered with the one it was merged into. */
  find: (id: string, signal: AbortSignal) => Promise<WireCase>;
  /** The id under which the sections of that case are read. */
  idOf: (id: string, signal: AbortSignal) => Promise<string>;
};

/** Only the case itself redirects: its comments, events and the rest are asked for under the id it was answered with. */
export function createCaseFinder(call: Call<typeof operations>): CaseFinder {
  const ids = new Map<string, string>();

  async function find(id: string, signal: AbortSignal): Promise<WireCase> {
    if (!caseId.test(id)) throw noSuchCase();
    const item = readOne(await call('get', { params: { id }, signal }), wireCase, 'a case');
    if (isDeleted(item)) throw noSuchCase();
    if (!caseId.test(item.id)) throw notUnderstood('a case');
    ids.set(id, item.id);
    return item;
  }

  return {
    find,
    idOf: async (id, signal) => ids.get(id) ?? (await find(id, signal)).id,
  };
}
