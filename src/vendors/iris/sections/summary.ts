import type { Block } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { IrisApi } from '../api.ts';
import { dayStamp, utcStamp } from '../stamps.ts';
import type { WireCase } from '../wire.ts';
import {
  cellsOf,
  fieldsBlock,
  instantField,
  markdownBlock,
  tableBlock,
  textCell,
  textField,
} from './blocks.ts';
import { customFields } from './custom-attributes.ts';

/** The case itself: its summary, its outcome, the people in it. One call. */
export function summarySection(api: IrisApi): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      const wire = await api.getCase(caseId, signal);
      const outcome = await api.outcomeName(wire.status_id, signal);
      return {
        blocks: [
          ...markdownBlock('summary', null, wire.case_description),
          ...fieldsBlock('case', null, caseFields(wire, outcome)),
          ...protagonists(wire),
          ...fieldsBlock('custom', 'Custom attributes', customFields(wire.custom_attributes)),
        ],
        entries: [],
        observables: [],
        count: null,
        next: null,
      };
    },
  };
}

function caseFields(wire: WireCase, outcome: string | null) {
  return [
    textField('Outcome', outcome ?? (wire.status_id === null ? null : `Outcome ${wire.status_id}`)),
    textField('Classification', wire.classification),
    textField('Customer', wire.customer_name),
    textField('Owner', wire.owner),
    textField('Opened by', wire.open_by_user),
    textField('SOC id', wire.case_soc_id, 'mono'),
    textField('Tags', wire.case_tags),
    instantField('Created', utcStamp(wire.initial_date)),
    instantField('Open date', dayStamp(wire.open_date)),
    instantField('Close date', dayStamp(wire.close_date)),
    textField('UUID', wire.case_uuid, 'mono'),
  ];
}

function protagonists({ protagonists: people }: WireCase): Block[] {
  const columns = [
    { id: 'role', title: 'Role' },
    { id: 'name', title: 'Name' },
    { id: 'contact', title: 'Contact' },
  ];
  const rows = people.map((person, index) => ({
    id: `person-${index + 1}`,
    cells: cellsOf({
      role: textCell(person.role),
      name: textCell(person.name ?? person.user_name, person.user_login),
      contact: textCell(person.contact),
    }),
  }));
  return tableBlock('protagonists', 'Protagonists', columns, rows);
}
