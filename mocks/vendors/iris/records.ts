/** What a simulated DFIR-IRIS keeps. Instants are epoch ms; days are 'YYYY-MM-DD', as IRIS keeps them without a zone. */

export type IrisUser = {
  id: number;
  uuid: string;
  login: string;
  name: string;
  email: string;
  isActive: boolean;
  /** Bit mask: 1 standard_user, 2 server_administrator. */
  permissions: number;
  key: string;
};

export type IrisCustomer = { id: number; uuid: string; name: string; description: string; sla: string };

export type Protagonist = { role: string; name: string; contact: string };

type HistoryEntry = { action: string; user: string; user_id: number };
/** Keys are epoch seconds as text, the way Python prints a float. */
export type History = Record<string, HistoryEntry>;

export const listNames = ['assets', 'ioc', 'notes', 'tasks', 'evidences', 'timeline'] as const;
export type ListName = (typeof listNames)[number];

type ListState = { counter: number; changedAt: number };

export type IrisCase = {
  id: number;
  uuid: string;
  /** With the '#ID - ' prefix, as it is stored. */
  name: string;
  description: string;
  socId: string;
  customerId: number;
  classificationId: number | null;
  ownerId: number;
  openedById: number;
  openDay: string;
  closeDay: string | null;
  createdAt: number;
  statusId: number;
  tags: string;
  protagonists: Protagonist[];
  customAttributes: unknown;
  history: History;
  lists: Record<ListName, ListState>;
};

export type IrisAsset = {
  id: number;
  uuid: string;
  caseId: number;
  name: string;
  typeId: number;
  description: string | null;
  domain: string | null;
  ip: string | null;
  info: string | null;
  tags: string | null;
  compromiseId: number | null;
  analysisId: number;
  iocIds: number[];
  customAttributes: unknown;
  addedAt: number;
  userId: number;
};

export type NoteGroup = {
  id: number;
  uuid: string;
  caseId: number;
  title: string;
  createdAt: number;
  changedAt: number;
};

export type IrisNote = {
  id: number;
  uuid: string;
  caseId: number;
  /** null: orphaned by a group delete that failed half-way. */
  groupId: number | null;
  title: string;
  content: string | null;
  createdAt: number;
  changedAt: number;
  userId: number;
  customAttributes: unknown;
};

/** Belongs to no case: cases link to it. */
export type IrisIoc = {
  id: number;
  uuid: string;
  typeId: number;
  tlpId: number;
  value: string;
  description: string | null;
  tags: string | null;
  userId: number;
  customAttributes: unknown;
  caseIds: number[];
};

export type IrisEvent = {
  id: number;
  uuid: string;
  caseId: number;
  title: string;
  content: string | null;
  raw: string | null;
  source: string | null;
  tags: string | null;
  color: string | null;
  inSummary: boolean | null;
  inGraph: boolean | null;
  isFlagged: boolean;
  /** UTC. */
  at: number;
  /** '+01:00' */
  zone: string;
  categoryId: number;
  assetIds: number[];
  iocIds: number[];
  addedAt: number;
  userId: number;
  customAttributes: unknown;
  history: History;
};

export type IrisTask = {
  id: number;
  uuid: string;
  caseId: number;
  title: string;
  description: string | null;
  statusId: number;
  tags: string | null;
  assigneeIds: number[];
  openedAt: number;
  changedAt: number;
  openedById: number;
  changedById: number;
  customAttributes: unknown;
};

export type GlobalTask = {
  id: number;
  uuid: string;
  title: string;
  description: string | null;
  statusId: number;
  tags: string | null;
  assigneeId: number;
  openedAt: number;
  changedAt: number;
  changedById: number;
};

export type IrisEvidence = {
  id: number;
  uuid: string;
  caseId: number;
  filename: string;
  size: number | null;
  hash: string | null;
  description: string | null;
  addedAt: number;
  userId: number;
  customAttributes: unknown;
};

export type StoreFolder = {
  id: number;
  uuid: string;
  caseId: number;
  name: string;
  parentId: number | null;
};

export type StoreFile = {
  id: number;
  uuid: string;
  caseId: number;
  parentId: number;
  name: string;
  description: string;
  password: string | null;
  tags: string | null;
  isEvidence: boolean | null;
  isIoc: boolean | null;
  sha256: string | null;
  content: string | null;
  localName: string;
  addedAt: number;
  userId: number;
  history: History;
};

export const commentedKinds = ['assets', 'notes', 'ioc', 'tasks', 'evidences', 'timeline/events'] as const;
export type CommentedKind = (typeof commentedKinds)[number];

export type IrisComment = {
  id: number;
  uuid: string;
  kind: CommentedKind;
  objectId: number;
  caseId: number;
  userId: number;
  text: string | null;
  /** Kept as the server's local wall clock; see `localClock`. */
  addedAt: number;
  changedAt: number;
};

export type Activity = {
  id: number;
  caseId: number;
  text: string;
  userId: number;
  at: number;
  isFromApi: boolean;
};
