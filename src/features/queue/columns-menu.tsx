import { ActionIcon } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { memo } from 'react';
import type { ColumnLayout } from '#domain/view.ts';
import { useLazyMenu } from '#ui/panes/use-lazy-menu.ts';

export type ColumnsMenuProps = {
  layout: ColumnLayout | null;
  /** Of the table: what fits is shown. */
  widthPx: number;
  onLayout: (layout: ColumnLayout | null) => void;
};

const loadEntries = async () => (await import('./columns-entries.tsx')).ColumnsEntries;

/** Which columns there are. The first choice fixes those shown now; "As they fit" goes back. */
export const ColumnsMenu = memo(function ColumnsMenu(props: ColumnsMenuProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries);
  return (
    <>
      <ActionIcon {...button} size={28} aria-label="Columns" title="Columns">
        <Columns3 size={16} aria-hidden />
      </ActionIcon>
      {Entries === null ? null : <Entries anchor={anchor} {...props} />}
    </>
  );
});
