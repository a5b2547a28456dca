import type { TimelineEntry } from '#domain/timeline.ts';

/** What most entries of a machine's record have in common. */
export const machineEntry = {
  actor: null,
  action: '',
  body: null,
  severity: null,
  status: null,
  labels: [],
  color: null,
  notBefore: null,
} as const satisfies Partial<TimelineEntry>;
