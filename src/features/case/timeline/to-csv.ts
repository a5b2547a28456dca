import type { Stamp } from '#domain/stamp.ts';
import { csvText } from '../copies/csv-text.ts';
import { defangText } from './defang-text.ts';
import { findMarks } from './find-marks.ts';
import { plainText } from './plain-text.ts';
import { microsecondsOf } from './stamp-span.ts';
import { doubtText } from './stamp-text.ts';
import type { TimelineRow } from './timeline-rows.ts';

const heads = [
  'Time (UTC)',
  'Precision',
  'Written as',
  'Zone',
  'Doubt',
  'Marks',
  'Kind',
  'Who',
  'Did',
  'Subject',
  'Support',
  'Text',
  'Severity',
  'Status',
  'Labels',
  'Section',
  'Id',
];

/** Order and choice are those on screen. */
export function toCsv(rows: readonly TimelineRow[], isDefanged: boolean): string {
  const written = isDefanged ? defangText : (text: string) => text;
  const lines = rows.flatMap(row => (row.kind === 'day' ? [] : [cellsOf(row).map(written)]));
  return csvText([heads, ...lines]);
}

function cellsOf({ placed }: Extract<TimelineRow, { kind: 'entry' }>): string[] {
  const { entry, readAt } = placed;
  const { stamp, body } = entry;
  const marks = findMarks(entry, readAt).map(mark =>
    mark.kind === 'before' ? `before ${mark.what}` : 'after it was read',
  );
  return [
    utcText(stamp),
    stamp.precision,
    stamp.original,
    stamp.zone,
    [doubtText(stamp), stamp.doubt].filter(text => text !== null).join(': '),
    marks.join('; '),
    entry.kind,
    entry.actor ?? '',
    entry.action,
    entry.subject,
    entry.support,
    body === null ? '' : plainText(body),
    entry.severity ?? '',
    entry.status ?? '',
    entry.labels.join('; '),
    entry.section,
    entry.id,
  ];
}

const lengths = { day: 10, minute: 16, second: 19, millisecond: 23, microsecond: 23 } as const;

/** As precise as the vendor was: '2026-11-22', '2026-11-22T07:31Z', '2026-11-22T07:31:09.482913Z'. */
function utcText(stamp: Stamp): string {
  const text = new Date(stamp.at).toISOString().slice(0, lengths[stamp.precision]);
  if (stamp.precision === 'day') return text;
  const beyond = stamp.precision === 'microsecond' ? String(microsecondsOf(stamp)).padStart(3, '0') : '';
  return `${text}${beyond}Z`;
}
