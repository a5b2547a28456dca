import { Check, Copy, X } from 'lucide-react';
import type { Column, TableRow } from '#domain/section.ts';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { tableToMarkdown, tableToTsv } from './copy-table.ts';

const icons = { idle: Copy, copied: Check, refused: X };
const words = { idle: '', copied: 'Copied', refused: 'The browser did not allow copying' };

/** All rows that were read, in the order in which they stand. */
export function CopyTable({ columns, rows }: { columns: readonly Column[]; rows: readonly TableRow[] }) {
  const { state, copy } = useCopy();
  const Icon = icons[state];
  return (
    <>
      <MenuButton
        label="Copy the table"
        size="small"
        icon={<Icon size={12} aria-hidden />}
        sections={[
          {
            heading: '',
            entries: [
              { label: 'Copy for a spreadsheet', onSelect: () => copy(tableToTsv(columns, rows)) },
              { label: 'Copy as Markdown', onSelect: () => copy(tableToMarkdown(columns, rows)) },
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
