import type { Change, Command, FieldValues, PostPlace, TextField } from '#domain/command.ts';

/** What a change is, in words. */
export type ChangeWords = {
  /** The field, or what is done: 'Status', 'Comment', 'Close as Resolved'. */
  what: string;
  /** As it was seen; null: it only adds, or it was not said. */
  from: string | null;
  /** What it is to be; '' where `what` or `text` says all. */
  to: string;
  /** Somebody's words, whole; '' for none. */
  text: string;
};

const placeNames: Record<PostPlace, string> = { comments: 'Comment', notes: 'Note', log: 'Task log' };
const textNames: Record<TextField, string> = {
  summary: 'Summary',
  description: 'Description',
  findings: 'Findings',
  note: 'Note',
};

export function describeChange({ change, base }: Pick<Command, 'change' | 'base'>): ChangeWords {
  const words = { from: null, to: '', text: '' };
  switch (change.name) {
    case 'status':
      return { ...words, what: 'Status', from: base['status'] || null, to: change.label ?? change.to };
    case 'severity':
      return { ...words, what: 'Severity', from: base['severity'] || null, to: change.label ?? change.to };
    case 'assignee':
      return { ...words, what: 'Assignee', to: change.to === null ? 'Nobody' : change.label };
    case 'tags':
      return { ...words, what: 'Tags', to: sayTags(change) };
    case 'title':
      return { ...words, what: 'Title', from: base['title'] || null, to: change.to };
    case 'post':
      return { ...words, what: sayPost(change), text: change.text };
    case 'text':
      return { ...words, what: textNames[change.field], text: change.to };
    case 'close':
      return {
        ...words,
        what: `Close as ${change.label ?? change.to}${change.withAlerts ? ', with its alerts' : ''}`,
        text: change.reason,
      };
    case 'reopen':
      return { ...words, what: `Reopen as ${change.label ?? change.to}` };
  }
}

/** In one line, without the text. */
export function sayChange(command: Pick<Command, 'change' | 'base'>): string {
  const { what, from, to } = describeChange(command);
  if (to === '') return what;
  return from === null ? `${what}: ${to}` : `${what}: ${from} → ${to}`;
}

/** What somebody typed, to copy; '' for a choice from a list. */
export function textOf(change: Change): string {
  if (change.name === 'title') return change.to;
  return describeChange({ change, base: {} }).text;
}

function sayTags({ add, remove }: Extract<Change, { name: 'tags' }>): string {
  return [
    ...(add.length === 0 ? [] : [`add ${add.join(', ')}`]),
    ...(remove.length === 0 ? [] : [`remove ${remove.join(', ')}`]),
  ].join('; ');
}

function sayPost({ section, isInternal, replyTo }: Extract<Change, { name: 'post' }>): string {
  return `${isInternal ? 'Internal ' : ''}${isInternal ? placeNames[section].toLowerCase() : placeNames[section]}${
    replyTo === null ? '' : ', a reply'
  }`;
}

const fieldNames: Readonly<Record<string, string>> = {
  status: 'Status',
  severity: 'Severity',
  assignee: 'Assignee',
  title: 'Title',
  tags: 'Tags',
  ...textNames,
};

export function fieldName(field: string): string {
  return fieldNames[field] ?? `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

/** A field's value as people read it: tags stand in one line, nothing is said to be nothing. */
export function fieldText(field: string, value: string | undefined): string {
  if (value === undefined || value === '') return field === 'assignee' ? 'nobody' : 'nothing';
  return field === 'tags' ? value.split('\n').join(', ') : value;
}

/** What the analyst wants there, of a field that somebody else changed. */
export function mineOf(change: Change): string {
  if (change.name === 'text') return change.to;
  const { what, to } = describeChange({ change, base: {} });
  return to === '' ? what : to;
}

/** 'Status New → In Progress' of what was read before and after; '' where no field was. */
export function sayFields(before: FieldValues, after: FieldValues): string {
  return Object.keys(after)
    .filter(field => before[field] !== after[field])
    .map(
      field => `${fieldName(field)}: ${fieldText(field, before[field])} → ${fieldText(field, after[field])}`,
    )
    .join('; ');
}
