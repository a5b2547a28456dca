import type { Change } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { IrisApi } from '../api.ts';
import { toTags } from '../mapping.ts';
import type { WireCase } from '../wire.ts';
import { changeTags } from './case-fields.ts';
import { nameLimit } from './limits.ts';
import { refuse } from './refusal.ts';

/** The name without IRIS's '#ID - ', exactly as it is stored: `row.title` is trimmed and fills in for an empty one. */
function bareName(wire: WireCase): string {
  const prefix = `#${wire.case_id} - `;
  const name = wire.case_name ?? '';
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

/**
 * `/manage/cases/update` for one field. The name goes with it always: left out, IRIS stores '#3 - None'. So it is read
 * just before, and a name that would not come back as it is refuses the change.
 */
export async function updateCase(
  api: IrisApi,
  id: string,
  change: Change & { name: 'title' | 'assignee' | 'tags' },
  signal: AbortSignal,
): Promise<void> {
  const send = (body: Readonly<Record<string, unknown>>) => api.write('updateCase', id, body, signal, { id });
  if (change.name === 'title') {
    await send({ case_name: change.to.trim() });
    return;
  }
  const wire = await api.getCase(id, signal);
  const name = bareName(wire);
  if (name.length < 2 || name.length > nameLimit || /^#\d+ - /.test(name)) {
    throw refuse(
      'name-first',
      `IRIS takes the name of a case with every change, and would not take '${name.slice(0, 60)}'. Give it another title first.`,
    );
  }
  if (change.name === 'assignee') await send({ case_name: name, owner_id: Number(change.to) });
  else
    await updateTags(api, change, wire, tags => send({ case_name: name, case_tags: tags.join(',') }), signal);
}

/**
 * IRIS deletes a tag from its list of tags together with the case's, and fails with SQL when another case has it. Tags
 * go by themselves, so that nothing else is saved by then.
 */
async function updateTags(
  api: IrisApi,
  change: Change & { name: 'tags' },
  wire: WireCase,
  send: (tags: readonly string[]) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const wanted = changeTags(toTags(wire.case_tags), change);
  try {
    await send(wanted);
  } catch (error) {
    if (!(error instanceof VendorError) || error.reason !== 'database' || change.remove.length === 0)
      throw error;
    const now = toTags((await api.getCase(wire.case_id, signal)).case_tags);
    if (isSame(now, wanted)) return;
    const isUntouched = isSame(now, toTags(wire.case_tags));
    throw refuse(
      'tag-shared',
      `IRIS does not take a tag away that another case has too: ${change.remove.join(', ')}. ${isUntouched ? 'The tags are as they were.' : `The tags are now ${now.join(', ') || 'none'}.`}`,
    );
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every(tag => other.includes(tag));
}
