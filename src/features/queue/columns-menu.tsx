import { ActionIcon, Menu } from '@mantine/core';
import { Columns3 } from 'lucide-react';
import { memo } from 'react';
import type { ColumnLayout } from '#domain/view.ts';
import { changeLayout } from './column-layout.ts';
import { fitColumns } from './fit-columns.ts';
import { queueColumns } from './queue-columns.tsx';

type ColumnsMenuProps = {
  layout: ColumnLayout | null;
  /** Of the table: what fits is shown. */
  widthPx: number;
  onLayout: (layout: ColumnLayout | null) => void;
};

/** Which columns there are. The first choice fixes those shown now; "As they fit" goes back. */
export const ColumnsMenu = memo(function ColumnsMenu({ layout, widthPx, onLayout }: ColumnsMenuProps) {
  const shown = fitColumns(layout, widthPx);
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon size={28} aria-label="Columns" title="Columns">
          <Columns3 size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label="Columns">
        {queueColumns.map(({ id, header }) => {
          const isShown = shown.includes(id);
          return (
            <Menu.CheckboxItem
              key={id}
              checked={isShown}
              disabled={id === 'title'}
              onChange={() =>
                onLayout(
                  isShown ? changeLayout.hide(shown, layout, id) : changeLayout.show(shown, layout, id),
                )
              }
            >
              {header}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Divider />
        <Menu.Item disabled={layout === null} onClick={() => onLayout(null)}>
          As they fit
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
