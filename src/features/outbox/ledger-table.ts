import { formatRef } from '#domain/case.ts';
import type { LedgerLine } from '#store/outbox/ledger-line.ts';
import { fieldName, fieldText, sayChange, sayFields, textOf } from '#store/write/describe-change.ts';

/** What a connection is called; its id where it is not known any more. */
export type NameConnection = (connectionId: string) => string;

const results = { saved: 'Saved', discarded: 'Discarded, not sent' } as const;

export function sayResult({ result, notKept, before, after }: LedgerLine): string {
  if (notKept.length > 0)
    return `Saved, but the vendor keeps otherwise: ${notKept.map(fieldName).join(', ')}`;
  const fields = Object.keys(after);
  const wasSo = fields.length > 0 && fields.every(field => before[field] === after[field]);
  return result === 'saved' && wasSo ? 'It was so already' : results[result];
}

/** 'Status: New → In Progress' as it was read; '' where nothing was sent, or the change itself says the same. */
export function sayBeforeAfter({ result, command, before, after }: LedgerLine): string {
  const fields = result === 'saved' ? sayFields(before, after) : '';
  return fields === sayChange(command) ? '' : fields;
}

const columns: readonly (readonly [
  heading: string,
  cell: (line: LedgerLine, name: NameConnection) => string,
])[] = [
  ['When (UTC)', line => new Date(line.at).toISOString()],
  ['Who', line => line.who ?? ''],
  ['Connection', ({ command }, name) => name(command.ref.connectionId)],
  ['Record', ({ command }) => command.title],
  ['Record id', ({ command }) => command.ref.id],
  ['Change', ({ command }) => sayChange(command)],
  ['Text', ({ command }) => textOf(command.change)],
  ['Before', line => sayValues(line.before)],
  ['After', line => sayValues(line.after)],
  ['Result', sayResult],
  ['Made (UTC)', ({ command }) => new Date(command.madeAt).toISOString()],
  ['Command', line => line.id],
];

function sayValues(values: LedgerLine['before']): string {
  return Object.entries(values)
    .map(([field, value]) => `${fieldName(field)}: ${fieldText(field, value)}`)
    .join('; ');
}

/** Those in which every word stands somewhere. */
export function searchLedger(
  lines: readonly LedgerLine[],
  search: string,
  name: NameConnection,
): readonly LedgerLine[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter(line => {
    const text = columns
      .map(([, cell]) => cell(line, name))
      .join('\n')
      .toLowerCase();
    return words.every(word => text.includes(word));
  });
}

export function toLedgerCsv(lines: readonly LedgerLine[], name: NameConnection): string {
  const rows = [
    columns.map(([heading]) => heading),
    ...lines.map(line => columns.map(([, cell]) => cell(line, name))),
  ];
  // With its mark, or a spreadsheet reads the letters wrongly.
  return `\ufeff${rows.map(row => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/** Whatever a spreadsheet would run as a formula begins with an apostrophe instead. */
function toCell(text: string): string {
  const first = text.trimStart().charAt(0);
  const isFormula = first !== '' && '=+-@＝＋－＠'.includes(first);
  return `"${isFormula ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

export function toLedgerJson(lines: readonly LedgerLine[], name: NameConnection): string {
  const written = lines.map(({ command, who, at, result, before, after, notKept }) => ({
    at: new Date(at).toISOString(),
    who,
    connection: name(command.ref.connectionId),
    ref: formatRef(command.ref),
    record: command.title,
    change: command.change,
    before,
    after,
    result,
    notKept,
    madeAt: new Date(command.madeAt).toISOString(),
    commandId: command.id,
    batchId: command.batchId,
  }));
  return `${JSON.stringify({ ledger: written }, null, 2)}\n`;
}
