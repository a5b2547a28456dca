import { UnstyledButton } from '@mantine/core';
import { EllipsisVertical } from 'lucide-react';
import { type MouseEvent, type RefObject, useState } from 'react';
import type { QueueRow } from '#domain/case.ts';
import { useLazyMenu } from '#ui/panes/use-lazy-menu.ts';
import { type ConnectionNames, columnById, type QueueColumn, queueColumns } from './queue-columns.tsx';
import classes from './queue-table.module.css';

/**
 * Which cell, and where its right end is within the scrolled content. columnId null: the row as a whole, asked for by
 * key, where no pointer tells the cell.
 */
type CellSpot = {
  index: number;
  columnId: string | null;
  rightPx: number;
  topPx: number;
  heightPx: number;
};

export type CellMenuProps = {
  spot: CellSpot;
  isOpen: boolean;
  row: QueueRow;
  names: ConnectionNames;
  onOpen: () => void;
  onClose: () => void;
  onNarrow: (columnId: string, row: QueueRow, relation: 'include' | 'exclude') => void;
};

const loadEntries = async () => (await import('./cell-entries.tsx')).CellEntries;

/** Narrow by a cell's value, or copy it. There is one for the whole table: it goes to the cell under the pointer. */
export function CellMenu({ spot, isOpen, row, names, onOpen, onClose, onNarrow }: CellMenuProps) {
  const { button, anchor, Entries } = useLazyMenu(loadEntries, {
    isOpen,
    onChange: willOpen => (willOpen ? onOpen() : onClose()),
  });
  const column = spot.columnId === null ? undefined : columnById.get(spot.columnId);
  const columns =
    spot.columnId === null ? queueColumns.filter(isOffered) : column === undefined ? [] : [column];
  const text = column?.text(row, names) ?? '';
  if (columns.length === 0 || (column?.facet === undefined && spot.columnId !== null && text === ''))
    return null;
  return (
    <>
      <UnstyledButton
        {...button}
        tabIndex={-1}
        className={classes['cellMenu']}
        style={{ left: spot.rightPx - 18, top: spot.topPx + (spot.heightPx - 18) / 2 }}
        aria-label={column === undefined ? `Row ${row.number}` : `${column.header}: ${text || 'none'}`}
      >
        <EllipsisVertical size={12} aria-hidden />
      </UnstyledButton>
      {Entries === null ? null : (
        <Entries
          anchor={anchor}
          columns={columns}
          isOfRow={spot.columnId === null}
          row={row}
          names={names}
          onNarrow={onNarrow}
        />
      )}
    </>
  );
}

/** What a row's own menu has: the values it can be filtered by, and its number to copy. */
function isOffered({ id, facet }: QueueColumn): boolean {
  return facet !== undefined || id === 'number';
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

  function findCursor(): CellSpot | null {
    const row = content.current?.querySelector<HTMLElement>('[role=row][data-cursor]');
    const frame = content.current?.getBoundingClientRect();
    if (row === null || row === undefined || frame === undefined) return null;
    const box = row.getBoundingClientRect();
    return {
      index: Number(row.getAttribute('aria-rowindex')) - 2,
      columnId: null,
      rightPx: box.left - frame.left + 160,
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
    /** By pointer the cell under it; by key the row that the cursor is on. */
    openAt: (event: MouseEvent) => {
      const next = event.target === event.currentTarget ? findCursor() : find(event.target);
      if (next === null) return;
      event.preventDefault();
      setSpot(next);
      setOpen(true);
    },
  };
}
