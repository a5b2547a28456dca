import type { CaseRef } from './case.ts';
import type { Severity, Status } from './words.ts';

/** One intended change of a record. Values are the vendor's own (`status: 'In Progress'`), so that nothing is guessed when it is sent. */
export type Change =
  /** `label`, here and below: what people read for `to`; absent where they read the value itself. */
  | { name: 'status'; to: string; label?: string }
  | { name: 'severity'; to: string; label?: string }
  /** null: nobody. `label` is what people read. */
  | { name: 'assignee'; to: string | null; label: string }
  | { name: 'tags'; add: readonly string[]; remove: readonly string[] }
  | { name: 'title'; to: string }
  /** Somebody's words, added to what is there. `on`: the object it belongs to; null: the record itself. */
  | {
      name: 'post';
      section: PostPlace;
      text: string;
      isInternal: boolean;
      replyTo: string | null;
      /** Leaves the status alone where the vendor's way of writing would move it: a note opens a New alert. */
      isStatusKept?: boolean;
    }
  /**
   * A text that is kept whole. `base` holds it as it was read; another one's edit is a conflict, never overwritten.
   * `isStatusKept` as for `post`.
   */
  | { name: 'text'; field: TextField; to: string; isStatusKept?: boolean }
  /** Ends the work on it. `to` is the vendor's status for that, `reason` goes where the vendor keeps one. */
  | { name: 'close'; to: string; reason: string; withAlerts: boolean; label?: string }
  | { name: 'reopen'; to: string; label?: string };

/** Where words go. 'log': a list of what was done, which nobody can edit. */
export type PostPlace = 'comments' | 'notes' | 'log';

/** The long texts that vendors keep of a record. */
export type TextField = 'summary' | 'description' | 'findings' | 'note';

export type ChangeName = Change['name'];

/** What a change does to fields, as text by field name. The same names stand in `Command.base` and in a fresh read. */
export type FieldValues = Readonly<Record<string, string>>;

/** A change on its way: what, to which record, from what it looked like when somebody decided. */
export type Command = {
  /** Unique; a command that was sent is never another one. */
  id: string;
  ref: CaseRef;
  /** What the record was called when it was made: for receipts, when the record is gone. */
  title: string;
  change: Change;
  /** The fields that it touches, as the analyst saw them. Empty for what only adds. */
  base: FieldValues;
  /** Epoch ms. */
  madeAt: number;
  /** Commands made in one go; null: by itself. */
  batchId: string | null;
};

/** What may be done with a record now, and what there is to choose from. */
export type Offer = {
  name: ChangeName;
  /** Which text, for `text`; where words go, for `post`. Else absent. */
  field?: TextField | PostPlace;
  /** What the button says where the usual word is not the vendor's: 'Append to findings'. */
  label?: string;
  /** null: it may be done. Else the sentence that says why not. */
  unavailable: string | null;
  /**
   * What it touches and a row does not hold, as it is now: belongs into `Command.base` of one who saw it. For `text` the
   * text under its field's name, which an editor begins with: a page may show something else in its place.
   */
  base?: FieldValues;
  choices: readonly Choice[];
  /** For `close`: the reasons that the vendor has words for, as values of `reason`. Other text is kept with its words. */
  reasons?: readonly Choice[];
  /** What the vendor does that people would not expect: 'Closed is final in Incydr.' Empty: nothing. */
  warning: string;
  /** It cannot be undone at the vendor: never sent again without asking. */
  isFinal: boolean;
  /** Longest text, in characters; null: not known. */
  maxLength: number | null;
  /** How the text is taken. */
  format: 'text' | 'markdown' | 'html';
  /** For `post`: may words be kept from the customer's eyes? Absent: no. */
  canBeInternal?: boolean;
  /** For `post` and `text`: would it move the status, and may that be left as it is (`isStatusKept`)? Absent: no. */
  canKeepStatus?: boolean;
  /** For `post`: may words answer those of somebody? Absent: no. */
  canReply?: boolean;
  /** For `close`: may the alerts of the record be closed with it? Absent: no. */
  canTakeAlerts?: boolean;
};

/** `value` is the vendor's own, `label` what people read. */
export type Choice = {
  value: string;
  label: string;
  /** What it is in our words, for a change of many records at once. Absent: told by its label. */
  status?: Status;
  severity?: Severity;
};

/** Whether a write is there, as read back. */
export type Verdict =
  | { kind: 'applied'; after: FieldValues }
  /** Nothing of it is there. */
  | { kind: 'absent'; after: FieldValues }
  /** The vendor took the call and kept something else: the fields that differ. */
  | { kind: 'differs'; fields: readonly string[]; after: FieldValues };

/** A vendor's implementation of writing. Every method throws VendorError; an abort throws the signal's reason. */
export interface Writer {
  /** What the vendor could do with a record and Casefold never does, each with the reason. Absent: nothing. */
  withheld?: readonly { label: string; reason: string }[];
  /** What this vendor, this record's state and this user's rights allow. */
  offers(id: string, signal: AbortSignal): Promise<readonly Offer[]>;
  /** The fields that a change touches, as they are at the vendor now. */
  fresh(id: string, change: Change, signal: AbortSignal): Promise<FieldValues>;
  /** What those fields are once the change is made; fields that nobody can foretell are left out. */
  wanted(change: Change, fresh: FieldValues): FieldValues;
  /** Sends it once, by the vendor's own encoding. `fresh` is what was read just before. */
  send(id: string, change: Change, fresh: FieldValues, signal: AbortSignal): Promise<void>;
  /** Looks whether it is there: by its fields, or by content, author and time for what was added since `sentAt` (epoch ms). */
  verify(id: string, change: Change, sentAt: number, signal: AbortSignal): Promise<Verdict>;
  /** May it be sent twice with the same result? */
  isRepeatable(change: Change): boolean;
  /** Can nobody undo it at the vendor? Then it is never sent again by itself. */
  isFinal(change: Change): boolean;
}
