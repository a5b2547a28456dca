import { Button } from '@mantine/core';
import { use, useEffect, useMemo, useRef, useState } from 'react';
import type { Block, TableRow } from '#domain/section.ts';
import { UnfoldContext } from '#ui/find/unfold.ts';
import { BlockHead } from './block-head.tsx';
import type { BlockPlace } from './block-place.ts';
import { rowText } from './block-text.ts';
import { columnWidths } from './column-widths.ts';
import { CopyTable } from './copy-table-menu.tsx';
import { nextSort, type RowSort, sortRows } from './sort-rows.ts';
import classes from './table-block.module.css';
import { TableHead } from './table-head.tsx';
import { TableRowView } from './table-row.tsx';

type Table = Extract<Block, { kind: 'table' }>;

/** So many rows are drawn at once. */
const pageLength = 100;

export function TableBlock({ table, place }: { table: Table; place: BlockPlace }) {
  const { columns, rows, title } = table;
  const [sort, setSort] = useState<RowSort>(null);
  const [limit, setLimit] = useState(pageLength);
  const widths = useMemo(() => columnWidths(columns, rows), [columns, rows]);
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const isAll = useRowsSought(sorted.slice(limit), index => setLimit(limit + index + 1));
  const hidden = isAll ? [] : sorted.slice(limit);
  const canExpand = rows.some(hasMore);
  if (rows.length === 0) return null;
  return (
    <>
      <BlockHead title={title} end={<CopyTable columns={columns} rows={sorted} />} />
      <div className={classes['frame']}>
        <table className={classes['table']} aria-label={title ?? undefined}>
          <TableHead
            columns={columns}
            widths={widths}
            sort={sort}
            canExpand={canExpand}
            onSort={id => setSort(nextSort(sort, id))}
          />
          {sorted.slice(0, sorted.length - hidden.length).map(row => (
            <TableRowView
              key={row.id}
              row={row}
              columns={columns}
              place={place}
              canExpand={canExpand}
              isOpenable={hasMore(row)}
            />
          ))}
        </table>
      </div>
      {hidden.length === 0 ? null : (
        <div className={classes['rest']}>
          <Button onClick={() => setLimit(limit + pageLength)}>
            Show {Math.min(hidden.length, pageLength).toLocaleString('en')} more
          </Button>
          <Button variant="subtle" onClick={() => setLimit(Number.POSITIVE_INFINITY)}>
            Show all {rows.length.toLocaleString('en')}
          </Button>
        </div>
      )}
    </>
  );
}

function hasMore({ blocks = [], downloads = [], hasMore: isOnDemand = false }: TableRow): boolean {
  return isOnDemand || blocks.length > 0 || downloads.length > 0;
}

/** Tells the last of the rows not drawn that hold what is looked for. True while all rows are shown. */
function useRowsSought(hidden: readonly TableRow[], onFound: (index: number) => void): boolean {
  const { needle, isAll } = use(UnfoldContext);
  const latest = useRef({ hidden, onFound });
  latest.current = { hidden, onFound };
  useEffect(() => {
    if (needle === '') return;
    const index = latest.current.hidden.findLastIndex(row => rowText(row).toLowerCase().includes(needle));
    if (index >= 0) latest.current.onFound(index);
  }, [needle]);
  return isAll;
}
