import type { Cell, Column, TableRow } from '#domain/section.ts';
import { cellText } from './cell-text.ts';

/** For spreadsheets: a text that they would take for a formula is marked as text. */
export function tableToTsv(columns: readonly Column[], rows: readonly TableRow[]): string {
  const line = (values: readonly string[]) => values.map(tsvValue).join('\t');
  return [
    line(columns.map(({ title }) => title)),
    ...rows.map(row =>
      columns
        .map(({ id }) => {
          const cell = row.cells[id];
          // A number of ours is no formula, whatever its sign.
          return isPlainNumber(cell) ? cell.text : tsvValue(cellText(cell));
        })
        .join('\t'),
    ),
  ].join('\n');
}

function isPlainNumber(cell: Cell | undefined): cell is Extract<Cell, { kind: 'number' }> {
  return cell?.kind === 'number' && /^[-+]?[\d., ]*%?$/.test(cell.text);
}

function tsvValue(text: string): string {
  const flat = text.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@\0＝＋－＠]/.test(flat.trimStart()) ? `'${flat}` : flat;
}

export function tableToMarkdown(columns: readonly Column[], rows: readonly TableRow[]): string {
  const line = (values: readonly string[]) => `| ${values.map(markdownValue).join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    `| ${columns.map(({ isNumeric }) => (isNumeric === true ? '--:' : '---')).join(' | ')} |`,
    ...rows.map(row => line(columns.map(({ id }) => cellText(row.cells[id])))),
  ].join('\n');
}

/** As text: nothing in it becomes a link, an image or another cell. */
function markdownValue(text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>|!]/g, '\\$&');
}
