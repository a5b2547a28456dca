import * as v from 'valibot';
import type { Column, TableRow } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { number, objectId, text } from '../wire.ts';
import { cellsOf, fieldsBlock, instantCell, observablesCell, textCell, textField } from './blocks.ts';
import { customFields } from './custom-attributes.ts';
import { toEntry } from './entry.ts';
import { type Keyed, keyed } from './keyed.ts';
import { listPage, withComments } from './list-section.ts';
import { toHash } from './observable-type.ts';
import { formatSize } from './sizes.ts';
import type { Source } from './source.ts';

const wireEvidence = v.object({
  id: objectId,
  filename: text,
  date_added: text,
  file_hash: text,
  file_description: text,
  file_size: number,
  username: text,
});
type Evidence = v.InferOutput<typeof wireEvidence>;

const wireWholeEvidence = v.object({ file_uuid: text, custom_attributes: v.fallback(v.unknown(), null) });

const columns: readonly Column[] = [
  { id: 'name', title: 'File' },
  { id: 'size', title: 'Size', isNumeric: true },
  { id: 'hash', title: 'Hash' },
  { id: 'description', title: 'Description' },
  { id: 'author', title: 'Added by' },
  { id: 'added', title: 'Added' },
];

/** What was taken in, by name and hash. IRIS keeps no content of it: that is in the files, if anywhere. */
export function evidenceSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const { rows, lost } = await source.list('listEvidences', caseId, 'evidences', wireEvidence, signal);
      const evidences = keyed(rows, evidence => evidence.id);
      return {
        ...listPage({
          key: 'evidences',
          columns,
          rows: evidences.map(evidence => toTableRow(source, evidence)),
          lost,
          plural: 'evidences',
        }),
        entries: evidences.flatMap(evidence => toEvidenceEntry(source, evidence)),
        observables: rows.flatMap(({ file_hash }) => toHash(file_hash)),
      };
    },
    item: withComments(source, 'evidences', async (caseId, id, signal) => {
      const evidence = await source.one('getEvidence', caseId, wireWholeEvidence, signal, { id });
      return {
        blocks: [
          ...fieldsBlock('evidence', null, [textField('UUID', evidence.file_uuid, 'mono')]),
          ...fieldsBlock('custom', 'Custom attributes', customFields(evidence.custom_attributes)),
        ],
        observables: [],
      };
    }),
  };
}

function toTableRow(source: Source, { key, canOpen, row }: Keyed<Evidence>): TableRow {
  return {
    id: key,
    hasMore: canOpen,
    cells: cellsOf({
      name: textCell(row.filename),
      size:
        row.file_size === null
          ? null
          : { kind: 'number', value: row.file_size, text: formatSize(row.file_size) },
      hash: observablesCell(toHash(row.file_hash)) ?? textCell(row.file_hash),
      description: textCell(row.file_description),
      author: textCell(row.username),
      added: instantCell(source.server(row.date_added)),
    }),
  };
}

function toEvidenceEntry(source: Source, { key, row }: Keyed<Evidence>): TimelineEntry[] {
  const stamp = source.server(row.date_added);
  if (stamp === null) return [];
  return [
    toEntry({
      id: `evidence-${key}`,
      kind: 'evidence',
      stamp,
      actor: row.username,
      action: 'added evidence',
      subject: row.filename || 'without a name',
      support: [row.file_size === null ? '' : formatSize(row.file_size), row.file_description ?? '']
        .filter(Boolean)
        .join(', '),
      section: 'evidence',
    }),
  ];
}
