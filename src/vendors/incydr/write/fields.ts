import type { Change, FieldValues } from '#domain/command.ts';
import { appendNote, hasNote } from './note.ts';
import { notOffered } from './refusals.ts';
import type { WholeCase } from './whole-case.ts';

export const closed = 'CLOSED';

/** A reading of a change's own words: `since` is when they were sent at the earliest, epoch ms; null: not sent yet. */
export type Reading = { id: string; author: string; since: number | null };

/** What a case has that a change touches, by the names and in the words that rows have. */
export function readFields(whole: WholeCase, change: Change, reading: Reading): FieldValues {
  const { author, since } = reading;
  const words = wordsOf(change);
  const isSaid = words !== null && since !== null && hasNote(whole.findings, { author, text: words }, since);
  const note = words === null ? {} : { note: isSaid ? words : '' };
  switch (change.name) {
    case 'title':
      return { title: whole.name.trim() || `Case ${reading.id}` };
    case 'assignee':
      return { assignee: whole.assignee ?? '' };
    case 'text':
      if (change.field === 'description') return { description: whole.description ?? '' };
      if (change.field === 'findings') return { findings: whole.findings ?? '' };
      throw notOffered(change.field);
    case 'post':
      if (change.section !== 'notes') throw notOffered(change.section);
      return note;
    case 'close':
      return { status: whole.status, ...note };
    default:
      throw notOffered(change.name);
  }
}

export function toWanted(change: Change, fresh: FieldValues): FieldValues {
  const words = wordsOf(change);
  const note = words === null ? {} : { note: words };
  switch (change.name) {
    case 'title':
      return { title: change.to.trim() };
    case 'assignee':
      return { assignee: change.to ?? '' };
    case 'text':
      return { [change.field]: keepIfSame(fresh[change.field], change.to) };
    case 'post':
      return note;
    case 'close':
      return { status: closed, ...note };
    default:
      return {};
  }
}

/** The whole case with the change in it. Empty text and nobody are null: that is how Incydr clears. */
export function merge(whole: WholeCase, change: Change, author: string, at: number): WholeCase {
  const words = wordsOf(change);
  const findings = words === null ? whole.findings : appendNote(whole.findings, { author, text: words }, at);
  switch (change.name) {
    case 'title':
      return { ...whole, name: change.to.trim() };
    case 'assignee':
      return { ...whole, assignee: change.to };
    case 'text':
      return { ...whole, [change.field]: change.to === '' ? null : change.to };
    case 'close':
      return { ...whole, findings, status: closed };
    case 'post':
      return { ...whole, findings };
    default:
      throw notOffered(change.name);
  }
}

/** What is added to the findings; null: nothing. */
export function wordsOf(change: Change): string | null {
  if (change.name === 'post') return change.text;
  return change.name === 'close' && change.reason.trim() !== '' ? change.reason : null;
}

/** Line ends and what is white at the end may come back otherwise than they were sent. */
function keepIfSame(found: string | undefined, to: string): string {
  return found !== undefined && toForm(found) === toForm(to) ? found : to;
}

function toForm(text: string): string {
  return text.replace(/\r\n?/g, '\n').trimEnd();
}
