/** The simulators' own words: they import nothing of the product. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info' | 'unknown';
export type Status =
  | 'new'
  | 'open'
  | 'in-progress'
  | 'escalated'
  | 'pending'
  | 'resolved'
  | 'cancelled'
  | 'closed';
