import type { Block } from '#domain/section.ts';
import type { SectionReader } from '#http/sections.ts';
import type { RecordReader } from '../record-reader.ts';
import { activeStamp, ageOutStamp, latest } from './clock.ts';
import { fieldsOf } from './fields.ts';

/** Beyond the description, which tells of the detections: how long there will be anything to read. */
export function createSummary(records: RecordReader): SectionReader {
  return {
    async read(id, _cursor, signal) {
      const known = await records.share(id, signal);
      const active = latest((known.detections ?? []).map(activeStamp));
      return { blocks: clockBlocks(active), entries: [], observables: [], count: null, next: null };
    },
  };
}

function clockBlocks(active: ReturnType<typeof activeStamp>): Block[] {
  if (active === null) return [];
  return [
    {
      kind: 'fields',
      key: 'clock',
      title: 'How long it stays',
      fields: fieldsOf([
        ['Last malicious activity', active],
        ['Removed after', ageOutStamp(active)],
      ]),
    },
    {
      kind: 'notice',
      key: 'clock-rule',
      text: 'Global Threat Alerts removes an alert and its evidence 45 days after the last malicious activity. New activity starts the 45 days anew.',
    },
  ];
}
