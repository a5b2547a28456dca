import type * as v from 'valibot';
import type { AdapterContext } from '#domain/vendor.ts';
import { createCall } from '#http/request.ts';
import type { GtaApi } from './api.ts';
import { readGtaError } from './errors.ts';
import { operations } from './operations.ts';
import { readPages } from './pages.ts';
import { type WireEvent, wireEvent, wireFlow } from './wire.ts';

const pageSize = 1000;
/** One case is looked at, not the customer's whole history. */
const mostPages = 10;

type Some<Item> = { items: readonly Item[]; isCut: boolean };
export type EventApi = ReturnType<typeof createEventApi>;

/** Events and their flows. */
export function createEventApi(context: AdapterContext, { customerId }: Pick<GtaApi, 'customerId'>) {
  const call = createCall(context, operations, readGtaError);

  async function read<Schema extends v.GenericSchema>(
    schema: Schema,
    what: string,
    ask: (after: string | undefined) => Promise<unknown>,
    most = mostPages,
  ): Promise<Some<v.InferOutput<Schema>>> {
    const items: v.InferOutput<Schema>[] = [];
    let pages = 0;
    for await (const page of readPages(schema, what, null, ask)) {
      items.push(...page.items);
      pages += 1;
      if (page.isCut || (pages >= most && page.after !== null)) return { items, isCut: true };
    }
    return { items, isCut: false };
  }

  return {
    /** The events of one detection that convict it, or those around it on its asset. */
    async eventsOf(
      detectionId: string,
      role: 'convicting' | 'contextual',
      signal: AbortSignal,
    ): Promise<Some<WireEvent>> {
      const params = { customer: await customerId(signal), id: detectionId };
      const operation = role === 'convicting' ? 'listConvictingEvents' : 'listContextualEvents';
      return read(wireEvent, 'a list of events', after =>
        call(operation, { params, query: { size: pageSize, after }, signal }),
      );
    },

    /** Everybody's events since then, with the detections that they convict. */
    async eventsSince(detectedOrModifiedAfter: string, signal: AbortSignal): Promise<Some<WireEvent>> {
      const params = { customer: await customerId(signal) };
      const sort = 'modificationSequenceNumber';
      return read(wireEvent, 'a list of events', after =>
        call('listEvents', {
          params,
          query: { size: pageSize, after, sort, detectedOrModifiedAfter },
          signal,
        }),
      );
    },

    async flowsOf(eventId: string, signal: AbortSignal): Promise<Some<Record<string, unknown>>> {
      const params = { customer: await customerId(signal), id: eventId };
      return read(
        wireFlow,
        'a list of flows',
        () => call('listFlows', { params, query: { size: pageSize }, signal }),
        1,
      );
    },
  };
}
