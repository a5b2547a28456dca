import { accessDenied, invalid, notFound, Refusal } from './container.ts';
import type { Caller } from './keys.ts';
import type { CaseRecord, Level, Role } from './records.ts';
import { type ArgusWorld, isDeleted } from './state.ts';

export type Access = { level: Level; role: Role };

/** What the caller may do with a case; null: it does not exist for the caller. */
export function accessOf(caller: Caller, record: CaseRecord): Access | null {
  if (caller.role === 'admin') return { level: 'owner', role: 'admin' };
  const { role, user } = caller;
  if (record.reporter.id === user.id) return { level: 'owner', role };
  const granted = record.access.find(entry => entry.subject.id === user.id)?.level;
  // An unpublished case is not there for those who are not tech.
  if (role === 'user' && record.publishedTimestamp === null) return null;
  const byRole = levelByRole(caller, record);
  if (granted === 'write' || byRole === 'write') return { level: 'write', role };
  if (granted === 'read' || byRole === 'read') return { level: 'read', role };
  return null;
}

function levelByRole(caller: Caller, record: CaseRecord): 'read' | 'write' | null {
  if (record.accessMode === 'explicit') return null;
  const level = record.service.shortName === 'administrative' ? 'read' : 'write';
  if (caller.role === 'tech') return level;
  if (record.customer.id !== caller.user.customer.id || record.accessMode === 'readRestricted') return null;
  return record.accessMode === 'writeRestricted' ? 'read' : level;
}

const ranks: Record<Level, number> = { read: 0, write: 1, owner: 2 };

type OpenCase = { record: CaseRecord; access: Access };

/** The case a path names. One that may not be read is answered like one that is not there. */
export function openCase(world: ArgusWorld, caller: Caller, id: string | undefined, need: Level): OpenCase {
  if (id === undefined || !/^\d{1,15}$/.test(id)) {
    throw new Refusal(412, {
      ...invalid('id', id ?? '', 'Invalid URL parameter: id must be a number'),
      messageTemplate: 'invalid.url.parameter',
    });
  }
  if (!caller.mayReadCases) throw new Refusal(403, accessDenied);
  const record = world.cases.get(Number(id));
  const access = record === undefined ? null : accessOf(caller, record);
  if (record === undefined || access === null) throw notFound('Case', id);
  if (isDeleted(record) && (access.role === 'user' || need !== 'read')) throw notFound('Case', id);
  if (ranks[access.level] < ranks[need]) throw new Refusal(403, accessDenied);
  return { record, access };
}

export function requireTech(access: Access): void {
  if (access.role === 'user') throw new Refusal(403, accessDenied);
}
