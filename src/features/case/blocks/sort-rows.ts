import type { Cell, TableRow } from '#domain/section.ts';
import { severities, statuses } from '#domain/words.ts';
import { cellText } from './cell-text.ts';

/** null: as the vendor gave them. */
export type RowSort = { columnId: string; isDescending: boolean } | null;

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A row that says nothing in the column stands last either way. */
export function sortRows(rows: readonly TableRow[], sort: RowSort): readonly TableRow[] {
  if (sort === null) return rows;
  const { columnId, isDescending } = sort;
  const keyed = rows.map(row => ({ row, key: sortKey(row.cells[columnId]) }));
  keyed.sort((one, other) => {
    if (one.key === '' || other.key === '') return Number(one.key === '') - Number(other.key === '');
    return isDescending ? compare(other.key, one.key) : compare(one.key, other.key);
  });
  return keyed.map(({ row }) => row);
}

/** '': the cell says nothing. */
function sortKey(cell: Cell | undefined): string | number {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'instant':
      return Number.isFinite(cell.stamp.at) ? cell.stamp.at : '';
    case 'number':
      return Number.isFinite(cell.value) ? cell.value : '';
    case 'severity':
      return severities.length - severities.indexOf(cell.severity.value);
    case 'status':
      return statuses.indexOf(cell.status.value);
    default:
      return cellText(cell);
  }
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return words.compare(String(one), String(other));
}

/** The next order of a column whose header is pressed: up, down, as the vendor gave them. */
export function nextSort(sort: RowSort, columnId: string): RowSort {
  if (sort?.columnId !== columnId) return { columnId, isDescending: false };
  return sort.isDescending ? null : { columnId, isDescending: true };
}
