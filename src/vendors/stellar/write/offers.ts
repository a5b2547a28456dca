import type { Choice, Offer } from '#domain/command.ts';
import { openStatuses } from '#domain/words.ts';
import type { CaseAccess } from '../case-access.ts';
import { severityOf, statusOf } from '../mapping.ts';
import { caseStatuses, longest, resolutions, severities } from '../operations.ts';
import { readUsers } from '../people.ts';

const usual = {
  unavailable: null,
  choices: [],
  warning: '',
  isFinal: false,
  maxLength: null,
  format: 'text',
} as const satisfies Partial<Offer>;

const closing = ['Resolved', 'Cancelled'];
const reopening = ['New', 'In Progress'];

/** Which user may write is not told before: a key without the right is refused when it does. */
export async function readOffers(
  access: CaseAccess,
  id: string,
  signal: AbortSignal,
): Promise<readonly Offer[]> {
  const [wire, users] = await Promise.all([access.read(id, signal), readUsers(access.call, signal)]);
  const isOpen = openStatuses.has(statusOf(wire.status) ?? 'other');
  return [
    { ...usual, name: 'status', choices: caseStatuses.map(toStatusChoice) },
    { ...usual, name: 'severity', choices: severities.map(toSeverityChoice) },
    toAssigneeOffer(users),
    { ...usual, name: 'tags', maxLength: longest.tag },
    {
      ...usual,
      name: 'title',
      maxLength: longest.title,
      warning: 'A case that was named by a person keeps that name: it no longer changes as alerts join.',
    },
    { ...usual, name: 'post', field: 'comments', maxLength: longest.text },
    {
      ...usual,
      name: 'text',
      field: 'description',
      maxLength: longest.text,
      base: { description: wire.description },
    },
    {
      ...usual,
      name: 'close',
      unavailable: isOpen ? null : `It is ${wire.status} already.`,
      choices: closing.map(toStatusChoice),
      reasons: resolutions.map(word => ({ value: word, label: word })),
      canTakeAlerts: wire.size !== 0,
      warning:
        'Alerts that come later go into another case. Before release 5.4.1 its alerts stay open even if they are to be closed.',
      maxLength: longest.text,
    },
    {
      ...usual,
      name: 'reopen',
      unavailable: isOpen ? 'It is open.' : null,
      choices: reopening.map(toStatusChoice),
    },
  ];
}

function toAssigneeOffer(users: Awaited<ReturnType<typeof readUsers>>): Offer {
  const choices = (users ?? [])
    .filter(user => user.id !== '')
    .map(user => ({ value: user.id, label: user.name || user.email || user.id }))
    .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));
  return {
    ...usual,
    name: 'assignee',
    unavailable:
      choices.length === 0
        ? 'The list of users could not be read, and a case is assigned by their ids. The key may lack the right to it.'
        : null,
    choices,
  };
}

function toStatusChoice(word: string): Choice {
  return { value: word, label: word, status: statusOf(word) ?? 'other' };
}

function toSeverityChoice(word: string): Choice {
  return { value: word, label: word, severity: severityOf(word) };
}
