import { Button } from '@mantine/core';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { type CaseRef, parseRef, type QueueRow } from '#domain/case.ts';
import { getEngine } from '#store/engine/engine-client.ts';
import { Kbd } from '#ui/marks/kbd.tsx';
import { BulkBar } from '#ui/panes/bulk-bar.tsx';
import { MenuButton } from '#ui/panes/menu-button.tsx';
import { BulkButtons } from './bulk/bulk-buttons.tsx';
import type { Bulk } from './bulk/use-bulk.ts';
import type { ConnectionNames } from './queue-columns.tsx';

type SelectionBarProps = {
  selected: ReadonlySet<string>;
  total: number;
  names: ConnectionNames;
  bulk: Bulk;
  onSelectAll: () => void;
  onClear: () => void;
};

/** What is selected, by vendor, and what can be done with it. */
export function SelectionBar({ selected, total, names, bulk, onSelectAll, onClear }: SelectionBarProps) {
  const [copied, setCopied] = useState('');

  async function copy(what: string, toLines: (rows: readonly QueueRow[]) => readonly string[]) {
    const refs = [...selected].map(parseRef).filter((ref): ref is CaseRef => ref !== null);
    const rows = await Promise.all(refs.map(ref => getEngine().row(ref)));
    const lines = toLines(rows.filter(row => row !== null));
    await navigator.clipboard.writeText(lines.join('\n'));
    setCopied(`Copied the ${what} of ${lines.length.toLocaleString('en')}`);
  }

  return (
    <BulkBar
      count={selected.size}
      summary={describeVendors(selected, names)}
      end={
        <>
          {selected.size < total ? (
            <Button variant="subtle" onClick={onSelectAll}>
              Select all {total.toLocaleString('en')}
            </Button>
          ) : null}
          <Button variant="subtle" color="gray" onClick={onClear} rightSection={<Kbd keys="Esc" />}>
            Clear
          </Button>
        </>
      }
    >
      <BulkButtons
        groups={bulk.groups}
        count={selected.size}
        current={bulk.form?.action ?? null}
        onAct={bulk.open}
      />
      <MenuButton
        label="More for the selected rows"
        icon={<Ellipsis size={14} aria-hidden />}
        sections={[
          {
            heading: '',
            entries: [
              { label: 'Copy ids', onSelect: () => void copy('ids', rows => rows.map(row => row.number)) },
              {
                label: 'Copy as Markdown',
                onSelect: () => void copy('list', rows => rows.map(row => toMarkdown(row, names))),
              },
            ],
          },
        ]}
      />
      <span aria-live="polite">{copied}</span>
    </BulkBar>
  );
}

export function describeVendors(selected: ReadonlySet<string>, names: ConnectionNames): string {
  const counts = new Map<string, number>();
  for (const ref of selected) {
    const id = parseRef(ref)?.connectionId ?? '';
    const badge = names.get(id)?.badge ?? id;
    counts.set(badge, (counts.get(badge) ?? 0) + 1);
  }
  return [...counts].map(([badge, count]) => `${count.toLocaleString('en')} ${badge}`).join(', ');
}

function toMarkdown(row: QueueRow, names: ConnectionNames): string {
  const title = row.title.replace(/[\\`*_[\]<>]/g, '\\$&');
  const vendor = names.get(row.connectionId)?.badge ?? row.connectionId;
  return `- ${vendor} ${row.number}: ${title} (${row.severity.value}, ${row.status.raw || row.status.value})`;
}
