import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import type { ColumnLayout, FacetKey, SortKey } from '#domain/view.ts';
import { useConnectionNames, useConnections } from '#store/queries.ts';
import { changeQueuePlace, getQueuePlace } from '#store/queue/current-list.ts';
import { useQueue } from '#store/queue/use-queue.ts';
import { rowHeightPx, usePreferences } from '#ui/preferences/preferences.ts';
import { AddFilter } from './add-filter.tsx';
import { BulkPlace } from './bulk/bulk-place.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import { ColumnsMenu } from './columns-menu.tsx';
import { CountLine } from './count-line.tsx';
import { DensityMenu } from './density-menu.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { FacetPanel } from './facet-panel.tsx';
import { FacetSheet } from './facet-sheet.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FilterChips } from './filter-chips.tsx';
import { columnById } from './queue-columns.tsx';
import { QueueKeys } from './queue-keys.tsx';
import classes from './queue-page.module.css';
import { QueueTable } from './queue-table.tsx';
import { QueueTopBar } from './queue-top-bar.tsx';
import { SaveView } from './save-view.tsx';
import { SearchBox } from './search-box.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useCursor } from './use-cursor.ts';
import { useLatest, useSame } from './use-latest.ts';
import { useView } from './use-view.ts';
import { changeView, type FacetState } from './view-changes.ts';

const narrowRowPx = 76;

type QueuePageProps = {
  /** The peek pane, given by the app: features do not know each other. */
  renderPeek: (ref: CaseRef, actions: { onClose: () => void; onOpen: () => void }) => ReactNode;
};

export function QueuePage({ renderPeek }: QueuePageProps) {
  const { view, change } = useView();
  const { zone, density } = usePreferences();
  const { session, queue } = useQueue(view, zone);
  const cursor = useCursor(session, queue);
  const names = useConnectionNames();
  const { data: connections } = useConnections();
  const [isPeeking, setPeeking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const location = useLocation();
  const isNarrow = useMediaQuery('(max-width: 719px)') ?? false;
  const isPeekWide = useMediaQuery('(min-width: 1024px)') ?? true;
  const bulk = useBulk(cursor.selected, names);
  const isBeside = isPeeking || bulk.form !== null;
  const areFacetsFolded = useMediaQuery(isBeside ? '(max-width: 1439px)' : '(max-width: 1023px)') ?? false;
  const { ref: sizeRef, width } = useElementSize();
  const [startScrollTop] = useState(() => getQueuePlace()?.scrollTop ?? 0);
  const rowPx = isNarrow ? narrowRowPx : rowHeightPx[density];

  const labels = useMemo(
    () =>
      new Map([
        ...[...names].map(([id, { name }]) => [id, name] as const),
        ...(connections?.vendors ?? []).map(({ id, shortName }) => [id, shortName] as const),
      ]),
    [names, connections],
  );

  const focusGrid = useCallback(() => {
    table.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true });
  }, []);

  // Back from a case: the hands go on where they were.
  useEffect(() => {
    if ((getQueuePlace()?.cursorIndex ?? -1) >= 0) focusGrid();
  }, [focusGrid]);

  const open = useCallback(
    (row: QueueRow) => {
      changeQueuePlace({ cursor: formatRef(row) });
      void navigate(`/case/${encodeURIComponent(row.connectionId)}/${encodeURIComponent(row.id)}`, {
        state: { from: `/queue${location.search}` },
      });
    },
    [navigate, location.search],
  );

  const actions = useLatest({
    press: (
      index: number,
      row: QueueRow,
      event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean },
    ) => {
      focusGrid();
      if (event.shiftKey) void cursor.extendTo(index);
      else if (event.ctrlKey || event.metaKey) cursor.toggle(index, row);
      cursor.moveTo(index, row);
    },
    open: (index: number, row: QueueRow) => {
      cursor.moveTo(index, row);
      open(row);
    },
    toggle: (index: number, row: QueueRow, isRange: boolean) => {
      if (isRange) void cursor.extendTo(index);
      else cursor.toggle(index, row);
      cursor.moveTo(index, row);
    },
  });

  const selectAll = async () => {
    if (cursor.selected.size >= queue.total) cursor.clear();
    else cursor.selectRefs(await session.refs(0, queue.total - 1), false);
  };

  const keys = {
    move: (step: number) => {
      focusGrid();
      cursor.moveTo(cursor.index + step);
    },
    extend: (step: number) => {
      const next = Math.max(0, Math.min(queue.total - 1, cursor.index + step));
      void cursor.extendTo(next);
      cursor.moveTo(next);
    },
    open: () => {
      if (cursor.row !== null) open(cursor.row);
    },
    peek: () => {
      if (cursor.index < 0) cursor.moveTo(0);
      if (isPeekWide) setPeeking(!isPeeking);
      else if (cursor.row !== null) open(cursor.row);
    },
    select: () => {
      if (cursor.row !== null) cursor.toggle(cursor.index, cursor.row);
    },
    selectAlike: async () => {
      if (cursor.row !== null) cursor.selectRefs(await session.alike(cursor.row), true);
    },
    search: () => {
      search.current?.focus();
      search.current?.select();
    },
    showNew: () => void session.refresh(),
    back: () => {
      if (bulk.form !== null) bulk.close();
      else if (isPeeking) setPeeking(false);
      else cursor.clear();
    },
  };

  const on = useLatest({
    change,
    search: (q: string) => change(changeView.search(view, q), true),
    leaveSearch: () => {
      focusGrid();
      if (cursor.index < 0) cursor.moveTo(0);
    },
    layout: (columns: ColumnLayout | null) => change({ ...view, columns }, true),
    sort: (key: SortKey, isAdded: boolean) => change(changeView.sort(view, key, isAdded)),
    facet: (key: FacetKey, value: string, state: FacetState) =>
      change(changeView.facet(view, key, [value], state)),
    narrow: (columnId: string, row: QueueRow, relation: 'include' | 'exclude') => {
      const facet = columnById.get(columnId)?.facet?.(row);
      if (facet !== undefined)
        change(changeView.facet(view, facet.key, facet.values, relation === 'include' ? 'in' : 'out'));
    },
    selectAll: () => void selectAll(),
    showNew: () => void session.refresh(),
    scrolled: (scrollTop: number) => {
      if (scrollTop > 0) session.touch();
      changeQueuePlace({ scrollTop });
    },
    move: (step: number) => cursor.moveTo(cursor.index + step),
  });
  const sort = useSame(view.sort);
  const layout = useSame(view.columns);

  const facets = <FacetPanel facets={queue.facets} filters={useSame(view.facets)} onChange={on.facet} />;
  const filterCount = Object.keys(view.facets).length + Object.keys(view.dates).length;

  return (
    <div className={classes['page']}>
      <h1 className={classes['hidden']}>Queue</h1>
      <QueueKeys actions={keys} />
      <QueueTopBar search={location.search} zone={zone} isNarrow={isNarrow} />
      <FilterBar
        search={<SearchBox q={view.q} onSearch={on.search} searchRef={search} onLeave={on.leaveSearch} />}
        chips={<FilterChips view={view} onChange={on.change} names={labels} />}
        adder={isNarrow ? null : <AddFilter view={view} facets={queue.facets} onChange={on.change} />}
        end={
          <>
            <SaveView search={location.search} />
            {isNarrow ? null : <DensityMenu />}
            {areFacetsFolded ? <FacetSheet count={filterCount}>{facets}</FacetSheet> : null}
            {isNarrow ? null : <ColumnsMenu layout={layout} widthPx={width} onLayout={on.layout} />}
          </>
        }
      />
      <div className={classes['body']}>
        {areFacetsFolded ? null : (
          <aside className={classes['facets']} aria-label="Filters">
            {facets}
          </aside>
        )}
        <section ref={sizeRef} className={classes['list']} aria-label="Queue">
          <CountLine queue={queue} sort={sort} onShowNew={on.showNew} />
          <div ref={table} className={classes['table']}>
            <QueueTable
              queue={queue}
              names={names}
              sort={sort}
              onSort={on.sort}
              layout={layout}
              onLayout={on.layout}
              rowHeightPx={rowPx}
              isNarrow={isNarrow}
              cursorIndex={cursor.index}
              selected={cursor.selected}
              actions={actions}
              onSelectAll={on.selectAll}
              onNarrow={on.narrow}
              onStretch={session.need}
              onScrolled={on.scrolled}
              startScrollTop={startScrollTop}
              onMoveKey={on.move}
            />
            {queue.total === 0 ? (
              <div className={classes['empty']}>
                <EmptyQueue
                  view={view}
                  hasConnections={connections === undefined || connections.connections.length > 0}
                  onChange={on.change}
                  rowHeightPx={rowPx}
                />
              </div>
            ) : null}
          </div>
          {cursor.selected.size > 0 ? (
            <SelectionBar
              selected={cursor.selected}
              total={queue.total}
              names={names}
              bulk={bulk}
              onSelectAll={on.selectAll}
              onClear={cursor.clear}
            />
          ) : null}
        </section>
        <BulkPlace bulk={bulk} onLeave={focusGrid} />
        {bulk.form === null && isPeeking && isPeekWide && cursor.row !== null ? (
          <div className={classes['peek']}>
            {renderPeek(cursor.row, { onClose: () => setPeeking(false), onOpen: keys.open })}
          </div>
        ) : null}
      </div>
    </div>
  );
}
