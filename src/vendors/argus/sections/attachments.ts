import { formatBytes } from '#domain/format-bytes.ts';
import type { Column, SectionPage, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { readList } from '../container.ts';
import { isDeleted, toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { type WireAttachment, wireAttachment } from './attachments-wire.ts';
import { attachmentWarning, toDownloadId } from './downloads.ts';
import { nextOffset, pageSize, readOffset, type Source, withKeys } from './source.ts';
import { sayFlag } from './words.ts';

const columns: readonly Column[] = [
  { id: 'name', title: 'Name' },
  { id: 'type', title: 'Type' },
  { id: 'size', title: 'Size', isNumeric: true },
  { id: 'added', title: 'Added' },
  { id: 'by', title: 'By' },
  { id: 'marks', title: 'Marks' },
];

export function createAttachmentsReader({ call, cases }: Source): SectionReader {
  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const offset = readOffset(cursor);
    const params = { id: await cases.idOf(id, signal) };
    const body = await call('attachments', { params, query: { limit: pageSize, offset }, signal });
    const listed = readList(body, wireAttachment, 'a list of attachments');
    const items = withKeys(listed.items, offset);
    const rows = items.map(toTableRow);
    return {
      blocks: rows.length === 0 ? [] : [{ kind: 'table', key: 'attachments', title: null, columns, rows }],
      entries: items.flatMap(item => toEntry(item) ?? []),
      observables: items.flatMap(({ name }) =>
        name?.trim() ? [{ type: 'file' as const, value: name.trim(), raw: 'attachment' }] : [],
      ),
      count: listed.count,
      next: nextOffset(listed, offset)?.toString() ?? null,
    };
  }
  return { read };
}

type Keyed = WireAttachment & { key: string };

function nameOf({ key, name }: Keyed): string {
  return name?.trim() || `Attachment ${key}`;
}

function toTableRow(item: Keyed): TableRow {
  const name = nameOf(item);
  const stamp = toStamp(item.addedTimestamp, item.addedTime);
  const size = item.size !== null && item.size >= 0 ? item.size : null;
  const author = toPerson(item.addedByUser);
  const marks = [
    ...(item.originEmailAddress ? [`By e-mail from ${item.originEmailAddress}`] : []),
    ...item.flags.filter(flag => flag.trim() !== '').map(sayFlag),
  ];
  return {
    id: item.key,
    cells: {
      name: { kind: 'text', text: name },
      ...(item.mimeType ? { type: { kind: 'text', text: item.mimeType } } : {}),
      ...(size === null ? {} : { size: { kind: 'number', value: size, text: formatBytes(size) } }),
      ...(stamp === null ? {} : { added: { kind: 'instant', stamp } }),
      ...(author === null ? {} : { by: { kind: 'text', text: author.name } }),
      ...(marks.length === 0 ? {} : { marks: { kind: 'tags', tags: marks } }),
    },
    ...(isDeleted(item) ? { isDeleted: true } : {}),
    ...(isDeleted(item) || item.id === null
      ? {}
      : {
          downloads: [
            { id: toDownloadId('attachment', item.id), name, size, label: name, warning: attachmentWarning },
          ],
        }),
  };
}

function toEntry(item: Keyed): TimelineEntry | null {
  const stamp = toStamp(item.addedTimestamp, item.addedTime);
  if (stamp === null) return null;
  return {
    id: `attachment:${item.key}`,
    kind: 'evidence',
    stamp,
    actor: toPerson(item.addedByUser)?.name ?? null,
    action: 'uploaded',
    subject: nameOf(item),
    support: item.size !== null && item.size >= 0 ? formatBytes(item.size) : '',
    body: null,
    severity: null,
    status: null,
    labels: isDeleted(item) ? ['deleted'] : [],
    color: null,
    section: 'attachments',
    notBefore: null,
  };
}
