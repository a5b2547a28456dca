import type { TimelineEntry } from '#domain/timeline.ts';

/** A timeline entry of which only some has to be said. */
export function toEntry(
  said: Pick<TimelineEntry, 'id' | 'kind' | 'stamp' | 'subject' | 'section'> & Partial<TimelineEntry>,
): TimelineEntry {
  return {
    actor: null,
    action: '',
    support: '',
    body: null,
    severity: null,
    status: null,
    labels: [],
    color: null,
    notBefore: null,
    ...said,
  };
}
