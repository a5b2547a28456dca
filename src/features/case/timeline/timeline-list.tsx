import { type RefObject, useCallback, useImperativeHandle, useRef, useState } from 'react';
import { DayHead } from './day-head.tsx';
import { EntryRow } from './entry-row.tsx';
import type { PlacedEntry } from './place-on-days.ts';
import { StampTooltip, usePointedTime } from './stamp-tooltip.tsx';
import classes from './timeline-list.module.css';
import type { Order, TimelineRow } from './timeline-rows.ts';
import { useListWindow } from './use-list-window.ts';
import { useRovingRows } from './use-roving-rows.ts';
import type { TimeZone } from './zone-time.ts';

export type TimelineListHandle = {
  /** Scrolls to a row and gives it the focus. */
  focusRow: (index: number) => void;
  /** Gives the focus to where it last was, else to the first entry. */
  focus: () => void;
};

type TimelineListProps = {
  rows: readonly TimelineRow[];
  order: Order;
  timeZone: TimeZone;
  badge: string;
  onOpen: (placed: PlacedEntry) => void;
  handle: RefObject<TimelineListHandle | null>;
};

export function TimelineList({ rows, order, timeZone, badge, onOpen, handle }: TimelineListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const [openBodies, setOpenBodies] = useState<ReadonlySet<string>>(new Set());
  const { pointed, handlers } = usePointedTime();
  const show = (index: number) => {
    virtual.scrollToIndex(index, { align: 'auto' });
    scroller.current?.scrollIntoView({ block: 'nearest' });
  };
  const roving = useRovingRows(rows, list, show);
  const { virtual, stuckIndex } = useListWindow(rows, order, scroller, roving.stopIndex);

  useImperativeHandle(handle, () => ({
    focusRow: roving.focusRow,
    focus: () => roving.focusRow(roving.stopIndex),
  }));

  const toggleBody = useCallback((id: string) => {
    setOpenBodies(open =>
      open.has(id) ? new Set([...open].filter(one => one !== id)) : new Set([...open, id]),
    );
  }, []);

  const pointedRow = pointed === null ? undefined : rows[roving.places.get(pointed.id) ?? -1];
  return (
    <div ref={scroller} className={classes['scroller']}>
      <ol
        ref={list}
        aria-label="Entries"
        className={classes['list']}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={roving.moveByKey}
        {...handlers}
        onFocus={event => {
          handlers.onFocus(event);
          const id = event.target.dataset['entryTime'];
          if (id !== undefined) roving.follow(id);
        }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const isStuck = index === stuckIndex;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-stuck={isStuck || undefined}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className={classes['item']}
              style={isStuck ? {} : { transform: `translateY(${start}px)` }}
            >
              {row.kind === 'day' ? (
                <DayHead day={row.day} count={row.count} timeZone={timeZone} />
              ) : (
                <EntryRow
                  placed={row.placed}
                  timeZone={timeZone}
                  badge={badge}
                  isTabStop={index === roving.stopIndex}
                  isBodyOpen={openBodies.has(row.key)}
                  onToggleBody={toggleBody}
                  onOpen={onOpen}
                />
              )}
            </li>
          );
        })}
      </ol>
      {pointed !== null && pointedRow?.kind === 'entry' ? (
        <StampTooltip button={pointed.button} placed={pointedRow.placed} timeZone={timeZone} />
      ) : null}
    </div>
  );
}
