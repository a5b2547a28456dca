import { Menu, UnstyledButton } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { type MouseEvent, type RefObject, useState } from 'react';
import type { QueueRow } from '#domain/case.ts';
import { type ConnectionNames, columnById } from './queue-columns.tsx';
import classes from './queue-table.module.css';

/** Which cell, and where its right end is within the scrolled content. */
export type CellSpot = { index: number; columnId: string; rightPx: number; topPx: number; heightPx: number };

type CellMenuProps = {
  spot: CellSpot;
  isOpen: boolean;
  row: QueueRow;
  names: ConnectionNames;
  onOpen: () => void;
  onClose: () => void;
  onNarrow: (columnId: string, row: QueueRow, relation: 'include' | 'exclude') => void;
};

/** Narrow by a cell's value, or copy it. There is one for the whole table: it goes to the cell under the pointer. */
export function CellMenu({ spot, isOpen, row, names, onOpen, onClose, onNarrow }: CellMenuProps) {
  const column = columnById.get(spot.columnId);
  if (column === undefined) return null;
  const text = column.text(row, names);
  if (text === '' && column.facet === undefined) return null;
  return (
    <Menu opened={isOpen} onClose={onClose} position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton
          tabIndex={-1}
          className={classes['cellMenu']}
          style={{ left: spot.rightPx - 18, top: spot.topPx + (spot.heightPx - 18) / 2 }}
          aria-label={`${column.header}: ${text || 'none'}`}
          onClick={onOpen}
        >
          <EllipsisVertical size={12} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {column.facet === undefined ? null : (
          <>
            <Menu.Item onClick={() => onNarrow(column.id, row, 'include')}>Only {text || 'none'}</Menu.Item>
            <Menu.Item onClick={() => onNarrow(column.id, row, 'exclude')}>Not {text || 'none'}</Menu.Item>
          </>
        )}
        {text === '' ? null : (
          <Menu.Item onClick={() => void navigator.clipboard.writeText(text)}>Copy value</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Follows the pointer from cell to cell, and stands still while the menu is open. */
export function useCellSpot(content: RefObject<HTMLElement | null>) {
  const [spot, setSpot] = useState<CellSpot | null>(null);
  const [isOpen, setOpen] = useState(false);

  function find(target: EventTarget): CellSpot | null {
    const cell =
      target instanceof Element ? target.closest<HTMLElement>('[role=gridcell][data-column]') : null;
    const row = cell?.closest<HTMLElement>('[role=row]');
    const frame = content.current?.getBoundingClientRect();
    if (cell === null || row === null || row === undefined || frame === undefined) return null;
    const box = cell.getBoundingClientRect();
    return {
      index: Number(row.getAttribute('aria-rowindex')) - 2,
      columnId: cell.dataset['column'] ?? '',
      rightPx: box.right - frame.left,
      topPx: box.top - frame.top,
      heightPx: box.height,
    };
  }

  return {
    spot,
    isOpen,
    open: () => setOpen(true),
    close: () => {
      setOpen(false);
      setSpot(null);
    },
    clear: () => {
      if (!isOpen) setSpot(null);
    },
    follow: (event: MouseEvent) => {
      if (isOpen) return;
      const next = find(event.target);
      if (next === null) return;
      if (spot?.index !== next.index || spot.columnId !== next.columnId) setSpot(next);
    },
    openAt: (event: MouseEvent) => {
      const next = find(event.target);
      if (next === null) return;
      event.preventDefault();
      setSpot(next);
      setOpen(true);
    },
  };
}
