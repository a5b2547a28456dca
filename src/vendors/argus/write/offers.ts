import type { ChangeName, Choice, Offer } from '#domain/command.ts';
import { toSeverity, toStatus } from '../mapping.ts';
import type { WireCase } from '../wire.ts';
import type { People } from './people.ts';
import { isTech, sayNoRight } from './rights.ts';
import { closed, openStatuses } from './status-words.ts';

const priorities = ['low', 'medium', 'high', 'critical'];
/** What the operation table lets through; Argus publishes no lengths. A comment grows by its escapes. */
const longest = { title: 1000, comment: 100_000, description: 500_000 };

type Seen = ReturnType<People['on']>;

/** What may be done with a case, by its status and by the rights that Argus says this key has. */
export function toOffers(item: WireCase, seen: Seen, selfId: string | null): readonly Offer[] {
  const isClosed = item.status === closed;
  const toClosed = isClosed ? 'The case is closed already.' : null;
  const offer = (name: ChangeName, rest: Partial<Offer> = {}): Offer => ({
    ...bare,
    name,
    ...rest,
    unavailable: sayNoRight(item, name) ?? rest.unavailable ?? null,
  });
  return [
    offer('status', {
      choices: openStatuses.map(toStatusChoice),
      unavailable: isClosed ? 'The case is closed. Reopen it to set a status.' : null,
    }),
    offer('severity', { choices: priorities.map(toSeverityChoice) }),
    toAssigneeOffer(offer, item, seen, selfId),
    offer('tags', { warning: 'An Argus tag is a key and a value, like topic/phishing.' }),
    offer('title', { maxLength: longest.title }),
    offer('text', {
      field: 'description',
      format: 'html',
      base: { description: item.description ?? '' },
      maxLength: longest.description,
      warning: 'Argus takes out HTML that it does not allow, and does not say so.',
    }),
    offer('post', {
      field: 'comments',
      maxLength: longest.comment,
      canBeInternal: isTech(item),
      canReply: true,
    }),
    offer('close', { choices: [toStatusChoice(closed)], maxLength: longest.comment, unavailable: toClosed }),
    offer('reopen', {
      choices: openStatuses.map(toStatusChoice),
      unavailable: isClosed ? null : 'The case is not closed.',
    }),
  ];
}

/** Every change, each refused for the same reason. */
export function toNoOffers(sentence: string): readonly Offer[] {
  const names = ['status', 'severity', 'assignee', 'tags', 'title', 'close', 'reopen'] as const;
  return [
    ...names.map((name): Offer => ({ ...bare, name, unavailable: sentence })),
    { ...bare, name: 'text', field: 'description', format: 'html', unavailable: sentence },
    { ...bare, name: 'post', field: 'comments', unavailable: sentence },
  ];
}

const bare: Omit<Offer, 'name'> = {
  unavailable: null,
  choices: [],
  warning: '',
  isFinal: false,
  maxLength: null,
  format: 'text',
};

function toAssigneeOffer(
  offer: (name: ChangeName, rest: Partial<Offer>) => Offer,
  item: WireCase,
  seen: Seen,
  selfId: string | null,
): Offer {
  const mayTech = item.currentUserAccess === null || isTech(item);
  const choices = seen
    .filter(({ slot }) => mayTech || slot === 'assignedUser')
    .toSorted((one, other) => Number(other.person.id === selfId) - Number(one.person.id === selfId))
    .map(({ person: { id, name }, slot, from }) => ({
      value: id,
      label: slot === 'assignedUser' && from !== null ? `${name} (${from})` : name,
    }));
  return offer('assignee', {
    choices,
    warning: [
      'Argus gives no list of its people: these were seen on this case, with you.',
      item.assignedTech === null
        ? ''
        : mayTech
          ? 'A user of the customer is set beside the tech, who keeps the case. Nobody takes both away.'
          : 'This API key sets the user of the customer alone: the tech keeps the case.',
    ]
      .filter(Boolean)
      .join(' '),
  });
}

function toStatusChoice(word: string): Choice {
  return { value: word, label: word, status: toStatus(word).value };
}

function toSeverityChoice(word: string): Choice {
  return { value: word, label: word, severity: toSeverity(word).value };
}
