import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import { AnchoredMenu } from '#ui/panes/anchored-menu.tsx';
import type { MenuAnchor } from '#ui/panes/use-lazy-menu.ts';
import type { CellMenuProps } from './cell-menu.tsx';
import type { QueueColumn } from './queue-columns.tsx';

type CellEntriesProps = Pick<CellMenuProps, 'row' | 'names' | 'onNarrow'> & {
  anchor: MenuAnchor;
  columns: readonly QueueColumn[];
  /** The row as a whole was asked for: each entry says which column it is of. */
  isOfRow: boolean;
};

export function CellEntries({ anchor, columns, isOfRow, row, names, onNarrow }: CellEntriesProps) {
  return (
    <AnchoredMenu anchor={anchor} position="bottom-end">
      <Menu.Dropdown>
        {columns.map(({ id, header, facet, text }) => {
          const value = text(row, names);
          const named = isOfRow ? `${header}: ${value || 'none'}` : value || 'none';
          return (
            <Fragment key={id}>
              {facet === undefined ? null : (
                <>
                  <Menu.Item onClick={() => onNarrow(id, row, 'include')}>Only {named}</Menu.Item>
                  <Menu.Item onClick={() => onNarrow(id, row, 'exclude')}>Not {named}</Menu.Item>
                </>
              )}
              {value === '' || (isOfRow && id !== 'number') ? null : (
                <Menu.Item onClick={() => void navigator.clipboard.writeText(value)}>
                  {isOfRow ? `Copy ${value}` : 'Copy value'}
                </Menu.Item>
              )}
            </Fragment>
          );
        })}
      </Menu.Dropdown>
    </AnchoredMenu>
  );
}
