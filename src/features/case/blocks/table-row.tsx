import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useId, useState } from 'react';
import type { Column, TableRow } from '#domain/section.ts';
import { useUnfold } from '#ui/find/unfold.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import type { BlockPlace } from './block-place.ts';
import { blocksText } from './block-text.ts';
import { cellText } from './cell-text.ts';
import { CellValue } from './cell-value.tsx';
import { RowMore } from './row-more.tsx';
import classes from './table-block.module.css';

type TableRowViewProps = {
  row: TableRow;
  columns: readonly Column[];
  place: BlockPlace;
  /** Some row of the table can be opened. */
  canExpand: boolean;
  /** This one can. */
  isOpenable: boolean;
};

/** Drawn again only when it changed itself: another order moves it. */
export const TableRowView = memo(function TableRowView(props: TableRowViewProps) {
  const { row, columns, place, canExpand, isOpenable } = props;
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  useUnfold(
    () => blocksText(row.blocks ?? []),
    () => setOpen(true),
  );
  const name = showHidden(cellText(row.cells[columns[0]?.id ?? '']).slice(0, 80)) || row.id;
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <tbody>
      <tr data-deleted={row.isDeleted || undefined}>
        {canExpand ? (
          <td className={classes['opener']}>
            {isOpenable ? (
              <ActionIcon
                size={20}
                aria-label={`More of ${name}`}
                aria-expanded={isOpen}
                aria-controls={isOpen ? moreId : undefined}
                onClick={() => setOpen(!isOpen)}
              >
                <Chevron size={14} aria-hidden />
              </ActionIcon>
            ) : null}
          </td>
        ) : null}
        {columns.map(({ id, isNumeric = false, title }, index) => (
          <td key={id} className={classes['cell']} data-numeric={isNumeric || undefined}>
            <CellValue cell={row.cells[id]} label={title} place={place} />
            {index === 0 && row.isDeleted === true ? (
              <span className={classes['deleted']}>Deleted</span>
            ) : null}
          </td>
        ))}
      </tr>
      {isOpen ? (
        <tr id={moreId}>
          <td className={classes['more']} colSpan={columns.length + 1}>
            <RowMore row={row} place={place} />
          </td>
        </tr>
      ) : null}
    </tbody>
  );
});
