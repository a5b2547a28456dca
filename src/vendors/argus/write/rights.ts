import type { ChangeName } from '#domain/command.ts';
import type { WireCase } from '../wire.ts';

/** Beside the level write, these need the role tech, or ownership of the case. */
const restricted: ReadonlySet<ChangeName> = new Set(['title', 'text']);

/**
 * Why the owner of this key may not change that; null: may, or Argus does not say. `currentUserAccess` tells level and
 * role; a word that is not known refuses nothing, as Argus itself then decides.
 * https://docs.mnemonic.no: Case integration guide, Understanding case access
 */
export function sayNoRight({ currentUserAccess: access }: WireCase, name: ChangeName): string | null {
  if (access === null) return null;
  if (access.level === 'read') return 'This API key may only read this case.';
  if (restricted.has(name) && access.level === 'write' && access.role === 'user')
    return 'Subject and description are changed by techs and by the owner of the case. This API key is neither here.';
  return null;
}

/** Techs alone assign techs, and write and read what customers do not see. */
export function isTech({ currentUserAccess: access }: WireCase): boolean {
  return access?.role === 'tech' || access?.role === 'admin';
}
