import { Check, Copy, X } from 'lucide-react';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { toCsv } from './to-csv.ts';
import { toMarkdown } from './to-markdown.ts';
import type { TimeZone } from './zone-time.ts';

const icons = { idle: Copy, copied: Check, refused: X };
const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow copying' };

type CopyTimelineProps = { rows: readonly TimelineRow[]; timeZone: TimeZone; badge: string };

/** Everything that the filters leave, not only what is in view. */
export function CopyTimeline({ rows, timeZone, badge }: CopyTimelineProps) {
  const { state, copy } = useCopy();
  const Icon = icons[state];
  const isDisabled = rows.length === 0;
  return (
    <>
      <MenuButton
        label="Copy timeline"
        icon={<Icon size={14} aria-hidden />}
        sections={[
          {
            heading: '',
            entries: [
              {
                label: 'Copy as Markdown',
                isDisabled,
                onSelect: () => copy(toMarkdown(rows, timeZone, badge)),
              },
              { label: 'Copy as CSV', isDisabled, onSelect: () => copy(toCsv(rows, true)) },
              { label: 'Copy as CSV, not defanged', isDisabled, onSelect: () => copy(toCsv(rows, false)) },
            ],
          },
        ]}
      />
      <span className="cf-unseen" role="status">
        {words[state]}
      </span>
    </>
  );
}
