import {
  Bell,
  File,
  Flag,
  Gauge,
  MessageSquare,
  NotepadText,
  PenLine,
  Shield,
  SquareCheck,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntryKind, TimelineEntry } from '#domain/timeline.ts';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusGlyph } from '#ui/marks/status-glyph.tsx';

type KindRenderer = {
  /** As one reads it in the filter: 'Alerts'. */
  name: string;
  /** What stands on the hairline. It has the name of what it shows. */
  Glyph: (props: { entry: TimelineEntry }) => ReactNode;
  /** The glyph is the entry's severity, or its status: it need not be said again. */
  shows?: 'severity' | 'status';
};

type Icon = typeof Flag;

function withIcon(Drawing: Icon, word: string): KindRenderer['Glyph'] {
  return function IconGlyph() {
    return (
      <span role="img" aria-label={word} title={word}>
        <Drawing size={14} aria-hidden />
      </span>
    );
  };
}

const AlertIcon = withIcon(Bell, 'Alert');
const ChangeIcon = withIcon(PenLine, 'Change');

function AlertGlyph({ entry }: { entry: TimelineEntry }) {
  return entry.severity === null ? <AlertIcon entry={entry} /> : <SeverityMark severity={entry.severity} />;
}

function StatusChangeGlyph({ entry }: { entry: TimelineEntry }) {
  return entry.status === null ? <ChangeIcon entry={entry} /> : <StatusGlyph status={entry.status} />;
}

/** What is different from one kind of entry to another. */
export const kindRenderers: Record<EntryKind, KindRenderer> = {
  alert: { name: 'Alerts', Glyph: AlertGlyph, shows: 'severity' },
  event: { name: 'Events', Glyph: withIcon(Flag, 'Event') },
  'file-event': { name: 'File events', Glyph: withIcon(File, 'File event') },
  status: { name: 'Status', Glyph: StatusChangeGlyph, shows: 'status' },
  change: { name: 'Changes', Glyph: ChangeIcon },
  comment: { name: 'Comments', Glyph: withIcon(MessageSquare, 'Comment') },
  note: { name: 'Notes', Glyph: withIcon(NotepadText, 'Note') },
  task: { name: 'Tasks', Glyph: withIcon(SquareCheck, 'Task') },
  evidence: { name: 'Evidence', Glyph: withIcon(Shield, 'Evidence') },
  score: { name: 'Score', Glyph: withIcon(Gauge, 'Score') },
};
