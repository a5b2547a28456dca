import type { Change, FieldValues } from '#domain/command.ts';
import { toPerson, toRow } from '../mapping.ts';
import type { WireCase } from '../wire.ts';
import { isSameHtml } from './html.ts';
import type { Slot } from './people.ts';
import { closed, isSameStatus } from './status-words.ts';
import { applyTags, joinTags, splitTags } from './tag-change.ts';

/** What of the record a change is read from, beside the case. */
type Read = {
  /** Which of the two slots of an assignment it sets. */
  slots: readonly Slot[];
  /** Are its words there already, as a comment? */
  isSaid: boolean;
};

/** What a case has that a change touches, by the names and in the words that rows have. Tags stand elsewhere. */
export function readFields(item: WireCase, change: Change, { slots, isSaid }: Read): FieldValues {
  const comment = isSaid ? (wordsOf(change) ?? '') : '';
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: item.status ?? '' };
    case 'severity':
      return { severity: item.priority ?? '' };
    case 'title':
      return { title: toRow('', item, []).title };
    case 'text':
      return { description: item.description ?? '' };
    case 'close':
      return { status: item.status ?? '', ...(wordsOf(change) === null ? {} : { comment }) };
    case 'assignee':
      return {
        assignee: toPerson(item.assignedTech ?? item.assignedUser)?.id ?? '',
        ...Object.fromEntries(slots.map(slot => [slot, item[slot]?.id ?? ''])),
      };
    case 'tags':
      return {};
    case 'post':
      return { comment };
  }
}

export function toWanted(change: Change, fresh: FieldValues): FieldValues {
  switch (change.name) {
    case 'status':
    case 'reopen':
      return { status: keepIfSame(fresh['status'], change.to, isSameStatus) };
    case 'severity':
      return { severity: change.to };
    case 'title':
      return { title: change.to.trim() };
    case 'text':
      return { description: keepIfSame(fresh['description'], change.to, isExactly) };
    case 'close':
      return { status: closed, ...(wordsOf(change) === null ? {} : { comment: change.reason }) };
    case 'assignee':
      return toWantedPeople(change.to ?? '', fresh);
    case 'tags':
      return { tags: joinTags(applyTags(change, splitTags(fresh['tags'] ?? ''))) };
    case 'post':
      return { comment: change.text };
  }
}

/** What becomes a comment; null: nothing does. */
export function wordsOf(change: Change): string | null {
  if (change.name === 'post') return change.text;
  return change.name === 'close' && change.reason.trim() !== '' ? change.reason : null;
}

/** The slots that `fresh` names are those that the change sets. The row shows the tech where there are both. */
function toWantedPeople(to: string, fresh: FieldValues): FieldValues {
  const set = Object.fromEntries(
    (['assignedTech', 'assignedUser'] as const).flatMap(slot => (slot in fresh ? [[slot, to]] : [])),
  );
  const isTechKept = !('assignedTech' in fresh) && fresh['assignee'] !== fresh['assignedUser'];
  return { assignee: isTechKept ? (fresh['assignee'] ?? '') : to, ...set };
}

/** Is it there, as far as the vendor lets it be? Description and status come back in other words of the same meaning. */
export function isKept(field: string, wanted: string, found: string): boolean {
  if (field === 'status') return isSameStatus(wanted, found);
  if (field === 'description') return isSameHtml(wanted, found);
  return wanted === found;
}

function keepIfSame(
  found: string | undefined,
  to: string,
  isSame: (one: string, other: string) => boolean,
): string {
  return found !== undefined && isSame(found, to) ? found : to;
}

function isExactly(one: string, other: string): boolean {
  return one.trim() === other.trim();
}
