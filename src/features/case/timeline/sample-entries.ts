import type { Precision } from '#domain/stamp.ts';
import type { EntryKind, TimelineEntry } from '#domain/timeline.ts';

const digits: Record<Precision, number> = {
  day: 10,
  minute: 16,
  second: 19,
  millisecond: 23,
  microsecond: 23,
};

type SamplePart = Partial<Omit<TimelineEntry, 'stamp'>> & {
  /** ISO, UTC. */
  time?: string;
  precision?: Precision;
  stamp?: Partial<TimelineEntry['stamp']>;
};

/** For tests: an entry of which only what matters is said. */
export function sampleEntry({ time, precision = 'second', stamp, ...part }: SamplePart = {}): TimelineEntry {
  const original = time ?? '2026-11-22T07:31:09Z';
  return {
    id: part.id ?? `${part.subject ?? ''} ${original}`,
    kind: 'event',
    actor: null,
    action: '',
    subject: 'Something',
    support: '',
    body: null,
    severity: null,
    status: null,
    labels: [],
    color: null,
    section: 'events',
    notBefore: null,
    ...part,
    stamp: { at: Date.parse(original), precision, original, zone: 'UTC', doubt: null, ...stamp },
  };
}

const kinds: readonly EntryKind[] = ['alert', 'event', 'file-event', 'comment', 'status'];

/** For tests: so many entries, a minute apart from the first day of 2026 on, of five kinds in turn. */
export function manyEntries(count: number): TimelineEntry[] {
  const start = Date.UTC(2026, 0, 1);
  return Array.from({ length: count }, (_, index) =>
    sampleEntry({
      id: `entry ${index}`,
      kind: kinds[index % kinds.length] ?? 'event',
      actor: index % 2 === 0 ? null : `Person ${index % 7}`,
      subject: `Entry number ${index}`,
      time: `${new Date(start + index * 60_000).toISOString().slice(0, digits.second)}Z`,
    }),
  );
}
