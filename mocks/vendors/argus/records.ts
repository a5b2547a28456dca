/** What the simulated Argus keeps. Wire shapes are made from these in `render.ts`. */

export const statuses = [
  'pendingCustomer',
  'pendingSoc',
  'pendingVendor',
  'pendingClose',
  'workingSoc',
  'workingCustomer',
  'closed',
] as const;
export type Status = (typeof statuses)[number];
export const priorities = ['low', 'medium', 'high', 'critical'] as const;
export type Priority = (typeof priorities)[number];
export const caseTypes = ['securityIncident', 'operationalIncident', 'informational', 'change'] as const;
export type CaseType = (typeof caseTypes)[number];
export const accessModes = ['roleBased', 'writeRestricted', 'readRestricted', 'explicit'] as const;
type AccessMode = (typeof accessModes)[number];
export type Level = 'read' | 'write' | 'owner';
export type Role = 'user' | 'tech' | 'admin';

type Named = { id: number; name: string; shortName: string };
export type Customer = Named & { domain: { id: number; name: string } };
export type User = {
  id: number;
  customerID: number;
  customer: Customer;
  domain: { id: number; name: string };
  userName: string;
  name: string;
  type: 'user';
};
export type Service = Named & { caseTypes: readonly CaseType[]; workflows: readonly string[] };
/** `closeNeedsField`: a case field that must be set before a case of this category may be closed. */
export type Category = Named & {
  bindings: readonly { service: string; caseTypes: readonly CaseType[] }[];
  closeNeedsField?: string;
};

export type Comment = {
  id: string;
  addedTimestamp: number;
  addedByUser: User;
  comment: string;
  flags: string[];
  lastUpdatedTimestamp: number | null;
  status: Status;
  priority: Priority;
  originEmailAddress: string | null;
  associatedAttachments: { id: string; name: string }[];
  references: { type: 'replyTo' | 'replacedBy' | 'replaces'; commentID: string }[];
};

export type Attachment = {
  id: string;
  addedTimestamp: number;
  addedByUser: User;
  name: string;
  mimeType: string;
  flags: string[];
  originEmailAddress: string | null;
  bytes: Uint8Array<ArrayBuffer>;
};

export type Tag = {
  id: string;
  key: string;
  value: string;
  addedTimestamp: number;
  addedByUser: User;
  flags: string[];
};

export type AccessEntry = {
  id: string;
  subject: User;
  level: 'read' | 'write';
  addedTimestamp: number;
  addedByUser: User;
};

export type Change = { field: string; value: string | null; previousValue: string | null };
export type Transaction = {
  id: string;
  operation: string;
  timestamp: number;
  user: User;
  notified: number;
  flags: string[];
  changes: Change[];
};

export type CaseRecord = {
  id: number;
  customer: Customer;
  service: Service;
  category: Category | null;
  type: CaseType;
  status: Status;
  initialStatus: Status;
  priority: Priority;
  initialPriority: Priority;
  subject: string;
  description: string;
  customerReference: string | null;
  originEmailAddress: string | null;
  accessMode: AccessMode;
  reporter: User;
  assignedUser: User | null;
  assignedTech: User | null;
  createdByUser: User;
  lastUpdatedByUser: User;
  closedByUser: User | null;
  publishedByUser: User | null;
  createdTimestamp: number;
  lastUpdatedTimestamp: number;
  closedTimestamp: number | null;
  publishedTimestamp: number | null;
  techDueTimestamp: number | null;
  flags: string[];
  workflows: { workflow: string; state: 'requested' | 'acknowledged' }[];
  fields: Record<string, string>;
  /** Set when it was merged: reading it answers with that case. */
  mergedInto: number | null;
  comments: Comment[];
  attachments: Attachment[];
  tags: Tag[];
  access: AccessEntry[];
  history: Transaction[];
  /** How many aggregated events belong to it, and what they speak of. */
  events: { count: number; hosts: readonly string[]; observables: readonly string[] };
};
