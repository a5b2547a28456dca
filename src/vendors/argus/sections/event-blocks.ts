import type { DetailField } from '#domain/case.ts';
import type { Block } from '#domain/section.ts';
import { nameOf, toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireEnd, WireEvent } from './events-wire.ts';
import { sayFlag } from './words.ts';

/** What an event says beyond its row. */
export function toEventBlocks(event: WireEvent): Block[] {
  const blocks: Block[] = [];
  const fields = toFields(event);
  if (fields.length > 0) blocks.push({ kind: 'fields', key: 'event', title: null, fields });
  if (event.properties.length > 0) {
    blocks.push({
      kind: 'fields',
      key: 'properties',
      title: 'Properties',
      fields: event.properties.map(([label, text]) => ({
        label: label.trim() || 'Unnamed',
        text,
        kind: 'mono',
      })),
    });
  }
  const posts = event.comments.map((comment, index) => ({
    id: String(index + 1),
    title: null,
    author: toPerson(comment.user)?.name ?? null,
    stamp: toStamp(comment.timestamp),
    editedAt: null,
    text: { format: 'text' as const, text: comment.comment ?? '' },
    marks: [],
    replyTo: null,
  }));
  if (posts.length > 0) blocks.push({ kind: 'posts', key: 'event-comments', title: 'Comments', posts });
  return blocks;
}

function toFields(event: WireEvent): DetailField[] {
  const { attackInfo, associatedCase, location } = event;
  const values: [label: string, text: string | null | undefined, kind?: 'mono'][] = [
    ['Signature', attackInfo?.signature, 'mono'],
    ['Alarm', attackInfo?.alarmID, 'mono'],
    ['Category', attackInfo?.attackCategoryName],
    ['Source place', sayPlace(event.source)],
    ['Destination place', sayPlace(event.destination)],
    ['Domain', event.domain?.fqdn, 'mono'],
    ['URI', event.uri, 'mono'],
    ['Customer', nameOf(event.customerInfo)],
    ['Sensor location', [nameOf(location), location?.timeZone].filter(Boolean).join(', ')],
    // A word of the events module, which knows other statuses than cases do.
    ['Case status as the event has it', associatedCase?.status],
    ['Case priority as the event has it', associatedCase?.priority],
    [
      'Flags',
      event.flags
        .filter(flag => flag.trim() !== '')
        .map(sayFlag)
        .join(', '),
    ],
    ['Single events', event.detailedEventIDS.join(', '), 'mono'],
  ];
  const instants: [label: string, at: number | null][] = [
    ['First', event.startTimestamp],
    ['Last', event.endTimestamp],
    ['Last updated', event.lastUpdatedTimestamp],
  ];
  return [
    ...instants.flatMap(([label, at]): DetailField[] =>
      at === null ? [] : [{ label, text: new Date(at).toISOString(), kind: 'instant', at }],
    ),
    ...values.flatMap(([label, text, kind]): DetailField[] =>
      text?.trim() ? [{ label, text, kind: kind ?? 'text' }] : [],
    ),
  ];
}

function sayPlace(end: WireEnd): string {
  const geo = end?.geoLocation;
  return [geo?.locationName, geo?.countryName ?? geo?.countryCode].filter(part => part?.trim()).join(', ');
}
