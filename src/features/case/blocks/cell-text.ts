import type { Cell } from '#domain/section.ts';
import { severityLabels, statusLabels } from '#domain/words.ts';
import { stampIso } from '../stamp-text.ts';

/** What a cell says, as plain text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  switch (cell.kind) {
    case 'text':
      return cell.support === undefined ? cell.text : `${cell.text} ${cell.support}`;
    case 'mono':
    case 'number':
    case 'state':
      return cell.text;
    case 'observable':
      return cell.observable.value;
    case 'observables':
      return cell.observables.map(({ value }) => value).join(', ');
    case 'instant':
      return stampIso(cell.stamp);
    case 'severity':
      return cell.severity.raw === '' ? severityLabels[cell.severity.value] : cell.severity.raw;
    case 'status':
      return cell.status.raw === '' ? statusLabels[cell.status.value] : cell.status.raw;
    case 'tags':
      return cell.tags.join(', ');
    case 'cases':
      return cell.cases.map(({ text }) => text).join(', ');
  }
}
