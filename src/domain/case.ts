import type { Kind, Severity, Status, Worded } from './words.ts';

/** Which record: the connection it was read through and the vendor's own id, always a string. */
export type CaseRef = { connectionId: string; id: string };

/** `{connectionId}:{id}`. A connection id never holds a colon, so the first colon splits it again. */
export function formatRef(ref: CaseRef): string {
  return `${ref.connectionId}:${ref.id}`;
}

/** Undoes `formatRef`; null when the text is not a reference. */
export function parseRef(text: string): CaseRef | null {
  const colon = text.indexOf(':');
  if (colon < 1 || colon === text.length - 1) return null;
  return { connectionId: text.slice(0, colon), id: text.slice(colon + 1) };
}

/** Somebody at the vendor. `id` is what the vendor calls them in writes; `name` is what people read. */
export type Person = { id: string; name: string };

/**
 * One row of the queue: what every vendor can say of a case or an alert. Plain data, structured-clonable.
 * Instants are epoch milliseconds, UTC; null means that the vendor did not say.
 */
export type QueueRow = {
  connectionId: string;
  /** The vendor's own id, as used in its API paths. */
  id: string;
  /** The id people say to each other: a ticket number, '#412', a shortened hash. */
  number: string;
  kind: Kind;
  /** Never empty: an adapter names what the vendor left nameless. */
  title: string;
  status: Worded<Status>;
  severity: Worded<Severity>;
  /** null: nobody has it. */
  assignee: Person | null;
  /** The customer or tenant it belongs to, by name. */
  tenant: string | null;
  tags: readonly string[];
  createdAt: number | null;
  updatedAt: number | null;
  closedAt: number | null;
  /** When somebody promised to have answered. */
  dueAt: number | null;
  /** When the vendor will drop the record or its evidence. */
  expiresAt: number | null;
  alertCount: number | null;
};

/** Text as the vendor keeps it. `html` and `markdown` are hostile until rendered inert. */
export type RichText = { format: 'text' | 'markdown' | 'html'; text: string };

/** One labelled value that only this vendor has. `text` is ready to show. */
export type DetailField = {
  label: string;
  text: string;
  /** An instant is shown in the analyst's zone; `mono` is for ids, addresses and hashes. */
  kind: 'text' | 'instant' | 'mono';
  /** Epoch ms when kind is 'instant'. */
  at?: number;
};

/** Everything read for one case page. */
export type CaseDetail = {
  row: QueueRow;
  /** null: the vendor has no such field, or it is empty. */
  description: RichText | null;
  fields: readonly DetailField[];
  /** The record in the vendor's own console; null where it cannot be known. https only. */
  consoleUrl: string | null;
  /** Set when the vendor answered with another record (a merged case redirects): the id asked for. */
  redirectedFrom?: string;
};
