import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Column } from '#domain/section.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import type { RowSort } from './sort-rows.ts';
import classes from './table-block.module.css';

type TableHeadProps = {
  columns: readonly Column[];
  /** By column id, in characters: less would break words. */
  widths: ReadonlyMap<string, number>;
  sort: RowSort;
  /** Rows begin with a button that opens them. */
  canExpand: boolean;
  onSort: (columnId: string) => void;
};

export function TableHead({ columns, widths, sort, canExpand, onSort }: TableHeadProps) {
  return (
    <thead>
      <tr>
        {canExpand ? (
          <td className={`${classes['head']} ${classes['opener']}`}>
            <span className="cf-unseen">Opens the row</span>
          </td>
        ) : null}
        {columns.map(({ id, title, isNumeric = false }) => {
          const isSorted = sort?.columnId === id;
          const isDescending = isSorted && sort.isDescending;
          const Arrow = isDescending ? ArrowDown : ArrowUp;
          return (
            <th
              key={id}
              scope="col"
              className={classes['head']}
              style={{ minWidth: `${widths.get(id) ?? 0}ch` }}
              data-numeric={isNumeric || undefined}
              aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : 'none'}
            >
              <button type="button" className={classes['sort']} onClick={() => onSort(id)}>
                <InertText text={title} shownLength={80} />
                {isSorted ? <Arrow size={12} aria-hidden /> : null}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
