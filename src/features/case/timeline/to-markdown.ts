import { sectionTitles } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { defangText } from './defang-text.ts';
import { findMarks } from './find-marks.ts';
import { plainText } from './plain-text.ts';
import { clockText, dayText, doubtText, timeBeside } from './stamp-text.ts';
import type { TimelineRow } from './timeline-rows.ts';
import { dayMs, instantAt, type TimeZone, zoneNameAt } from './zone-time.ts';

/** A list for a report: days as headings, defanged, and a vendor's text never taken for Markdown. */
export function toMarkdown(rows: readonly TimelineRow[], timeZone: TimeZone, badge: string): string {
  const blocks = rows.map(row => {
    if (row.kind === 'day') {
      const zone = zoneNameAt(instantAt(row.day * dayMs + dayMs / 2, timeZone), timeZone);
      return `\n## ${dayText(row.day, null)} (${zone})\n\n`;
    }
    return entryText(row, timeZone, badge);
  });
  return blocks.join('').trimStart();
}

type EntryRow = Extract<TimelineRow, { kind: 'entry' }>;

function entryText({ placed }: EntryRow, timeZone: TimeZone, badge: string): string {
  const { entry, readAt, day } = placed;
  const { stamp, body } = entry;
  const marks = findMarks(entry, readAt).map(mark =>
    mark.kind === 'before'
      ? `before ${mark.what}, ${timeBeside(mark.at, day, timeZone)}: clock skew?`
      : `after it was read, ${timeBeside(mark.at, day, timeZone)}: clock skew?`,
  );
  const doubts = [doubtText(stamp), ...marks].filter(text => text !== null);
  const line = [
    `- ${clockText(stamp, timeZone)}`,
    ...(doubts.length === 0 ? [] : [`(${doubts.map(inline).join('; ')})`]),
    sentence(entry),
    ...entry.labels.map(label => `\\[${inline(label)}\\]`),
    `(${inline(badge)}, ${sectionTitles[entry.section]})`,
  ].join(' ');
  return `${line}\n${body === null ? '' : quoted(plainText(body))}`;
}

function sentence({ actor, action, subject, support }: TimelineEntry): string {
  const bold = (text: string) => (text.trim() === '' ? '' : `**${inline(text)}**`);
  return [bold(actor ?? ''), inline(action), bold(subject), inline(support)].filter(Boolean).join(' ');
}

function inline(text: string): string {
  return escaped(defangText(text.replace(/\s+/g, ' ').trim()));
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&');
}

function quoted(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/).map(line => {
    // At the beginning of a line some characters begin a heading, a list or a rule.
    const safe = inline(line).replace(/^(?:[#+=-]|\d+(?=[.)]))/, found => escapedStart(found));
    return `  > ${safe}`.trimEnd();
  });
  return `\n${lines.join('\n')}\n\n`;
}

function escapedStart(found: string): string {
  return /^\d/.test(found) ? `${found}\\` : `\\${found}`;
}
