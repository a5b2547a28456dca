import type { RichText } from './case.ts';
import type { SectionId } from './section.ts';
import type { Stamp } from './stamp.ts';
import type { Severity, Status } from './words.ts';

export const entryKinds = [
  'alert',
  'event',
  'file-event',
  'status',
  'change',
  'comment',
  'note',
  'task',
  'evidence',
  'score',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Something that happened at an instant, in one sentence: '{actor} {action} {subject}', then `support`. */
export type TimelineEntry = {
  /** Unique within the case. */
  id: string;
  kind: EntryKind;
  stamp: Stamp;
  /** Who did it, by name; null: a machine. */
  actor: string | null;
  /** 'set status to', 'wrote a comment', 'uploaded'; '' where the subject says it all. */
  action: string;
  /** What it was done to, or what happened. Shown bold. */
  subject: string;
  /** The rest of the sentence, quiet: 'priority High to Critical'. */
  support: string;
  /** Somebody's words, boxed; null: none. */
  body: RichText | null;
  severity: Severity | null;
  status: Status | null;
  /** Short labels: ATT&CK technique ids, 'flagged'. */
  labels: readonly string[];
  /** The vendor's own colour for it, '#rrggbb'; null: none. */
  color: string | null;
  /** Where the record stands on the page. */
  section: SectionId;
  /** What it cannot be earlier than: an alert is written after what it saw. Marked where it is, not corrected. */
  notBefore: { at: number; what: string } | null;
};
