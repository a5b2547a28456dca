import type { DetailField, RichText } from './case.ts';
import type { Stamp } from './stamp.ts';
import type { TimelineEntry } from './timeline.ts';
import type { Severity, Status, Worded } from './words.ts';

/** Every part of a case page that some vendor fills, in the order in which it stands there. */
export const sectionIds = [
  'summary',
  'observables',
  'alerts',
  'events',
  'file-events',
  'tasks',
  'assets',
  'evidence',
  'notes',
  'comments',
  'attachments',
  'files',
  'links',
  'access',
  'history',
  'exports',
] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionTitles: Record<SectionId, string> = {
  summary: 'Summary',
  observables: 'Observables',
  alerts: 'Alerts',
  events: 'Events',
  'file-events': 'File events',
  tasks: 'Tasks',
  assets: 'Assets',
  evidence: 'Evidence',
  notes: 'Notes',
  comments: 'Comments',
  attachments: 'Attachments',
  files: 'Files',
  links: 'Linked cases',
  access: 'Access',
  history: 'History',
  exports: 'Exports',
};

/** One page of a section, as an adapter read it. Generic: the page draws blocks and knows no vendor. */
export type SectionPage = {
  blocks: readonly Block[];
  /** What of it has an instant. A record may stand in a block and here. */
  entries: readonly TimelineEntry[];
  /** What the vendor itself says is an observable; those within texts are recognised on screen. */
  observables: readonly Observable[];
  /** How many records the whole section has: 11 comments; null: nothing to count, or the vendor does not say. */
  count: number | null;
  /** Of tasks and the like: how many of `count` are done. */
  doneCount?: number;
  /** Given back to read on; null: this was the last page. */
  next: string | null;
};

/** What stands in a section. Blocks of further pages with the same `key` go on where it ended. */
export type Block =
  | { kind: 'text'; key: string; title: string | null; text: RichText; support?: string }
  | { kind: 'fields'; key: string; title: string | null; fields: readonly DetailField[] }
  | {
      kind: 'table';
      key: string;
      title: string | null;
      columns: readonly Column[];
      rows: readonly TableRow[];
    }
  | { kind: 'posts'; key: string; title: string | null; posts: readonly Post[] }
  | { kind: 'tree'; key: string; title: string | null; nodes: readonly TreeNode[] }
  | { kind: 'downloads'; key: string; title: string | null; downloads: readonly Download[] }
  /** One quiet sentence: why there is nothing, or what a list leaves out. */
  | { kind: 'notice'; key: string; text: string };

export type Column = { id: string; title: string; isNumeric?: boolean };

/** One value. Text is inert, and observables within it become chips. */
export type Cell =
  | { kind: 'text'; text: string; support?: string }
  /** Ids, hashes, paths. */
  | { kind: 'mono'; text: string }
  | { kind: 'observable'; observable: Observable }
  | { kind: 'observables'; observables: readonly Observable[] }
  | { kind: 'instant'; stamp: Stamp }
  /** Sorted by `value`, shown as `text`. */
  | { kind: 'number'; value: number; text: string }
  | { kind: 'severity'; severity: Worded<Severity> }
  | { kind: 'status'; status: Worded<Status> }
  /** A word with a weight: 'Compromised' is bad, 'Done' is good. */
  | { kind: 'state'; text: string; tone: 'good' | 'bad' | 'wait' | 'quiet' }
  | { kind: 'tags'; tags: readonly string[] }
  /** Other records of the same connection: a link to their case page where `caseId` is known. */
  | { kind: 'cases'; cases: readonly { text: string; caseId: string | null }[] };

export type TableRow = {
  /** Unique within the section; what `Adapter.item` is asked for. */
  id: string;
  /** By column id; a column without a cell is empty. */
  cells: Readonly<Record<string, Cell>>;
  /** True where the whole record is read on demand. */
  hasMore?: boolean;
  /** What stands under the row when it is opened, as far as it is here already. */
  blocks?: readonly Block[];
  downloads?: readonly Download[];
  /** Struck through and said: 'Deleted'. */
  isDeleted?: boolean;
};

/** A comment or note: somebody's words. */
export type Post = {
  id: string;
  title: string | null;
  /** null: the vendor does not say. */
  author: string | null;
  stamp: Stamp | null;
  editedAt: Stamp | null;
  text: RichText;
  /** 'Internal', 'Deleted', 'By e-mail', 'Set status to pendingSoc'. */
  marks: readonly { text: string; tone: 'good' | 'bad' | 'wait' | 'quiet' }[];
  isDeleted?: boolean;
  /** The post this one answers, by id. */
  replyTo: string | null;
  downloads?: readonly Download[];
  /** True where the text is read on demand by `Adapter.item`. */
  hasMore?: boolean;
};

export type TreeNode = {
  id: string;
  name: string;
  isFolder: boolean;
  fields: readonly DetailField[];
  children: readonly TreeNode[];
  download?: Download;
};

/** Something the vendor gives as bytes. It is fetched only when somebody asks for it twice: it may be hostile. */
export type Download = {
  /** Opaque; only the adapter that wrote it reads it. */
  id: string;
  /** What it is called when the vendor's answer does not say. */
  name: string;
  /** Bytes; null: not said. */
  size: number | null;
  /** 'Case summary (PDF)' */
  label: string;
  /** Warns of what it holds: 'A file from a user's device.' Empty: made by the vendor. */
  warning: string;
};

export const observableTypes = [
  'ipv4',
  'ipv6',
  'domain',
  'url',
  'hash',
  'mail',
  'host',
  'user',
  'file',
  'other',
] as const;
export type ObservableType = (typeof observableTypes)[number];

/** Something that cases can share: an address, a hash, a user. Never a live link. */
export type Observable = {
  type: ObservableType;
  /** Plain, not defanged. */
  value: string;
  /** The vendor's own word for its type; '' when there is none. */
  raw: string;
};

/** The whole of one record of a section, read on demand. */
export type ItemDetail = {
  blocks: readonly Block[];
  observables: readonly Observable[];
};

/** One call and what came of it, for the raw view. It never holds a secret. */
export type Exchange = {
  method: string;
  /** Which of the connection's addresses: a key of `Vendor.targets`. */
  target: string;
  /** Path and query at the vendor. */
  path: string;
  /** As sent; undefined: none. */
  body?: unknown;
  /** As parsed; undefined for bytes. */
  answer: unknown;
};

/** A file that came. */
export type ReceivedFile = {
  blob: Blob;
  /** From the vendor's own header where it gave one; made safe. */
  name: string;
};
