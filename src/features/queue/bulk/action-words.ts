import type { BulkAction } from './bulk-form.ts';

function many(count: number): string {
  return count.toLocaleString('en');
}

/** What the button in the bar says, its key, and what the plan and its button are called. */
export const actionWords: Record<
  BulkAction,
  { label: string; keys: string | null; title: (count: number) => string; button: (count: number) => string }
> = {
  status: {
    label: 'Status',
    keys: 's',
    title: count => `Set the status of ${many(count)}`,
    button: count => `Set status of ${many(count)}`,
  },
  assignee: {
    label: 'Assign',
    keys: 'a',
    title: count => `Assign ${many(count)}`,
    button: count => `Assign ${many(count)}`,
  },
  severity: {
    label: 'Severity',
    keys: null,
    title: count => `Set the severity of ${many(count)}`,
    button: count => `Set severity of ${many(count)}`,
  },
  tags: {
    label: 'Tags',
    keys: null,
    title: count => `Change the tags of ${many(count)}`,
    button: count => `Change tags of ${many(count)}`,
  },
  note: {
    label: 'Note',
    keys: 'm',
    title: count => `Add a note to ${many(count)}`,
    button: count => `Add note to ${many(count)}`,
  },
  close: {
    label: 'Close',
    keys: null,
    title: count => `Close ${many(count)}`,
    button: count => `Close ${many(count)}`,
  },
};
