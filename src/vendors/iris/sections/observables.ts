import * as v from 'valibot';
import type { Cell, Column, TableRow } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import { listOf, number, objectId, text } from '../wire.ts';
import { cellsOf, fieldsBlock, observablesCell, tagsCell, textCell, textField } from './blocks.ts';
import { linkedCases } from './case-links.ts';
import { customFields } from './custom-attributes.ts';
import { type Keyed, keyed } from './keyed.ts';
import { listPage, withComments } from './list-section.ts';
import { toObservables } from './observable-type.ts';
import type { Source } from './source.ts';

/** A row of `/case/ioc/list`, where `ioc_type` is the name; in every other answer it is the number. */
export const wireIoc = v.object({
  ioc_id: objectId,
  ioc_value: text,
  ioc_type: text,
  ioc_description: text,
  ioc_tags: text,
  ioc_misp: text,
  tlp_name: text,
  link: listOf(v.object({ case_id: objectId, case_name: text, client_name: text })),
});
export type Ioc = v.InferOutput<typeof wireIoc>;

const wireWholeIoc = v.object({
  ioc_uuid: text,
  ioc_misp: text,
  user_id: number,
  custom_attributes: v.fallback(v.unknown(), null),
});

const columns: readonly Column[] = [
  { id: 'value', title: 'Value' },
  { id: 'type', title: 'Type' },
  { id: 'tlp', title: 'TLP' },
  { id: 'cases', title: 'Also in' },
  { id: 'tags', title: 'Tags' },
  { id: 'description', title: 'Description' },
];

/** IOCs of the case. They belong to the server, so other cases may hold the same. */
export function observablesSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const { rows, lost } = await source.list('listIocs', caseId, 'ioc', wireIoc, signal);
      const iocs = keyed(rows, ioc => ioc.ioc_id);
      return {
        ...listPage({ key: 'iocs', columns, rows: iocs.map(toTableRow), lost, plural: 'IOCs' }),
        observables: rows.flatMap(ioc => toObservables(ioc.ioc_value, ioc.ioc_type)),
      };
    },
    item: withComments(source, 'ioc', async (caseId, id, signal) => {
      const ioc = await source.one('getIoc', caseId, wireWholeIoc, signal, { id });
      const addedBy = (await source.people(caseId, signal)).byId(ioc.user_id);
      return {
        blocks: [
          ...fieldsBlock('ioc', null, [
            textField('Last written by', addedBy),
            textField('MISP', ioc.ioc_misp),
            textField('UUID', ioc.ioc_uuid, 'mono'),
          ]),
          ...fieldsBlock('custom', 'Custom attributes', customFields(ioc.custom_attributes)),
        ],
        observables: [],
      };
    }),
  };
}

function toTableRow({ key, canOpen, row }: Keyed<Ioc>): TableRow {
  return {
    id: key,
    hasMore: canOpen,
    cells: cellsOf({
      value: observablesCell(toObservables(row.ioc_value, row.ioc_type)),
      type: textCell(row.ioc_type),
      tlp: tlpCell(row.tlp_name),
      cases: linkedCases(row.link),
      tags: tagsCell(row.ioc_tags),
      description: textCell(row.ioc_description),
    }),
  };
}

/** How far it may be told on: red stays here. */
function tlpCell(word: string | null): Cell | null {
  if (word === null || word === '') return null;
  const tone = /^red$/i.test(word)
    ? 'bad'
    : /^amber/i.test(word)
      ? 'wait'
      : /^green$/i.test(word)
        ? 'good'
        : 'quiet';
  return { kind: 'state', text: `TLP:${word.toUpperCase()}`, tone };
}
