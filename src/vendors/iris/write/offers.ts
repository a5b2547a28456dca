import type { ChangeName, Choice, FieldValues, Offer } from '#domain/command.ts';
import { closedWord, openWord } from './case-fields.ts';
import { logLimit, nameLimit, textLimit } from './limits.ts';
import { noComments, noSeverity } from './sentences.ts';

/** What there is to know before anything is offered. */
type Situation = {
  fields: FieldValues;
  /** '2026-11-22'; null: it is open. */
  closedOn: string | null;
  /** A sentence where nothing at all may be changed; else null. */
  locked: string | null;
  /** Where a note goes; null: into a group that is made for it. */
  group: string | null;
  /** A sentence where this server has no notes; else null. */
  notesMissing: string | null;
  people: readonly Choice[];
  outcomes: readonly string[];
};

function offer(name: ChangeName, more: Partial<Offer> = {}): Offer {
  return {
    name,
    unavailable: null,
    choices: [],
    warning: '',
    isFinal: false,
    maxLength: null,
    format: 'text',
    ...more,
  };
}

/** Every change there is, available or with the reason why not. */
export function listOffers(situation: Situation): Offer[] {
  const offers = [...fieldOffers(situation), ...postOffers(situation), ...endOffers(situation)];
  const { locked } = situation;
  return locked === null ? offers : offers.map(one => ({ ...one, unavailable: one.unavailable ?? locked }));
}

function fieldOffers({ fields, people, outcomes }: Situation): Offer[] {
  return [
    offer('status', {
      label: 'Outcome',
      choices: outcomes.map(name => ({ value: name, label: name })),
      base: { outcome: fields['outcome'] ?? '' },
      warning: 'This is the outcome. Whether the case is open stays as it is.',
    }),
    offer('severity', { unavailable: noSeverity }),
    offer('assignee', { choices: people }),
    offer('tags', { warning: 'IRIS does not take a tag away that another case has too.' }),
    offer('title', { maxLength: nameLimit }),
    offer('text', {
      field: 'summary',
      base: { summary: fields['summary'] ?? '' },
      warning: 'IRIS keeps no earlier version of a summary.',
      maxLength: textLimit,
      format: 'markdown',
    }),
  ];
}

function postOffers({ group, notesMissing }: Situation): Offer[] {
  return [
    offer('post', {
      field: 'notes',
      label: 'Add note',
      unavailable: notesMissing,
      warning:
        group === null
          ? 'A group for notes is made first: the case has none. The first line is the title.'
          : `It goes into the group ‘${group}’. The first line is the title.`,
      maxLength: textLimit,
      format: 'markdown',
    }),
    offer('post', { field: 'comments', unavailable: noComments }),
    offer('post', {
      field: 'log',
      label: 'Add to task log',
      warning: 'IRIS stores it in lower case, all but the first letter, and nobody can edit or remove it.',
      isFinal: true,
      maxLength: logLimit,
    }),
  ];
}

function endOffers({ fields, closedOn, outcomes }: Situation): Offer[] {
  const outcome = fields['outcome'] ?? '';
  const base = { state: fields['state'] ?? '', outcome };
  return [
    offer('close', {
      unavailable: closedOn === null ? null : `It was closed on ${closedOn}.`,
      choices: [
        { value: closedWord, label: outcome === '' ? 'Closed' : `Closed, outcome stays ${outcome}` },
        ...outcomes.map(name => ({ value: name, label: `Closed as ${name}` })),
      ],
      base,
      warning:
        'IRIS keeps the day and no reason: the reason stays in your ledger alone. Its tasks stay as they are.',
    }),
    offer('reopen', {
      unavailable: closedOn === null ? 'It is open.' : null,
      choices: [{ value: openWord, label: 'Open' }],
      base: { state: base.state },
      warning:
        outcome === ''
          ? 'The day it was closed on is lost.'
          : `The day it was closed on is lost; the outcome stays ${outcome}.`,
    }),
  ];
}
