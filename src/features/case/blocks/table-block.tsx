import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Block } from '#domain/section.ts';
import { useOpenWhenSought } from '#ui/find/find-context.ts';
import { BlockHead } from './block-head.tsx';
import type { BlockPlace } from './block-place.ts';
import { rowText } from './block-text.ts';
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
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const hidden = sorted.slice(limit);
  const canExpand = rows.some(hasMore);
  useOpenWhenSought(
    () => hidden.map(rowText).join('\n'),
    () => setLimit(Number.POSITIVE_INFINITY),
  );
  if (rows.length === 0) return null;
  return (
    <>
      <BlockHead title={title} end={<CopyTable columns={columns} rows={sorted} />} />
      <div className={classes['frame']}>
        <table className={classes['table']} aria-label={title ?? undefined}>
          <TableHead
            columns={columns}
            sort={sort}
            canExpand={canExpand}
            onSort={id => setSort(nextSort(sort, id))}
          />
          {sorted.slice(0, limit).map(row => (
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

function hasMore({
  blocks = [],
  downloads = [],
  hasMore: isOnDemand = false,
}: Table['rows'][number]): boolean {
  return isOnDemand || blocks.length > 0 || downloads.length > 0;
}
