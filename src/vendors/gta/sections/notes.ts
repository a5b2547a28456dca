import type { Post } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { emptyPage, type SectionReader } from '#http/sections.ts';
import type { GtaApi } from '../api.ts';
import { toStamp } from '../stamp.ts';
import type { WireAlert } from '../wire.ts';

const id = 'note';

/** An alert has one note, overwritten as a whole, by nobody in particular. */
export function createNotes(api: GtaApi): SectionReader {
  return {
    async read(alertId, _cursor, signal) {
      const alert = await api.alert(alertId, signal);
      if (alert.note === null || alert.note.trim() === '') return emptyPage;
      const post = toPost(alert, alert.note);
      return {
        blocks: [{ kind: 'posts', key: 'notes', title: null, posts: [post] }],
        entries: toEntries(alert, post),
        observables: [],
        count: 1,
        next: null,
      };
    },
  };
}

function toPost(alert: WireAlert, note: string): Post {
  return {
    id,
    title: null,
    author: null,
    stamp: writtenBy(alert),
    editedAt: null,
    text: { format: 'text', text: note },
    // The vendor's caution: alerts are recalculated, and those that are New lose their note.
    marks:
      alert.status?.value === 'New'
        ? [{ text: 'May be deleted by the service while the alert is New', tone: 'wait' }]
        : [],
    replyTo: null,
  };
}

function toEntries(alert: WireAlert, { stamp, text }: Post): TimelineEntry[] {
  if (stamp === null) return [];
  const triggered = toStamp(alert.triggeredAt);
  return [
    {
      id,
      kind: 'note',
      stamp,
      actor: null,
      action: '',
      subject: 'Note',
      support: 'as it stands now',
      body: text,
      severity: null,
      status: null,
      labels: [],
      color: null,
      section: 'notes',
      notBefore: triggered === null ? null : { at: triggered.at, what: 'its alert' },
    },
  ];
}

/** The note has no time of its own, but it moves the alert's: it is no younger than the last change. */
function writtenBy(alert: WireAlert): Stamp | null {
  const changed = toStamp(alert.modifiedAt);
  if (changed === null) return null;
  const triggered = toStamp(alert.triggeredAt);
  return {
    ...changed,
    doubt:
      'The service does not say when the note was written: at this last change of the alert, or before it.',
    ...(triggered === null ? {} : { doubtMs: Math.max(0, changed.at - triggered.at) }),
  };
}
