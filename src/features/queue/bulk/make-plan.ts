import type { QueueRow } from '#domain/case.ts';
import type { Change, Choice, FieldValues, Offer } from '#domain/command.ts';
import type { Intent } from '#store/write/writes.ts';
import { type BulkForm, type BulkGroup, findOffer, nobody } from './bulk-form.ts';
import { findReason, makeChange } from './make-change.ts';

/** What one group is sent, as it stands in the plan. */
export type PlanBlock = {
  key: string;
  connectionId: string;
  name: string;
  rows: readonly QueueRow[];
  isReading: boolean;
  /** null: nothing is sent. */
  change: Change | null;
  says: string;
  /** What is lost of what was asked, and what the vendor does that people would not expect. */
  losses: readonly string[];
  isFinal: boolean;
  /** Counted into the button. What cannot be undone is not, until somebody says so. */
  isIn: boolean;
  /** Of the vendor's own values; empty where there is nothing to choose. */
  choices: readonly Choice[];
  chosen: string | null;
  reasons: readonly Choice[];
  reason: string;
  waits: string | null;
};

export function makePlan(
  form: BulkForm,
  groups: readonly BulkGroup[],
  myNames: readonly string[],
): readonly PlanBlock[] {
  return groups.map(group => makeBlock(form, group, myNames));
}

function makeBlock(form: BulkForm, group: BulkGroup, myNames: readonly string[]): PlanBlock {
  const { key, connectionId, name, rows, offers, trouble, waits } = group;
  const empty: PlanBlock = {
    ...{ key, connectionId, name, rows, waits: null },
    isReading: false,
    ...{ change: null, says: '', losses: [], isFinal: false, isIn: false },
    ...{ choices: [], chosen: null, reasons: [], reason: '' },
  };
  if (offers === null)
    return trouble === null
      ? { ...empty, isReading: true, says: 'Asking what may be done.' }
      : { ...empty, says: `${trouble} Nothing is sent.` };
  const offer = findOffer(offers, form.action);
  if (offer === undefined) return { ...empty, says: sayMissing(form, offers.length === 0) };
  if (offer.unavailable !== null) return { ...empty, says: `${offer.unavailable} Nothing is sent.` };

  const reason = form.reasons[key];
  const made = makeChange({ form, offer, picked: form.picked[key], reason, myNames });
  const isSent = made.change !== null;
  return {
    ...empty,
    change: made.change,
    says: made.says,
    losses: isSent ? [...made.losses, ...(offer.warning === '' ? [] : [offer.warning])] : [],
    isFinal: offer.isFinal,
    isIn: isSent && (form.ticked[key] ?? !offer.isFinal),
    choices: listChoices(form, offer),
    chosen: made.chosen,
    reasons: form.action === 'close' ? (offer.reasons ?? []) : [],
    reason: findReason({ form, offer, reason })?.value ?? '',
    waits: isSent ? waits : null,
  };
}

/** What may be chosen by hand. A value without a text would be no choice. */
function listChoices({ action }: BulkForm, { choices }: Offer): readonly Choice[] {
  if (action === 'tags' || action === 'note' || (action === 'close' && choices.length < 2)) return [];
  const own = choices.filter(({ value }) => value !== '');
  return action === 'assignee' ? [{ value: nobody, label: 'Nobody' }, ...own] : own;
}

const missing = {
  status: 'It has no status to set.',
  severity: 'It has no severity to set.',
  assignee: 'It assigns nobody.',
  tags: 'It has no tags.',
  note: 'Notes are not added to several of its records at once.',
  close: 'It closes nothing.',
} as const;

function sayMissing({ action }: BulkForm, isReadOnly: boolean): string {
  return `${isReadOnly ? 'Its records are only read here.' : missing[action]} Nothing is sent.`;
}

export function countIn(blocks: readonly PlanBlock[]): number {
  return blocks.reduce((sum, { isIn, rows }) => sum + (isIn ? rows.length : 0), 0);
}

/** What is handed to the outbox: nothing but what is ticked. */
export function toIntents(blocks: readonly PlanBlock[]): readonly Intent[] {
  return blocks.flatMap(({ isIn, change, rows }) =>
    isIn && change !== null ? rows.map(row => ({ row, change, base: toBase(row, change) })) : [],
  );
}

/** The fields as the analyst saw them. Tags are added and taken away by name, so nothing of others is lost by it. */
function toBase(row: QueueRow, { name }: Change): FieldValues {
  if (name === 'status' || name === 'close' || name === 'reopen') return { status: row.status.raw };
  if (name === 'severity') return { severity: row.severity.raw };
  return name === 'assignee' ? { assignee: row.assignee?.id ?? '' } : {};
}
