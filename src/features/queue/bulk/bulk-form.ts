import type { QueueRow } from '#domain/case.ts';
import type { Offer } from '#domain/command.ts';
import type { Severity, Status } from '#domain/words.ts';

export const bulkActions = ['status', 'assignee', 'severity', 'tags', 'note', 'close'] as const;
export type BulkAction = (typeof bulkActions)[number];

/** What is asked once for all of them. */
export type BulkForm = {
  action: BulkAction;
  status: Status | null;
  severity: Severity | null;
  /** A name, `me` or `nobody`; null: not chosen yet. */
  assignee: string | null;
  add: readonly string[];
  remove: readonly string[];
  /** The note, or the reason for closing. */
  text: string;
  isInternal: boolean;
  withAlerts: boolean;
  /** By group: a value of the vendor's own, chosen by hand; '' leaves the group out. */
  picked: Readonly<Record<string, string>>;
  /** By group: one of the vendor's own reasons; '' for the words as typed. */
  reasons: Readonly<Record<string, string>>;
  /** By group: whether it goes, where somebody said so. */
  ticked: Readonly<Record<string, boolean>>;
};

export const me = '@me';
export const nobody = '@none';

export function emptyForm(action: BulkAction, text = ''): BulkForm {
  return {
    action,
    status: null,
    severity: null,
    assignee: null,
    add: [],
    remove: [],
    text,
    isInternal: false,
    withAlerts: false,
    picked: {},
    reasons: {},
    ticked: {},
  };
}

/** Selected rows of one connection that are open, or that are done: what may be done with them is asked of one of them. */
export type BulkGroup = {
  key: string;
  connectionId: string;
  name: string;
  rows: readonly QueueRow[];
  /** null: not answered yet. */
  offers: readonly Offer[] | null;
  /** A sentence where what may be done could not be read. */
  trouble: string | null;
  /** What the connection waits for, or suffers from; null: it is well. */
  waits: string | null;
};

/** The offer that an action goes by; undefined: the vendor has nothing of the kind. */
export function findOffer(offers: readonly Offer[], action: BulkAction): Offer | undefined {
  if (action !== 'note') return offers.find(({ name }) => name === action);
  const posts = offers.filter(({ name }) => name === 'post');
  const places = ['comments', 'notes', 'log'] as const;
  const inOrder = places.flatMap(place => posts.filter(({ field }) => field === place));
  return inOrder.find(({ unavailable }) => unavailable === null) ?? inOrder[0];
}

/** Can none of them take it? While nobody has answered, all may. */
export function isUnavailable(action: BulkAction, groups: readonly BulkGroup[]): boolean {
  return (
    groups.length > 0 &&
    groups.every(({ offers, trouble }) => {
      if (offers === null) return trouble !== null;
      const offer = findOffer(offers, action);
      return offer === undefined || offer.unavailable !== null;
    })
  );
}
