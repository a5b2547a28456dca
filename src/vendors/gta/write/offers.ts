import type { Choice, Offer } from '#domain/command.ts';
import { openStatuses } from '#domain/words.ts';
import { statusOf, toStatus } from '../mapping.ts';
import { alertStatuses, longestNote } from '../operations.ts';
import type { WireAlert } from '../wire.ts';
import { missing } from './not-offered.ts';

const usual = {
  unavailable: null,
  choices: [],
  warning: '',
  isFinal: false,
  maxLength: null,
  format: 'text',
} as const satisfies Partial<Offer>;

/** What may be done with an alert. Which client may write is not told before: one that may not is refused when it does. */
export function toOffers(alert: WireAlert): readonly Offer[] {
  const { value, raw } = toStatus(alert);
  const isOpen = openStatuses.has(value);
  const note = alert.note ?? '';
  const noteWarning =
    raw === 'New'
      ? 'The note of a New alert may be wiped when the service recalculates it, so the alert is set to Open first.'
      : '';
  const none = Object.entries(missing) as [keyof typeof missing, string][];
  return [
    {
      ...usual,
      name: 'status',
      choices: alertStatuses.map(toChoice),
      warning: note === '' ? '' : 'Set to New, the alert may lose its note when the service recalculates it.',
    },
    ...none.map(([name, reason]) => ({ ...usual, name, unavailable: reason })),
    {
      ...usual,
      name: 'post',
      field: 'notes',
      label: 'Append to the note',
      warning: noteWarning,
      canKeepStatus: raw === 'New',
      maxLength: Math.max(0, longestNote - note.length - 40),
    },
    {
      ...usual,
      name: 'text',
      field: 'note',
      base: { note },
      warning: noteWarning,
      canKeepStatus: raw === 'New',
      maxLength: longestNote,
    },
    {
      ...usual,
      name: 'close',
      unavailable: isOpen ? null : `It is ${raw} already.`,
      choices: [toChoice('Closed')],
      warning: 'The reason is appended to the note.',
      maxLength: Math.max(0, longestNote - note.length - 40),
    },
    { ...usual, name: 'reopen', unavailable: isOpen ? 'It is open.' : null, choices: [toChoice('Open')] },
  ];
}

function toChoice(word: string): Choice {
  return { value: word, label: word, status: statusOf(word) };
}
