import { UnstyledButton } from '@mantine/core';
import { ArrowDown, ArrowUp, User } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, memo, type TouchEvent } from 'react';
import type { SortKey, SortTerm } from '#domain/view.ts';
import { HeaderMenu } from './header-menu.tsx';
import { columnById } from './queue-columns.tsx';
import classes from './queue-table.module.css';
import type { DrawnColumn } from './use-column-model.ts';

/** From here on a menu button of full size leaves the middle of the header for sorting. */
const leastRoomyPx = 52;

export type QueueHeaderProps = {
  drawn: readonly DrawnColumn[];
  template: string;
  sort: readonly SortTerm[];
  /** `isAdded`: as a further term behind what is sorted by already. */
  onSort: (key: SortKey, isAdded: boolean) => void;
  onMove: (id: string, step: -1 | 1) => void;
  onHide: (id: string) => void;
  onPin: (id: string) => void;
  onResizeBy: (id: string, px: number) => void;
  resizeHandlerOf: (id: string) => ((event: unknown) => void) | undefined;
  isAllSelected: boolean;
  isSomeSelected: boolean;
  onSelectAll: () => void;
};

/** Drawn again only when columns, order or selection changed: not while rows scroll. */
export const QueueHeader = memo(function QueueHeader(props: QueueHeaderProps) {
  const { drawn, template, sort, isAllSelected, isSomeSelected } = props;
  return (
    <div role="row" aria-rowindex={1} className={classes['head']} style={{ gridTemplateColumns: template }}>
      <div role="columnheader" className={classes['checkCell']}>
        <input
          type="checkbox"
          aria-label="Select all rows of this view"
          checked={isAllSelected}
          ref={element => {
            if (element !== null) element.indeterminate = isSomeSelected && !isAllSelected;
          }}
          onChange={props.onSelectAll}
        />
      </div>
      {drawn.map(column => (
        <HeaderCell
          key={column.id}
          column={column}
          term={sort.find(term => isTermOf(term, column.id))}
          {...props}
        />
      ))}
    </div>
  );
});

function isTermOf(term: SortTerm, columnId: string): boolean {
  return columnById.get(columnId)?.sort === term.key;
}

function HeaderCell(props: QueueHeaderProps & { column: DrawnColumn; term: SortTerm | undefined }) {
  const { column, term } = props;
  const known = columnById.get(column.id);
  if (known === undefined) return null;
  const resize = props.resizeHandlerOf(column.id);
  const direction = term === undefined ? 'none' : term.isDescending ? 'descending' : 'ascending';
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown;
  return (
    <div
      role="columnheader"
      aria-label={known.header}
      {...(known.sort === null ? {} : { 'aria-sort': direction })}
      className={classes['headCell']}
      data-numeric={known.isNumeric}
      data-pinned={column.pinnedAtPx !== null || undefined}
      data-roomy={column.widthPx >= leastRoomyPx || undefined}
      style={column.pinnedAtPx === null ? {} : { left: column.pinnedAtPx }}
    >
      {known.sort === null ? (
        <span className={classes['headWord']}>{known.header}</span>
      ) : (
        <UnstyledButton
          className={classes['headButton']}
          title={`Sort by ${known.header.toLowerCase()}; with Shift as a further order`}
          onClick={event => known.sort !== null && props.onSort(known.sort, event.shiftKey)}
        >
          {known.icon === undefined ? (
            <span className={classes['headWord']}>{known.header}</span>
          ) : (
            <>
              {known.icon === 'person' ? <User size={12} aria-hidden /> : null}
              <span className={classes['hiddenWord']}>{known.header}</span>
            </>
          )}
          {term === undefined ? null : <Arrow size={11} aria-hidden />}
        </UnstyledButton>
      )}
      <HeaderMenu
        column={column}
        name={known.header}
        onMove={props.onMove}
        onHide={props.onHide}
        onPin={props.onPin}
        onResizeBy={props.onResizeBy}
      />
      <ResizeHandle name={known.header} onResizeBy={px => props.onResizeBy(column.id, px)} start={resize} />
    </div>
  );
}

function ResizeHandle(props: {
  name: string;
  start: ((event: unknown) => void) | undefined;
  onResizeBy: (px: number) => void;
}) {
  const { start } = props;
  return (
    <span
      aria-hidden
      className={classes['resize']}
      title={`Drag to resize ${props.name.toLowerCase()}`}
      onMouseDown={(event: MouseEvent) => start?.(event)}
      onTouchStart={(event: TouchEvent) => start?.(event)}
      onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
    />
  );
}
