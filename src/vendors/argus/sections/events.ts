import type { Block, ItemDetail, SectionPage } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { SectionReader } from '#http/sections.ts';
import { readList, readOne } from '../container.ts';
import { noSuchEvent } from '../errors.ts';
import { toDownloadId } from './downloads.ts';
import { toEventBlocks } from './event-blocks.ts';
import { parseEventId } from './event-id.ts';
import { toObservables } from './event-observables.ts';
import { eventColumns, toEventEntry, toEventRow } from './event-row.ts';
import { wireEvent, wirePayload } from './events-wire.ts';
import { nextOffset, pageSize, readOffset, type Source, sayMissing, withKeys } from './source.ts';

/** The aggregated events of a case, of the events module v1. */
export function createEventsReader({ call, cases }: Source): SectionReader {
  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const offset = readOffset(cursor);
    const params = { id: await cases.idOf(id, signal) };
    const body = await call('events', { params, query: { limit: pageSize, offset }, signal });
    const listed = readList(body, wireEvent, 'a list of events');
    const events = withKeys(listed.items, offset);
    const rows = events.map(toEventRow);
    return {
      blocks:
        rows.length === 0 ? [] : [{ kind: 'table', key: 'events', title: null, columns: eventColumns, rows }],
      entries: events.flatMap(event => toEventEntry(event) ?? []),
      observables: events.flatMap(toObservables),
      count: listed.count,
      next: nextOffset(listed, offset)?.toString() ?? null,
    };
  }

  /** The event itself, its payload and its packet capture: paths that the vendor's clients call. */
  async function item(_: string, itemId: string, signal: AbortSignal): Promise<ItemDetail> {
    const params = parseEventId(itemId);
    if (params === null) throw noSuchEvent();
    const [body, payload] = await Promise.all([
      call('event', { params, signal }),
      readPayload(params, signal),
    ]);
    const event = readOne(body, wireEvent, 'an event');
    return {
      blocks: [
        ...toEventBlocks(event),
        payload,
        {
          kind: 'downloads',
          key: 'pcap',
          title: null,
          downloads: [
            {
              id: toDownloadId('pcap', itemId),
              name: `${params.eventId}.pcap`,
              size: null,
              label: 'Packet capture, where Argus has one',
              warning: 'Traffic as it was captured. It may hold what is harmful.',
            },
          ],
        },
      ],
      observables: toObservables(event),
    };
  }

  async function readPayload(params: Record<string, string>, signal: AbortSignal): Promise<Block> {
    try {
      const { type, payload } = readOne(
        await call('eventPayload', { params, signal }),
        wirePayload,
        'a payload',
      );
      if (payload === null || payload.trim() === '')
        return { kind: 'notice', key: 'payload', text: 'Argus has no payload of this event.' };
      return {
        kind: 'text',
        key: 'payload',
        title: 'Payload',
        text: { format: 'text', text: payload },
        ...(type ? { support: type } : {}),
      };
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
      const text =
        error.code === 'not-found' ? 'Argus has no payload of this event.' : sayMissing('the payload', error);
      return { kind: 'notice', key: 'payload', text };
    }
  }

  return { read, item };
}
