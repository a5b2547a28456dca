import { CopyMenuButton } from '#ui/panes/copy-menu-button.tsx';
import type { TimelineRow } from './timeline-rows.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import type { TimeZone } from './zone-time.ts';

type CopyTimelineProps = { rows: readonly TimelineRow[]; timeZone: TimeZone; badge: string };

/** Everything that the filters leave, not only what is in view. */
export function CopyTimeline({ rows, timeZone, badge }: CopyTimelineProps) {
  const entries = [
    { label: 'Copy as Markdown', text: () => toMarkdown(rows, timeZone, badge) },
    { label: 'Copy as CSV', text: () => toCsv(rows, true) },
    { label: 'Copy as CSV, not defanged', text: () => toCsv(rows, false) },
  ];
  return (
    <CopyMenuButton label="Copy timeline" iconPx={14} entries={entries} isDisabled={rows.length === 0} />
  );
}
