import { useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { QueueRow } from '#domain/case.ts';
import type { ColumnLayout } from '#domain/view.ts';
import { checkboxWidthPx, fitColumns } from './fit-columns.ts';
import { queueColumns, queueTableFeatures, tableColumns } from './queue-columns.tsx';
import { useSame } from './use-latest.ts';

const noRows: QueueRow[] = [];

/** One visible column as it is drawn. */
export type DrawnColumn = {
  id: string;
  widthPx: number;
  /** Distance from the left where it stays while others scroll; null: scrolls. */
  pinnedAtPx: number | null;
};

/**
 * The table's columns under a layout: which, in what order, how wide, which stay. TanStack Table keeps the model;
 * the layout itself lives in the view, so it travels with the URL.
 */
export function useColumnModel(
  layout: ColumnLayout | null,
  widthPx: number,
  onLayout: (layout: ColumnLayout) => void,
) {
  const order = useMemo(() => fitColumns(layout, widthPx), [layout, widthPx]);
  const widths = layout?.widths ?? noWidths;
  const pinned = layout?.pinned ?? noPins;
  const shown = new Set(order);

  const table = useTable({
    features: queueTableFeatures,
    columns: tableColumns,
    data: noRows,
    columnResizeMode: 'onChange',
    state: {
      columnOrder: order,
      columnVisibility: Object.fromEntries(queueColumns.map(column => [column.id, shown.has(column.id)])),
      columnSizing: widths,
      columnPinning: { start: order.filter(id => pinned.includes(id)), end: [] },
    },
    onColumnSizingChange: change => {
      const next = typeof change === 'function' ? change(widths) : change;
      const rounded = Object.fromEntries(Object.entries(next).map(([id, px]) => [id, Math.round(px)]));
      onLayout({ order, pinned, widths: rounded });
    },
  });

  const drawn = useSame(
    table.getVisibleLeafColumns().map(
      (column): DrawnColumn => ({
        id: column.id,
        widthPx: column.getSize(),
        pinnedAtPx: column.getIsPinned() === 'start' ? checkboxWidthPx + column.getStart('start') : null,
      }),
    ),
  );
  const template = [
    `${checkboxWidthPx}px`,
    ...drawn.map(({ id, widthPx: px }) =>
      id === 'title' && widths['title'] === undefined ? 'minmax(200px, 1fr)' : `${px}px`,
    ),
  ].join(' ');

  return { table, drawn, order, template };
}

const noWidths: Readonly<Record<string, number>> = {};
const noPins: readonly string[] = [];
