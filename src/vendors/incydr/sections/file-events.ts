import * as v from 'valibot';
import type { ItemDetail, SectionPage } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { SectionReader } from '#http/sections.ts';
import { noSuchCase, noSuchEvent, notUnderstood } from '../errors.ts';
import { fileEventColumns, toFileEventEntry, toFileEventRow } from './file-event-row.ts';
import { type WireFileEvent, wireFileEvent, wireFileEvents } from './file-events-wire.ts';
import { toEventDetail } from './full-event.ts';
import { type Source, toArchivedNotice } from './source.ts';

const pageSize = 500;
/** A case holds 10,000 events at most. */
const lastPage = 10_000 / pageSize;

export function createFileEventsReader({ call, findCase }: Source): SectionReader {
  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    if (!/^\d{1,15}$/.test(id)) throw noSuchCase(null);
    const pageNumber = cursor !== null && /^\d{1,3}$/.test(cursor) ? Math.max(1, Number(cursor)) : 1;
    const query = { pgNum: pageNumber, pgSize: pageSize };
    const body = await call('listFileEvents', { params: { number: id }, query, numbers: 'exact', signal });
    const page = v.safeParse(wireFileEvents, body);
    if (!page.success) throw notUnderstood('the file events of a case');
    const { events: received, totalCount } = page.output;
    const events = withKeys(received, (pageNumber - 1) * pageSize);
    const rows = events.map(toFileEventRow);
    const isLast =
      received.length < pageSize ||
      pageNumber >= lastPage ||
      (totalCount !== null && pageNumber * pageSize >= totalCount);
    const isEmpty = pageNumber === 1 && received.length === 0;
    return {
      blocks: isEmpty
        ? toArchivedNotice(await findCase(id, signal))
        : [{ kind: 'table', key: 'file-events', title: null, columns: fileEventColumns, rows }],
      entries: events.flatMap(event => toFileEventEntry(event) ?? []),
      observables: events.flatMap(({ fileName }) =>
        fileName?.trim() ? [{ type: 'file' as const, value: fileName.trim(), raw: 'fileName' }] : [],
      ),
      count: totalCount ?? (isLast && pageNumber === 1 ? received.length : null),
      next: isLast ? null : String(pageNumber + 1),
    };
  }

  async function item(id: string, itemId: string, signal: AbortSignal): Promise<ItemDetail> {
    if (!/^\d{1,15}$/.test(id)) throw noSuchCase(null);
    try {
      const params = { number: id, eventId: itemId };
      return toEventDetail(await call('getFileEvent', { params, numbers: 'exact', signal }));
    } catch (error) {
      if (error instanceof VendorError && error.code === 'not-found') throw noSuchEvent(error.status);
      throw error;
    }
  }

  return { read, item };
}

/** An event without an id, or whose id stands there already, is known by its place. What is no event is left out. */
function withKeys(received: readonly unknown[], offset: number): (WireFileEvent & { key: string })[] {
  const seen = new Set<string>();
  return received.flatMap((item, index) => {
    const parsed = v.safeParse(wireFileEvent, item);
    if (!parsed.success) return [];
    const { eventId } = parsed.output;
    const key = eventId === null || seen.has(eventId) ? `place ${offset + index + 1}` : eventId;
    seen.add(key);
    return [{ ...parsed.output, key }];
  });
}
