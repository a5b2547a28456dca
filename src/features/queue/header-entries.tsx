import { Menu } from '@mantine/core';
import { AnchoredMenu } from '#ui/panes/anchored-menu.tsx';
import type { MenuAnchor } from '#ui/panes/use-lazy-menu.ts';
import type { HeaderMenuProps } from './header-menu.tsx';

type HeaderEntriesProps = HeaderMenuProps & { anchor: MenuAnchor };

export function HeaderEntries(props: HeaderEntriesProps) {
  const { anchor, column, name, onMove, onHide, onPin, onResizeBy } = props;
  const isPinned = column.pinnedAtPx !== null;
  return (
    <AnchoredMenu anchor={anchor} position="bottom-start">
      <Menu.Dropdown aria-label={`Column ${name}`}>
        <Menu.Item onClick={() => onMove(column.id, -1)}>Move left</Menu.Item>
        <Menu.Item onClick={() => onMove(column.id, 1)}>Move right</Menu.Item>
        <Menu.Item onClick={() => onResizeBy(column.id, 24)}>Wider</Menu.Item>
        <Menu.Item onClick={() => onResizeBy(column.id, -24)}>Narrower</Menu.Item>
        <Menu.Item onClick={() => onPin(column.id)}>{isPinned ? 'Unpin' : 'Pin to the left'}</Menu.Item>
        {column.id === 'title' ? null : (
          <Menu.Item onClick={() => onHide(column.id)}>Hide this column</Menu.Item>
        )}
      </Menu.Dropdown>
    </AnchoredMenu>
  );
}
