import type { Column, TableRow } from '#domain/section.ts';
import { CopyMenuButton } from '#ui/panes/copy-menu-button.tsx';
import { tableToMarkdown, tableToTsv } from './copy-table.ts';

/** All rows that were read, in the order in which they stand. */
export function CopyTable({ columns, rows }: { columns: readonly Column[]; rows: readonly TableRow[] }) {
  const entries = [
    { label: 'Copy for a spreadsheet', text: () => tableToTsv(columns, rows) },
    { label: 'Copy as Markdown', text: () => tableToMarkdown(columns, rows) },
  ];
  return <CopyMenuButton label="Copy the table" size="small" iconPx={12} entries={entries} />;
}
