import { Menu } from '@mantine/core';
import { AnchoredMenu } from '#ui/panes/anchored-menu.tsx';
import type { MenuAnchor } from '#ui/panes/use-lazy-menu.ts';
import { changeLayout } from './column-layout.ts';
import type { ColumnsMenuProps } from './columns-menu.tsx';
import { fitColumns } from './fit-columns.ts';
import { queueColumns } from './queue-columns.tsx';

type ColumnsEntriesProps = ColumnsMenuProps & { anchor: MenuAnchor };

export function ColumnsEntries({ anchor, layout, widthPx, onLayout }: ColumnsEntriesProps) {
  const shown = fitColumns(layout, widthPx);
  return (
    <AnchoredMenu anchor={anchor} position="bottom-end" closeOnItemClick={false}>
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
    </AnchoredMenu>
  );
}
