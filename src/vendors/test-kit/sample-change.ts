import type { QueueRow } from '#domain/case.ts';
import type { Change, Choice, FieldValues, Offer } from '#domain/command.ts';

export const sampleWords = 'Words of a test that stand nowhere else.';

/** A change that an offer allows and that changes something, with these words where it takes any. */
export function sampleChange(offer: Offer, row: QueueRow, words = sampleWords): Change {
  const { name, field } = offer;
  switch (name) {
    case 'status':
    case 'severity':
      return { name, to: otherChoice(offer, row[name].raw).value };
    case 'assignee': {
      const { value: to, label } = otherChoice(offer, row.assignee?.id ?? '');
      return { name, to, label };
    }
    case 'tags':
      // A key and a value, as one vendor has it.
      return { name, add: ['topic/casefold-test'], remove: [] };
    case 'title':
      return { name, to: words };
    case 'post':
      if (field !== 'comments' && field !== 'notes' && field !== 'log') throw unfit(offer);
      return { name, section: field, text: words, isInternal: false, replyTo: null };
    case 'text':
      if (field === undefined || field === 'comments' || field === 'notes' || field === 'log')
        throw unfit(offer);
      return { name, field, to: words };
    case 'close':
      return { name, to: offer.choices[0]?.value ?? '', reason: words, withAlerts: false };
    case 'reopen':
      return { name, to: offer.choices[0]?.value ?? '' };
  }
}

/** What a screen that shows the row puts into a command's base. */
export function baseOf(row: QueueRow): FieldValues {
  return {
    status: row.status.raw,
    severity: row.severity.raw,
    assignee: row.assignee?.id ?? '',
    title: row.title,
    tags: row.tags.toSorted().join('\n'),
  };
}

/** One that neither the row has nor the vendor says is there. */
function otherChoice({ choices, base = {}, name }: Offer, present: string): Choice {
  const now = new Set([present, ...Object.values(base)]);
  const others = choices.filter(({ value, label }) => value !== '' && !now.has(value) && !now.has(label));
  // Not everybody who is listed may be given a case.
  const found = others.find(({ label }) => /ida.moen/i.test(label)) ?? others[0];
  if (found === undefined) throw new Error(`There is nothing else to choose for ${name}.`);
  return found;
}

function unfit({ name, field }: Offer): Error {
  return new Error(`An offer of ${name} names ${field ?? 'nothing'} as its field.`);
}
