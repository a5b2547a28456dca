import type { StoryEntry } from '../../story.ts';

/** A case as the vendor sends it. Absent is not the same as empty: older rows lack the newer fields. */
export type CaseRecord = {
  _id: string;
  acknowledged?: number;
  assignee: string;
  assignee_name: string;
  /** 0 while open; when closed, the instant in ms, or just 1 on rows from older releases. */
  closed?: number;
  created_at: number;
  created_by: string;
  created_by_name: string;
  cust_id: string;
  description?: string;
  end_timestamp?: number;
  modified_at: number;
  modified_by: string;
  modified_by_name: string;
  name: string;
  /** What severity was called before 5.0; such rows have no `severity`. */
  priority?: string;
  resolution?: string;
  score: number;
  severity?: string;
  size: number;
  start_timestamp?: number;
  status: string;
  tags: string[];
  tenant_group_name?: string;
  tenant_name: string;
  ticket_id: number;
  version: number;
};

/** A case and what its alerts, comments and activities are made from. */
export type SimulatedCase = {
  record: CaseRecord;
  story: StoryEntry | null;
  host: string;
  user: string;
  isReopened: boolean;
  /** Set once a person has named it: from then on its name no longer follows its alerts. */
  isNameFrozen: boolean;
};

export type CommentRecord = {
  _id: string;
  case_id: string;
  comment: string;
  created_at: number;
  modified_at?: number;
  /** A user's id on some rows, a name on others. */
  user: string;
};

export type ActivityRecord = { field: string; from: string; to: string; timestamp: number; user: string };

export type AlertChange = { status?: string; comments: string[]; tags: string[] };

export const statusWords = ['New', 'Escalated', 'In Progress', 'Resolved', 'Cancelled'] as const;
export const resolutionWords = ['True Positive', 'False Positive', 'Benign'] as const;
export const severityWords = ['Critical', 'High', 'Medium', 'Low'] as const;
export const closedStatuses: ReadonlySet<string> = new Set(['Resolved', 'Cancelled']);
