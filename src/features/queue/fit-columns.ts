import type { ColumnLayout } from '#domain/view.ts';
import { columnById, defaultPriority, queueColumns } from './queue-columns.tsx';

export const checkboxWidthPx = 32;
const leastTitlePx = 200;

/** Columns to show, in order. A chosen layout is shown whole; the default one drops columns rather than the title. */
export function fitColumns(layout: ColumnLayout | null, widthPx: number): string[] {
  if (layout !== null) return layout.order.filter(id => columnById.has(id));
  let room = widthPx - checkboxWidthPx - leastTitlePx;
  const fitting = new Set<string>(['title']);
  for (const id of defaultPriority) {
    if (id === 'title') continue;
    room -= columnById.get(id)?.widthPx ?? 0;
    if (room < 0) break;
    fitting.add(id);
  }
  return queueColumns.map(column => column.id).filter(id => fitting.has(id));
}
