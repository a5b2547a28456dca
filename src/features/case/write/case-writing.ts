import { createContext, use } from 'react';
import type { QueueRow } from '#domain/case.ts';
import type { Change, ChangeName, FieldValues, Offer } from '#domain/command.ts';
import type { Post } from '#domain/section.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import type { OutboxEntry } from '#store/outbox/outbox-entry.ts';

/** What may be written on the case that is open, and what of it is on its way. */
export type CaseWriting = {
  row: QueueRow;
  badge: string;
  /** null: not known. */
  offers: readonly Offer[] | null;
  /** Why nothing may be written, in a sentence; null: the offers say. */
  trouble: string | null;
  askAgain: () => void;
  /** What is not saved yet, in the order in which it was made. */
  entries: readonly OutboxEntry[];
  /** What was saved since the page was opened, in the order in which it was. */
  saved: readonly LedgerLine[];
  /** When what is shown of the record was read, epoch ms; null: not. */
  readAt: number | null;
  /** What the composer answers; null: nothing. */
  replyTo: Post | null;
  setReplyTo: (post: Post | null) => void;
};

export const CaseWritingContext = createContext<CaseWriting | null>(null);

/** null: nothing is written here, as in the pane beside the queue. */
export function useCaseWriting(): CaseWriting | null {
  return use(CaseWritingContext);
}

export function findOffer(
  { offers }: Pick<CaseWriting, 'offers'>,
  name: ChangeName,
  field?: Offer['field'],
): Offer | null {
  return offers?.find(offer => offer.name === name && (field === undefined || offer.field === field)) ?? null;
}

/** Why something may not be done now, in a sentence; null: it may. */
export function sayUnavailable(
  { offers, trouble, badge }: Pick<CaseWriting, 'offers' | 'trouble' | 'badge'>,
  offer: Offer | null,
): string | null {
  if (offer !== null) return offer.unavailable;
  if (trouble !== null) return trouble;
  if (offers === null) return `Asking ${badge} what may be changed.`;
  return offers.length === 0 ? `${badge} is only read here.` : `${badge} does not offer this.`;
}

/** The fields that a change touches, as the analyst sees them. What only adds touches none. */
export function toBase(row: QueueRow, { name }: Change, offer: Offer | null): FieldValues {
  return { ...rowFields(row, name), ...offer?.base };
}

function rowFields(row: QueueRow, name: ChangeName): FieldValues {
  switch (name) {
    case 'status':
    case 'close':
    case 'reopen':
      return { status: row.status.raw };
    case 'severity':
      return { severity: row.severity.raw };
    case 'assignee':
      return { assignee: row.assignee?.id ?? '' };
    case 'title':
      return { title: row.title };
    case 'tags':
    case 'post':
    case 'text':
      return {};
  }
}
