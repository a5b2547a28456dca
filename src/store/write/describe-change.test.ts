import { expect, test } from 'vitest';
import type { Change, FieldValues } from '#domain/command.ts';
import { sayChange, sayFields, textOf } from './describe-change.ts';

const post: Change = { name: 'post', section: 'notes', text: 'Seen.', isInternal: false, replyTo: null };

test.each<[Change, FieldValues, string, string]>([
  [{ name: 'status', to: '3', label: 'In Progress' }, { status: 'New' }, 'Status: New → In Progress', ''],
  [{ name: 'status', to: 'Closed' }, {}, 'Status: Closed', ''],
  [{ name: 'severity', to: 'high' }, { severity: '' }, 'Severity: high', ''],
  [{ name: 'assignee', to: null, label: '' }, { assignee: '7' }, 'Assignee: Nobody', ''],
  [{ name: 'assignee', to: '9', label: 'Ida Moen' }, { assignee: '7' }, 'Assignee: Ida Moen', ''],
  [{ name: 'tags', add: ['a', 'b'], remove: ['c'] }, {}, 'Tags: add a, b; remove c', ''],
  [{ name: 'title', to: 'New words' }, { title: 'Old' }, 'Title: Old → New words', 'New words'],
  [post, {}, 'Note', 'Seen.'],
  [
    { ...post, isInternal: true, replyTo: '5', section: 'comments' },
    {},
    'Internal comment, a reply',
    'Seen.',
  ],
  [{ name: 'text', field: 'findings', to: 'All of it' }, {}, 'Findings', 'All of it'],
  [
    { name: 'close', to: 'closed', reason: 'Known script', withAlerts: true },
    { status: 'Open' },
    'Close as closed, with its alerts',
    'Known script',
  ],
  [{ name: 'reopen', to: '1', label: 'Open' }, {}, 'Reopen as Open', ''],
])('%j from %j is said as %s', (change, base, sentence, text) => {
  expect(sayChange({ change, base })).toBe(sentence);
  expect(textOf(change)).toBe(text);
});

test('of what was read, only what differs is said', () => {
  expect(
    sayFields(
      { status: 'New', tags: '', outcome: 'x' },
      { status: 'Open', tags: 'a\nb', outcome: 'x', comment: 'y' },
    ),
  ).toBe('Status: New → Open; Tags: nothing → a, b; Comment: nothing → y');
});
