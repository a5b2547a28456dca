import type { TableRow } from '#domain/section.ts';
import type { BlockPlace } from './block-place.ts';
import { DownloadList } from './download-list.tsx';
import { ItemMore } from './item-more.tsx';
import classes from './table-block.module.css';

/** What stands under a row that was opened. */
export function RowMore({ row, place }: { row: TableRow; place: BlockPlace }) {
  return (
    <div className={classes['moreBody']}>
      {place.draw(row.blocks ?? [])}
      <DownloadList downloads={row.downloads ?? []} place={place} />
      {row.hasMore === true ? <ItemMore itemId={row.id} place={place} /> : null}
    </div>
  );
}
