import { type MouseEvent, memo } from 'react';
import { formatRef, type QueueRow } from '#domain/case.ts';
import { type ConnectionNames, columnById } from './queue-columns.tsx';
import classes from './queue-table.module.css';
import { RowMark } from './row-mark.tsx';
import type { ShownRow } from './shown-row.ts';
import type { DrawnColumn } from './use-column-model.ts';

export type RowActions = {
  /** A click on the row; with Shift it extends, with Ctrl or Cmd it selects. */
  press: (index: number, row: QueueRow, event: MouseEvent) => void;
  open: (index: number, row: QueueRow) => void;
  toggle: (index: number, row: QueueRow, isRange: boolean) => void;
};

export type QueueRowLineProps = {
  row: QueueRow | null | undefined;
  mark: ShownRow['mark'];
  index: number;
  topPx: number;
  heightPx: number;
  drawn: readonly DrawnColumn[];
  template: string;
  names: ConnectionNames;
  isCursor: boolean;
  isSelected: boolean;
  isSelecting: boolean;
  actions: RowActions;
};

/** One line of the grid. Drawn empty while its row is on the way, struck through when the vendor no longer has it. */
export const QueueRowLine = memo(function QueueRowLine(props: QueueRowLineProps) {
  const { row, index, drawn, template, isCursor, isSelected, names, actions } = props;
  const place = { transform: `translateY(${props.topPx}px)`, height: props.heightPx };
  const style = { ...place, gridTemplateColumns: template };
  if (row === undefined || row === null)
    return (
      <div
        role="row"
        aria-rowindex={index + 2}
        className={classes['row']}
        style={place}
        aria-busy={row === undefined}
      >
        <div role="gridcell" className={classes['emptyCell']}>
          {row === null ? 'No longer at the vendor' : null}
        </div>
      </div>
    );

  const ref = formatRef(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-ref={ref}
      data-cursor={isCursor || undefined}
      data-selecting={props.isSelecting || undefined}
      className={classes['row']}
      style={style}
      onClick={event => actions.press(index, row, event)}
      onDoubleClick={() => actions.open(index, row)}
    >
      <div role="gridcell" className={classes['checkCell']}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${row.number} ${row.title}`}
          checked={isSelected}
          onChange={() => {}}
          onClick={event => {
            event.stopPropagation();
            actions.toggle(index, row, event.shiftKey);
          }}
        />
      </div>
      {drawn.map(column => {
        const known = columnById.get(column.id);
        if (known === undefined) return null;
        return (
          <div
            key={column.id}
            role="gridcell"
            className={classes['cell']}
            data-numeric={known.isNumeric}
            data-column={column.id}
            data-pinned={column.pinnedAtPx !== null || undefined}
            style={column.pinnedAtPx === null ? {} : { left: column.pinnedAtPx }}
          >
            {known.cell(row, names)}
            {column.id === 'title' ? <RowMark mark={props.mark} /> : null}
          </div>
        );
      })}
    </div>
  );
});
