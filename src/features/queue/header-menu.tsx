import { Menu, UnstyledButton } from '@mantine/core';
import { ChevronDown, Pin } from 'lucide-react';
import { memo, useRef, useState } from 'react';
import type { QueueHeaderProps } from './queue-header.tsx';
import classes from './queue-table.module.css';
import type { DrawnColumn } from './use-column-model.ts';

type HeaderMenuProps = Pick<QueueHeaderProps, 'onMove' | 'onHide' | 'onPin' | 'onResizeBy'> & {
  column: DrawnColumn;
  name: string;
};

/** What can be done with a column. The menu is made when it is opened: there is a button for each column. */
export const HeaderMenu = memo(function HeaderMenu(props: HeaderMenuProps) {
  const { column, name, onMove, onHide, onPin, onResizeBy } = props;
  const [isOpen, setOpen] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const isPinned = column.pinnedAtPx !== null;
  const button = (
    <UnstyledButton
      ref={target}
      className={classes['headMenu']}
      aria-label={`Column ${name}`}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onClick={() => setOpen(true)}
    >
      {isPinned ? <Pin size={10} aria-hidden /> : <ChevronDown size={11} aria-hidden />}
    </UnstyledButton>
  );
  if (!isOpen) return button;

  function close() {
    setOpen(false);
    requestAnimationFrame(() => target.current?.focus());
  }
  return (
    <Menu opened onClose={close} position="bottom-start" withinPortal>
      <Menu.Target>{button}</Menu.Target>
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
    </Menu>
  );
});
