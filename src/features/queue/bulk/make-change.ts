import type { Change, Choice, Offer } from '#domain/command.ts';
import { severityLabels, statusLabels } from '#domain/words.ts';
import { type BulkForm, me, nobody } from './bulk-form.ts';
import { isSaid, severityOf, statusOf } from './our-words.ts';

/** What one group is sent, or the sentence that says why nothing is. */
export type Made = {
  change: Change | null;
  /** What is sent, or why nothing is. */
  says: string;
  /** What the vendor cannot hold of what was asked. */
  losses: readonly string[];
  /** The vendor's own value that stands for what was asked; null: none does. */
  chosen: string | null;
};

type Asking = {
  form: BulkForm;
  offer: Offer;
  /** By hand for this group; undefined: as translated. */
  picked: string | undefined;
  reason: string | undefined;
  /** Lower-case names and ids that are the analyst. */
  myNames: readonly string[];
};

export function makeChange(asking: Asking): Made {
  const { form, offer } = asking;
  switch (form.action) {
    case 'status': {
      const made = choose(asking, form.status, statusLabels, choice => statusOf(choice), 'Status');
      const { choice } = made;
      return toMade(made, choice && { name: 'status', to: choice.value, label: choice.label });
    }
    case 'severity': {
      const made = choose(asking, form.severity, severityLabels, choice => severityOf(choice), 'Severity');
      const { choice } = made;
      return toMade(made, choice && { name: 'severity', to: choice.value, label: choice.label });
    }
    case 'assignee':
      return makeAssignee(asking);
    case 'tags':
      return makeTags(form);
    case 'note':
      return makeNote(form, offer);
    case 'close':
      return makeClose(asking);
  }
}

const left: Pick<Made, 'change' | 'losses' | 'chosen'> = { change: null, losses: [], chosen: null };

type Chosen = Omit<Made, 'change'> & { choice: Choice | null };

function toMade({ choice: _, ...made }: Chosen, change: Change | null): Made {
  return { ...made, change };
}

/** The vendor's value for one of our words, or the one chosen by hand. */
function choose<Word extends string>(
  { offer, picked }: Asking,
  wanted: Word | null,
  labels: Readonly<Record<Word, string>>,
  wordOf: (choice: Choice) => Word | null,
  what: string,
): Chosen {
  const none = { ...left, choice: null };
  if (picked === '') return { ...none, says: 'Left out.', chosen: '' };
  const byHand = offer.choices.find(({ value }) => value === picked);
  const alike = wanted === null ? [] : offer.choices.filter(choice => wordOf(choice) === wanted);
  // Of several that mean the same, the one that says it in our word.
  const translated = alike.find(({ label }) => wanted !== null && isSaid(label, labels[wanted])) ?? alike[0];
  const choice = byHand ?? translated;
  if (choice !== undefined)
    return {
      choice,
      chosen: choice.value,
      says: `${offer.label ?? what} ${choice.label}.`,
      losses: [],
    };
  if (wanted === null) return { ...none, says: '' };
  return {
    ...none,
    says: `It has no ‘${labels[wanted]}’. Choose one of its own, or nothing is sent.`,
  };
}

function makeAssignee({ form, offer, picked, myNames }: Asking): Made {
  const { assignee } = form;
  if (picked === '') return { ...left, says: 'Left out.', chosen: '' };
  if (picked === nobody || (picked === undefined && assignee === nobody))
    return {
      ...left,
      change: { name: 'assignee', to: null, label: 'Nobody' },
      says: 'Assigned to nobody.',
      chosen: nobody,
    };
  const byHand = offer.choices.find(({ value }) => value === picked);
  if (byHand === undefined && assignee === null) return { ...left, says: '' };
  const choice =
    byHand ??
    offer.choices.find(({ value, label }) =>
      assignee === me
        ? myNames.includes(value.toLowerCase()) || myNames.includes(label.toLowerCase())
        : label.toLowerCase() === assignee?.toLowerCase(),
    );
  if (choice === undefined)
    return {
      ...left,
      says: `It does not know ${assignee === me ? 'you by the names that are yours' : `‘${assignee}’`}. Choose one of its own, or nothing is sent.`,
    };
  return {
    change: { name: 'assignee', to: choice.value, label: choice.label },
    says: `Assigned to ${choice.label}.`,
    losses: [],
    chosen: choice.value,
  };
}

function makeTags({ add, remove }: BulkForm): Made {
  if (add.length + remove.length === 0) return { ...left, says: '' };
  const says = [
    ...(add.length === 0 ? [] : [`Tags added: ${add.join(', ')}.`]),
    ...(remove.length === 0 ? [] : [`Tags removed: ${remove.join(', ')}.`]),
  ];
  return { ...left, change: { name: 'tags', add, remove }, says: `${says.join(' ')} Others stay.` };
}

const places = { comments: 'a comment', notes: 'a note', log: 'a line of the task log' } as const;

function makeNote({ text, isInternal }: BulkForm, offer: Offer): Made {
  const section = offer.field;
  if (section !== 'comments' && section !== 'notes' && section !== 'log')
    return { ...left, says: 'It has no place for notes. Nothing is sent.' };
  if (isInternal && offer.canBeInternal !== true)
    return { ...left, says: 'Words cannot be internal there. Nothing is sent.' };
  const tooLong = sayTooLong(text, offer);
  if (tooLong !== null) return { ...left, says: tooLong };
  if (text.trim() === '') return { ...left, says: '' };
  return {
    ...left,
    change: { name: 'post', section, text, isInternal, replyTo: null },
    says: `It becomes ${places[section]}${isInternal ? ', internal' : ''}.`,
  };
}

function makeClose(asking: Asking): Made {
  const { form, offer, picked } = asking;
  if (picked === '') return { ...left, says: 'Left out.', chosen: '' };
  const choice =
    offer.choices.find(({ value }) => value === picked) ??
    offer.choices.find(one => statusOf(one) === 'closed') ??
    offer.choices.find(one => statusOf(one) === 'resolved') ??
    offer.choices[0];
  if (choice === undefined) return { ...left, says: 'It offers no status to close with. Nothing is sent.' };
  const own = findReason(asking);
  const tooLong = own === null ? sayTooLong(form.text, offer) : null;
  if (tooLong !== null) return { ...left, says: tooLong };
  const withAlerts = form.withAlerts && offer.canTakeAlerts === true;
  const reason = own?.value ?? form.text.trim();
  return {
    change: { name: 'close', to: choice.value, label: choice.label, reason, withAlerts },
    says: [
      `Status ${choice.label}`,
      ...(own === null ? [] : [`reason ${own.label}`]),
      ...(withAlerts ? ['its alerts are closed too'] : []),
    ]
      .join(', ')
      .concat('.'),
    losses: [
      ...(form.withAlerts && !withAlerts ? ['Its alerts stay as they are.'] : []),
      ...(own !== null &&
      form.text.trim() !== '' &&
      own.label.toLowerCase() !== form.text.trim().toLowerCase()
        ? ['Your words are not sent: its own reason stands in their place.']
        : []),
    ],
    chosen: choice.value,
  };
}

/** The vendor's own reason: by hand, or the one that says what was typed. */
export function findReason({
  form,
  offer,
  reason,
}: Pick<Asking, 'form' | 'offer' | 'reason'>): Choice | null {
  const typed = form.text.trim().toLowerCase();
  const found = offer.reasons?.find(({ value, label }) =>
    reason === undefined ? typed !== '' && label.toLowerCase() === typed : value === reason,
  );
  return found ?? null;
}

function sayTooLong(text: string, { maxLength }: Offer): string | null {
  if (maxLength === null || text.length <= maxLength) return null;
  return `It takes ${maxLength.toLocaleString('en')} characters, and these are ${text.length.toLocaleString('en')}. Nothing is sent.`;
}
