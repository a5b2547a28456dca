/** A unified value beside the vendor's own word for it. The vendor's word stands on screen and in exports. */
export type Worded<Value extends string> = {
  value: Value;
  /** The vendor's own word, exactly as received; '' when the vendor sent none. */
  raw: string;
};

export const statuses = [
  'new',
  'open',
  'in-progress',
  'pending',
  'resolved',
  'cancelled',
  'closed',
  'archived',
  'other',
] as const;
export type Status = (typeof statuses)[number];

/** From the gravest to the least; 'unknown' is what a vendor did not say or we do not know. */
export const severities = ['critical', 'high', 'medium', 'low', 'info', 'unknown'] as const;
export type Severity = (typeof severities)[number];

export const kinds = ['case', 'alert'] as const;
/** A case is worked by people; an alert is what a machine raised. */
export type Kind = (typeof kinds)[number];

/** Statuses in which a record still waits for somebody. Everything else is done. */
export const openStatuses: ReadonlySet<Status> = new Set(['new', 'open', 'in-progress', 'pending', 'other']);

export const statusLabels: Record<Status, string> = {
  new: 'New',
  open: 'Open',
  'in-progress': 'In progress',
  pending: 'Pending',
  resolved: 'Resolved',
  cancelled: 'Cancelled',
  closed: 'Closed',
  archived: 'Archived',
  other: 'Other',
};

export const severityLabels: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
  unknown: 'Unknown',
};

export const kindLabels: Record<Kind, string> = { case: 'Case', alert: 'Alert' };
