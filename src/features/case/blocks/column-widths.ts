import type { Cell, Column, TableRow } from '#domain/section.ts';
import { cellText } from './cell-text.ts';

/** So many characters of a column stay beside each other; a table that has no room for that scrolls. */
const leastOf: Record<Cell['kind'], number> = {
  text: 24,
  mono: 16,
  observable: 24,
  observables: 24,
  // These never wrap by themselves.
  instant: 0,
  number: 0,
  severity: 0,
  status: 12,
  state: 0,
  tags: 10,
  cases: 16,
};
const measuredRows = 100;

/** By column: what its cells may at least ask for, in characters. */
export function columnWidths(
  columns: readonly Column[],
  rows: readonly TableRow[],
): ReadonlyMap<string, number> {
  const measured = rows.slice(0, measuredRows);
  return new Map(
    columns.map(({ id }) => {
      const asked = measured.map(({ cells }) => {
        const cell = cells[id];
        return cell === undefined ? 0 : Math.min(leastOf[cell.kind], lengthOf(cell));
      });
      return [id, Math.max(0, ...asked)];
    }),
  );
}

/** A chip has its count and its button beside its value. */
const chipLength = 13;

function lengthOf(cell: Cell): number {
  if (cell.kind === 'observable') return cell.observable.value.length + chipLength;
  if (cell.kind === 'observables')
    return Math.max(0, ...cell.observables.map(({ value }) => value.length + chipLength));
  return cellText(cell).length;
}
