import type { Cell, Column, Observable, TableRow } from '#domain/section.ts';
import type { Stamp } from '#domain/stamp.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import type { SectionReader } from '#http/sections.ts';
import { eventStamp, historyStamp, utcStamp } from '../stamps.ts';
import {
  cellsOf,
  fieldsBlock,
  instantCell,
  instantField,
  markdownBlock,
  observablesCell,
  tableBlock,
  tagsCell,
  textCell,
  textField,
  toTags,
} from './blocks.ts';
import { customFields } from './custom-attributes.ts';
import { toEntry } from './entry.ts';
import { type Event, type WholeEvent, wireEvent, wireWholeEvent } from './events-wire.ts';
import { type Keyed, keyed } from './keyed.ts';
import { listPage, withComments } from './list-section.ts';
import { toObservables } from './observable-type.ts';
import type { People } from './people.ts';
import type { Source } from './source.ts';

const columns: readonly Column[] = [
  { id: 'at', title: 'Time' },
  { id: 'title', title: 'Event' },
  { id: 'flag', title: 'Flag' },
  { id: 'category', title: 'Category' },
  { id: 'assets', title: 'Assets' },
  { id: 'iocs', title: 'IOCs' },
  { id: 'tags', title: 'Tags' },
  { id: 'author', title: 'Added by' },
  { id: 'added', title: 'Added' },
];

/** The timeline that analysts wrote: one call for the list, one for each event that is opened. */
export function eventsSection(source: Source): SectionReader {
  return {
    async read(caseId, _cursor, signal) {
      // The plain list has neither assets nor authors nor flags.
      const { rows, lost } = await source.list('listEvents', caseId, 'timeline', wireEvent, signal, {
        query: { q: '{}' },
      });
      const events = keyed(rows, event => event.event_id);
      const people = await source.people(caseId, signal);
      return {
        ...listPage({
          key: 'events',
          columns,
          rows: events.map(event => toTableRow(event, people)),
          lost,
          plural: 'events',
        }),
        entries: events.flatMap(toEventEntry),
        // The IOCs of events are those of the case, which are told with their types.
        observables: [],
      };
    },
    item: withComments(source, 'timeline/events', async (caseId, id, signal) => {
      const event = await source.one('getEvent', caseId, wireWholeEvent, signal, { id });
      const people = await source.people(caseId, signal);
      return {
        blocks: wholeEvent(event, people),
        observables: [],
      };
    }),
  };
}

function stampOf(event: Event): Stamp | null {
  return eventStamp(event.event_date, event.event_date_wtz, event.event_tz);
}

function toTableRow({ key, canOpen, row }: Keyed<Event>, people: People): TableRow {
  return {
    id: key,
    hasMore: canOpen,
    cells: cellsOf({
      at: instantCell(stampOf(row)),
      title: textCell(row.event_title),
      flag: row.event_is_flagged === true ? { kind: 'state', text: 'Flagged', tone: 'wait' } : null,
      category: textCell(row.category_name),
      assets: assetsCell(row),
      iocs: observablesCell(row.iocs.flatMap(ioc => toObservables(ioc.name, null))),
      tags: tagsCell(row.event_tags),
      author: textCell(people.byLogin(row.user)),
      added: instantCell(utcStamp(row.event_added)),
    }),
    blocks: markdownBlock('content', null, row.event_content),
  };
}

/** 'NW-FS02 (Windows - Server)': the name and, in the last brackets, the type. */
function toAsset(name: string | null): Observable[] {
  if (name === null || name === '') return [];
  const match = /^(.*) \(([^()]*)\)$/.exec(name);
  const raw = match?.[2] ?? '';
  const value = (match?.[1] ?? name).trim();
  return value === '' ? [] : [{ type: /account/i.test(raw) ? 'user' : 'host', value, raw }];
}

function assetsCell({ assets }: Event): Cell | null {
  return observablesCell(assets.flatMap(asset => toAsset(asset.name)));
}

function toEventEntry({ key, row }: Keyed<Event>): TimelineEntry[] {
  const stamp = stampOf(row);
  if (stamp === null) return [];
  const assets = row.assets.flatMap(asset => toAsset(asset.name)).map(({ value }) => value);
  const content = row.event_content ?? '';
  return [
    toEntry({
      id: `event-${key}`,
      kind: 'event',
      stamp,
      subject: row.event_title || 'An event without a title',
      support: [row.category_name, assets.length === 0 ? '' : `on ${assets.join(', ')}`]
        .filter(Boolean)
        .join(' '),
      body: content === '' ? null : { format: 'markdown', text: content },
      labels: [...(row.event_is_flagged === true ? ['flagged'] : []), ...toTags(row.event_tags)],
      color: toColor(row.event_color),
      section: 'events',
    }),
  ];
}

/** '#F2596199' and '#fff' as '#rrggbb'. White is what IRIS gives an event without a colour. */
export function toColor(text: string | null): string | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text ?? '');
  const long = /^#[0-9a-f]{6}(?=([0-9a-f]{2})?$)/i.exec(text ?? '')?.[0];
  const color = (
    short === null
      ? long
      : `#${short
          .slice(1)
          .map(digit => digit + digit)
          .join('')}`
  )?.toLowerCase();
  return color === undefined || color === '#ffffff' ? null : color;
}

function wholeEvent(event: WholeEvent, people: People) {
  const where = [
    event.event_in_summary === true ? 'the summary' : '',
    event.event_in_graph === true ? 'the graph' : '',
  ].filter(Boolean);
  const changes = Object.entries(event.modification_history).flatMap(([key, change]) => {
    const stamp = historyStamp(key);
    if (stamp === null) return [];
    const cells = cellsOf({
      at: instantCell(stamp),
      action: textCell(change.action ?? 'changed'),
      user: textCell(people.byLogin(change.user)),
    });
    return [{ id: key, cells }];
  });
  const changeColumns = [
    { id: 'at', title: 'Time' },
    { id: 'action', title: 'Change' },
    { id: 'user', title: 'By' },
  ];
  const raw = event.event_raw ?? '';
  return [
    ...fieldsBlock('event', null, [
      textField('Source', event.event_source),
      textField('Shown in', where.join(' and ')),
      textField('Added by', people.byId(event.user_id)),
      instantField('Added', utcStamp(event.event_added)),
      textField('UUID', event.event_uuid, 'mono'),
    ]),
    ...(raw.trim() === ''
      ? []
      : [
          {
            kind: 'text' as const,
            key: 'raw',
            title: 'Raw event',
            text: { format: 'text' as const, text: raw },
          },
        ]),
    ...fieldsBlock('custom', 'Custom attributes', customFields(event.custom_attributes)),
    ...tableBlock('changes', 'Changes', changeColumns, changes),
  ];
}
