import type { Change } from '#domain/command.ts';
import { closedWord, openWord } from './case-fields.ts';
import { logLimit, nameLimit, textLimit } from './limits.ts';
import { notOffered, refuse } from './refusal.ts';
import { noComments, noNobody, noReplies, noSeverity } from './sentences.ts';

/** Throws for what IRIS would break at, or would keep otherwise than it was meant. Before anything is sent. */
export function checkChange(change: Change, outcomes: ReadonlyMap<number, string>): void {
  for (const text of textsOf(change)) checkText(text);
  switch (change.name) {
    case 'severity':
      throw notOffered(noSeverity);
    case 'assignee':
      checkAssignee(change.to);
      break;
    case 'tags':
      for (const tag of [...change.add, ...change.remove]) checkTag(tag);
      break;
    case 'title':
      checkTitle(change.to.trim());
      break;
    case 'text':
      if (change.field !== 'summary') throw notOffered(noOtherText);
      checkLength('The summary', change.to, 0, textLimit);
      break;
    case 'post':
      checkPost(change);
      break;
    case 'status':
      checkOutcome(change.to, outcomes);
      break;
    case 'close':
      if (change.to !== closedWord) checkOutcome(change.to, outcomes);
      break;
    case 'reopen':
      if (change.to !== openWord) throw refuse('unknown-status', noOtherReopening);
      break;
  }
}

const noOtherText = 'The one long text that IRIS keeps of a case is its summary.';
const noOtherReopening = 'A case in IRIS is reopened to open and to nothing else.';

function textsOf(change: Change): readonly string[] {
  if (change.name === 'post') return [change.text];
  if (change.name === 'tags') return [...change.add, ...change.remove];
  return change.to === null ? [] : [change.to];
}

/** A NUL byte is an HTML 500 of IRIS; half of a character beyond the first plane is no UTF-8, in which it keeps all. */
function checkText(text: string): void {
  if (text.includes('\0')) {
    throw refuse('nul', 'The text holds a NUL character, at which IRIS fails. Remove it; nothing was sent.');
  }
  if (/\p{Surrogate}/u.test(text)) {
    throw refuse(
      'half-character',
      'The text holds half of a character, which IRIS cannot keep. Nothing was sent.',
    );
  }
}

function checkAssignee(to: string | null): void {
  if (to === null) throw notOffered(noNobody);
  if (!/^[1-9]\d{0,8}$/.test(to))
    throw refuse('unknown-user', 'IRIS knows its users by number, and this is none.');
}

/** Tags are one text, parted by commas. */
function checkTag(tag: string): void {
  if (tag.trim() === '') throw refuse('tag-empty', 'A tag cannot be empty.');
  if (/[,\r\n]/.test(tag)) {
    throw refuse('tag-parted', 'A tag in IRIS cannot hold a comma or a new line: it would become two.');
  }
}

function checkTitle(title: string): void {
  if (/[\r\n]/.test(title)) throw refuse('title-lines', 'A title is one line.');
  if (/^#\d+ - /.test(title)) {
    throw refuse(
      'title-prefix',
      'IRIS writes the number of the case before its title by itself: leave it out.',
    );
  }
  checkLength('A title', title, 2, nameLimit);
}

function checkPost({ section, text, replyTo }: Change & { name: 'post' }): void {
  if (section === 'comments') throw notOffered(noComments);
  if (replyTo !== null) throw notOffered(noReplies);
  if (text.trim() === '') throw refuse('empty', 'There is nothing in it.');
  if (section === 'notes') checkLength('A note', text, 1, textLimit);
  else checkLength('A line of the task log', text, 1, logLimit);
}

function checkOutcome(to: string, outcomes: ReadonlyMap<number, string>): void {
  if (![...outcomes.values()].includes(to)) throw refuse('unknown-status', 'This IRIS has no such outcome.');
}

function checkLength(what: string, text: string, least: number, most: number): void {
  if (text.length < least) throw refuse('too-short', `${what} has at least ${least} characters.`);
  if (text.length > most) {
    throw refuse('too-long', `${what} has at most ${most.toLocaleString('en')} characters.`);
  }
}
