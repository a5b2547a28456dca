import type { Block, SectionPage } from '#domain/section.ts';
import { emptyPage, type SectionReader } from '#http/sections.ts';
import type { EventApi } from '../event-api.ts';
import type { RecordReader } from '../record-reader.ts';
import { toStamp } from '../stamp.ts';
import { orNull } from '../unavailable-part.ts';
import { eventColumns, toEventEntries, toEventRow } from './event-row.ts';
import { toFlowBlocks, toFlowObservables } from './flows.ts';
import { type FoundEvent, readEvents } from './read-events.ts';

export function createEvents(records: RecordReader, api: EventApi, now: () => number): SectionReader {
  return {
    async read(id, _cursor, signal): Promise<SectionPage> {
      const known = await records.share(id, signal);
      const found = await readEvents(api, known.detections ?? [], now(), signal);
      if (found === null)
        return { ...emptyPage, blocks: [notice('no-events', 'This service gives no events.')], count: null };
      const events = found.events.toSorted(byStart);
      const rows = events.map(event => toEventRow(event, known));
      const blocks: (Block | null)[] = [
        rows.length === 0 ? null : { kind: 'table', key: 'events', title: null, columns: eventColumns, rows },
        found.isCut ? notice('cut', 'There are more events than were read.') : null,
        found.isFromList
          ? notice(
              'from-list',
              'Events from before the first detection are not shown: the service does not give them by detection.',
            )
          : null,
      ];
      return {
        blocks: blocks.filter(block => block !== null),
        entries: events.flatMap(event => toEventEntries(event, known)),
        observables: [],
        count: found.isCut ? null : rows.length,
        next: null,
      };
    },

    async item(_id, eventId, signal) {
      const flows = await orNull(api.flowsOf(eventId, signal));
      if (flows === null)
        return {
          blocks: [
            notice('no-flows', 'Global Threat Alerts does not give the flows of this event, or no longer.'),
          ],
          observables: [],
        };
      return { blocks: toFlowBlocks(flows.items, flows.isCut), observables: toFlowObservables(flows.items) };
    },
  };
}

/** Those of one instant always in the same order. */
function byStart(one: FoundEvent, other: FoundEvent): number {
  return startOf(one) - startOf(other) || (one.event.id < other.event.id ? -1 : 1);
}

function startOf({ event }: FoundEvent): number {
  return toStamp(event.detectedAt)?.at ?? 0;
}

function notice(key: string, text: string): Block {
  return { kind: 'notice', key, text };
}
