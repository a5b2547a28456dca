import type { Cell, Column, Download, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { Severity, Worded } from '#domain/words.ts';
import { toStamp } from '../stamp.ts';
import { toDownloadId } from './downloads.ts';
import type { WireFileEvent, WireIndicator } from './file-events-wire.ts';

type Keyed = WireFileEvent & { key: string };

export const fileEventColumns: readonly Column[] = [
  { id: 'time', title: 'Time' },
  { id: 'file', title: 'File' },
  { id: 'severity', title: 'Severity' },
  { id: 'score', title: 'Risk score', isNumeric: true },
  { id: 'indicators', title: 'Risk indicators' },
  { id: 'exposure', title: 'Exposure' },
  { id: 'path', title: 'Path' },
  { id: 'available', title: 'File held' },
];

const severities: ReadonlyMap<string, Severity> = new Map([
  ['CRITICAL', 'critical'],
  ['HIGH', 'high'],
  ['MODERATE', 'medium'],
  ['LOW', 'low'],
  ['NO_RISK_INDICATED', 'info'],
]);

type Availability = { text: string; tone: 'good' | 'bad' | 'wait' | 'quiet'; label: string | null };

/** `label`: what a download is called; null: there is nothing to download. */
const availabilities: ReadonlyMap<string, Availability> = new Map([
  ['EXACT_FILE_AVAILABLE', { text: 'The exact file', tone: 'good', label: 'The exact file' }],
  [
    'RECENT_FILE_AVAILABLE',
    { text: 'A recent version', tone: 'good', label: 'A recent version of the file' },
  ],
  ['PENDING', { text: 'Not yet', tone: 'wait', label: null }],
  ['NO_FILE_AVAILABLE', { text: 'No', tone: 'quiet', label: null }],
  ['ERROR', { text: 'Failed to be kept', tone: 'bad', label: null }],
]);

const fileWarning = "A file from a user's device. It may be harmful.";

function toSeverity(word: string | null): Worded<Severity> {
  return { value: severities.get(word ?? '') ?? 'unknown', raw: word ?? '' };
}

/** 'Dropbox upload +5' */
function sayIndicator({ name, weight }: WireIndicator): string {
  return weight === null || weight === 0 ? name : `${name} ${weight > 0 ? '+' : ''}${weight}`;
}

export function toFileEventRow(event: Keyed): TableRow {
  const { eventId, fileName, filePath, riskScore, riskSeverity, fileAvailability: held } = event;
  const stamp = toStamp(event.eventTimestamp);
  const cells: Record<string, Cell> = { file: { kind: 'text', text: nameOf(event) } };
  if (stamp !== null) cells['time'] = { kind: 'instant', stamp };
  if (riskSeverity !== null) cells['severity'] = { kind: 'severity', severity: toSeverity(riskSeverity) };
  if (riskScore !== null)
    cells['score'] = { kind: 'number', value: riskScore, text: riskScore.toLocaleString('en-GB') };
  if (event.riskIndicators.length > 0)
    cells['indicators'] = { kind: 'tags', tags: event.riskIndicators.map(sayIndicator) };
  if (event.exposure.length > 0) cells['exposure'] = { kind: 'tags', tags: event.exposure };
  if (filePath !== null && filePath.trim() !== '') cells['path'] = { kind: 'mono', text: filePath };
  const known = availabilities.get(held ?? '');
  if (held) cells['available'] = { kind: 'state', text: known?.text ?? held, tone: known?.tone ?? 'quiet' };
  const download = eventId === null ? null : toDownload(eventId, fileName, held);
  return {
    id: event.key,
    cells,
    ...(eventId === event.key ? { hasMore: true } : {}),
    ...(download === null ? {} : { downloads: [download] }),
  };
}

/** The shape of 2020 does not say whether there is a file: only asking for it tells. */
function toDownload(eventId: string, fileName: string | null, held: string | null): Download | null {
  const known = held === null ? { label: 'The file, where Incydr holds it' } : availabilities.get(held);
  if (known === undefined || known.label === null) return null;
  return {
    id: toDownloadId('file', eventId),
    name: fileName?.trim() || 'file',
    size: null,
    label: known.label,
    warning: fileWarning,
  };
}

export function toFileEventEntry(event: Keyed): TimelineEntry | null {
  const stamp = toStamp(event.eventTimestamp);
  if (stamp === null) return null;
  return {
    id: `file-event:${event.key}`,
    kind: 'file-event',
    stamp,
    // Whose device it was is told by the whole event only.
    actor: null,
    action: '',
    subject: nameOf(event),
    support: [event.filePath?.trim() ?? '', event.exposure.join(', ')].filter(part => part !== '').join(', '),
    body: null,
    severity: event.riskSeverity === null ? null : toSeverity(event.riskSeverity).value,
    status: null,
    labels: event.riskIndicators.map(sayIndicator),
    color: null,
    section: 'file-events',
    notBefore: null,
  };
}

function nameOf({ fileName, key }: Keyed): string {
  return fileName?.trim() || `File event ${key}`;
}
