import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react';
import { formatRef, type QueueRow } from '#domain/case.ts';
import type { ColumnLayout, SortKey, SortTerm } from '#domain/view.ts';
import type { QueueSnapshot } from '#store/queue/queue-session.ts';
import { CellMenu, useCellSpot } from './cell-menu.tsx';
import { changeLayout } from './column-layout.ts';
import { NarrowRowLine } from './narrow-row.tsx';
import type { ConnectionNames } from './queue-columns.tsx';
import { QueueHeader } from './queue-header.tsx';
import { QueueRowLine, type RowActions } from './queue-row.tsx';
import classes from './queue-table.module.css';
import { toShownRow } from './shown-row.ts';
import { useColumnModel } from './use-column-model.ts';
import { useLatest } from './use-latest.ts';
import { useWaitingRows } from './use-waiting-rows.ts';

const headHeightPx = 28;
const overscanRows = 5;

type QueueTableProps = {
  queue: QueueSnapshot;
  names: ConnectionNames;
  sort: readonly SortTerm[];
  onSort: (key: SortKey, isAdded: boolean) => void;
  layout: ColumnLayout | null;
  onLayout: (layout: ColumnLayout) => void;
  rowHeightPx: number;
  isNarrow: boolean;
  cursorIndex: number;
  selected: ReadonlySet<string>;
  actions: RowActions;
  onSelectAll: () => void;
  onNarrow: (columnId: string, row: QueueRow, relation: 'include' | 'exclude') => void;
  /** Rows that are drawn now, so that they can be fetched. */
  onStretch: (from: number, to: number) => void;
  onScrolled: (scrollTop: number) => void;
  startScrollTop: number;
  /** Arrow and page keys on the focused grid: how many rows to go. */
  onMoveKey: (step: number) => void;
};

/** The grid named "Cases": draws the rows in view of an order of any length. */
export const QueueTable = memo(function QueueTable(props: QueueTableProps) {
  const { queue, names, layout, onLayout, rowHeightPx, isNarrow, cursorIndex, selected, onStretch } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width } = useElementSize();
  const gridRef = useMergedRef(scroller, sizeRef);
  const columns = useColumnModel(layout, width, onLayout);
  const spot = useCellSpot(content);
  const { waiting, settled } = useWaitingRows();

  const virtual = useVirtualizer({
    count: queue.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeightPx,
    overscan: overscanRows,
    initialOffset: props.startScrollTop,
    paddingStart: isNarrow ? 0 : headHeightPx,
    scrollPaddingStart: isNarrow ? 0 : headHeightPx,
  });

  // A new height or another order: what was measured no longer holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height is the reason
  useLayoutEffect(() => virtual.measure(), [rowHeightPx, virtual]);

  const lines = virtual.getVirtualItems();
  const first = lines[0]?.index ?? 0;
  const last = lines.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order needs its rows even where the stretch is the same
  useEffect(() => onStretch(first, last), [first, last, queue.resultId, onStretch]);

  const { opening } = queue;
  const shown = useRef(opening);
  useLayoutEffect(() => {
    if (shown.current === opening) return;
    shown.current = opening;
    virtual.scrollToOffset(0);
  }, [opening, virtual]);

  useEffect(() => {
    if (cursorIndex >= 0) virtual.scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursorIndex, virtual]);

  function moveByKey(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeightPx) - 2);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -queue.total,
      End: queue.total,
    };
    const step = steps[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    props.onMoveKey(step);
  }

  const header = useLatest({
    move: (id: string, step: -1 | 1) => onLayout(changeLayout.move(columns.order, layout, id, step)),
    hide: (id: string) => onLayout(changeLayout.hide(columns.order, layout, id)),
    pin: (id: string) => onLayout(changeLayout.pin(columns.order, layout, id)),
    resizeBy: (id: string, px: number) => {
      const drawn = columns.drawn.find(column => column.id === id);
      onLayout(changeLayout.resize(columns.order, layout, id, (drawn?.widthPx ?? 80) + px));
    },
    resizeHandlerOf: (id: string) =>
      columns.table
        .getHeaderGroups()[0]
        ?.headers.find(candidate => candidate.column.id === id)
        ?.getResizeHandler(),
  });

  const spotRow = spot.spot === null ? null : queue.rowAt(spot.spot.index);
  const isSelecting = selected.size > 0;
  const Line = isNarrow ? NarrowRowLine : QueueRowLine;

  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label="Cases"
      aria-rowcount={queue.total + 1}
      aria-colcount={columns.drawn.length + 1}
      aria-multiselectable
      aria-busy={queue.resultId === null}
      {...(cursorIndex >= first && cursorIndex <= last
        ? { 'aria-activedescendant': `row-${cursorIndex}` }
        : {})}
      tabIndex={0}
      className={classes['scroller']}
      onScroll={event => props.onScrolled(event.currentTarget.scrollTop)}
      onKeyDown={moveByKey}
      onPointerMove={isNarrow ? undefined : spot.follow}
      onMouseLeave={spot.clear}
      onContextMenu={isNarrow ? undefined : spot.openAt}
    >
      <div
        ref={content}
        className={classes['content']}
        style={{ height: virtual.getTotalSize() }}
        role="presentation"
      >
        {isNarrow ? null : (
          <QueueHeader
            drawn={columns.drawn}
            template={columns.template}
            sort={props.sort}
            onSort={props.onSort}
            onMove={header.move}
            onHide={header.hide}
            onPin={header.pin}
            onResizeBy={header.resizeBy}
            resizeHandlerOf={header.resizeHandlerOf}
            isAllSelected={isSelecting && selected.size >= queue.total}
            isSomeSelected={isSelecting}
            onSelectAll={props.onSelectAll}
          />
        )}
        {lines.map(line => {
          const kept = queue.rowAt(line.index);
          const ref = kept === null || kept === undefined ? '' : formatRef(kept);
          const { row, mark } =
            kept === null || kept === undefined
              ? { row: kept, mark: null }
              : toShownRow(kept, waiting.get(ref), settled.get(ref));
          return (
            <Line
              key={line.key}
              row={row}
              mark={mark}
              index={line.index}
              topPx={line.start}
              heightPx={rowHeightPx}
              drawn={columns.drawn}
              template={columns.template}
              names={names}
              isCursor={line.index === cursorIndex}
              isSelected={selected.has(ref)}
              isSelecting={isSelecting}
              actions={props.actions}
            />
          );
        })}
        {spot.spot === null || spotRow === null || spotRow === undefined ? null : (
          <CellMenu
            spot={spot.spot}
            isOpen={spot.isOpen}
            row={spotRow}
            names={names}
            onOpen={spot.open}
            onClose={spot.close}
            onNarrow={(...narrow) => {
              spot.close();
              props.onNarrow(...narrow);
            }}
          />
        )}
      </div>
    </div>
  );
});
