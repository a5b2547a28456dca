import type { QueueRow } from '#domain/case.ts';
import type { Observable, ObservableType } from '#domain/section.ts';
import { foldText } from '#index-worker/fold.ts';

const wordCharacter = /[\p{L}\p{N}_]/u;
/** What makes one name of two words. An address may stand at the end of a range: '10.0.0.1-10.0.0.9'. */
const joiners = '.@-';
const joinersOfAddresses = '.@';

/** Does the row say this as a word of its own? 10.0.0.1 is not in 10.0.0.10, nor a domain in one below it. */
export function holdsToken(row: QueueRow, { type, value }: Pick<Observable, 'type' | 'value'>): boolean {
  const token = foldText(value);
  return textsOf(row).some(text => isWordOf(foldText(text), token, type));
}

function textsOf({ title, id, number, assignee, tags }: QueueRow): string[] {
  return [title, id, number, ...(assignee === null ? [] : [assignee.name, assignee.id]), ...tags];
}

function isWordOf(text: string, token: string, type: ObservableType): boolean {
  if (token === '') return false;
  const joins = type === 'ipv4' || type === 'ipv6' ? joinersOfAddresses : joiners;
  for (let at = text.indexOf(token); at >= 0; at = text.indexOf(token, at + 1)) {
    const end = at + token.length;
    if (isEdge(text[at - 1], text[at - 2], joins) && isEdge(text[end], text[end + 1], joins)) return true;
  }
  return false;
}

/** Nothing of the same word follows: neither a letter, nor a joiner with a letter behind it. */
function isEdge(next: string | undefined, beyond: string | undefined, joins: string): boolean {
  if (next === undefined) return true;
  if (wordCharacter.test(next)) return false;
  return !joins.includes(next) || beyond === undefined || !wordCharacter.test(beyond);
}
