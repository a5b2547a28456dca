import type { Choice, Offer } from '#domain/command.ts';
import type { WireCaseDetail } from '../wire.ts';
import { closed } from './fields.ts';
import { longestFindings, roomFor } from './note.ts';
import type { People } from './people.ts';
import { sayFinished } from './whole-case.ts';

const longest = { name: 50, description: 250 };

/** What may be done with a case. All of it is one call that sends the whole case back. */
export function toOffers(wire: WireCaseDetail, { choices, note }: People, author: string): readonly Offer[] {
  const unavailable = sayFinished(wire.status ?? '');
  const room = roomFor(wire.findings, author);
  const full =
    room > 0 ? null : `Findings hold ${longestFindings.toLocaleString('en')} characters, and they are full.`;
  const offer = (rest: Pick<Offer, 'name'> & Partial<Offer>): Offer => ({ ...bare, unavailable, ...rest });
  return [
    offer({ name: 'title', maxLength: longest.name, warning: 'No two cases of Incydr have the same name.' }),
    offer({
      name: 'text',
      field: 'description',
      base: { description: wire.description ?? '' },
      maxLength: longest.description,
    }),
    offer({
      name: 'text',
      field: 'findings',
      base: { findings: wire.findings ?? '' },
      maxLength: longestFindings,
      format: 'markdown',
    }),
    offer({
      name: 'post',
      field: 'notes',
      label: 'Append to findings',
      unavailable: unavailable ?? full,
      maxLength: room,
      format: 'markdown',
      warning: 'Incydr has no notes. It is added to the end of the findings, with your name and the time.',
    }),
    offer({
      name: 'assignee',
      choices: withCurrent(choices, wire),
      warning: note === '' ? 'Incydr refuses an assignee who has no role for cases.' : note,
    }),
    offer({
      name: 'close',
      choices: [{ value: closed, label: closed, status: 'closed' }],
      isFinal: true,
      maxLength: room,
      format: 'markdown',
      warning: 'Closed is final in Incydr. The reason goes to findings, then nothing can be edited.',
    }),
    offer({
      name: 'status',
      unavailable: unavailable ?? 'An Incydr case is open until it is closed: close it instead.',
    }),
    offer({ name: 'reopen', unavailable: 'Incydr never opens a case again.' }),
    offer({ name: 'severity', unavailable: 'An Incydr case has no severity.' }),
    offer({ name: 'tags', unavailable: 'An Incydr case has no tags.' }),
  ];
}

const bare: Omit<Offer, 'name' | 'unavailable'> = {
  choices: [],
  warning: '',
  isFinal: false,
  maxLength: null,
  format: 'text',
};

/** Who has it is among the choices, though nobody may list them. */
function withCurrent(choices: readonly Choice[], wire: WireCaseDetail): readonly Choice[] {
  const { assignee, assigneeUsername } = wire;
  if (assignee === null || choices.some(({ value }) => value === assignee)) return choices;
  return [{ value: assignee, label: assigneeUsername || assignee }, ...choices];
}
