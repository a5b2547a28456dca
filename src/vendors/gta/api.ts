import * as v from 'valibot';
import type { AdapterContext } from '#domain/vendor.ts';
import { createCall } from '#http/request.ts';
import { notUnderstood, readGtaError } from './errors.ts';
import { createTurns } from './in-turn.ts';
import { operations } from './operations.ts';
import { type Page, readPages } from './pages.ts';
import {
  type WireAlert,
  wireAddress,
  wireAlert,
  wireAsset,
  wireClient,
  wireDetection,
  wireThreat,
} from './wire.ts';

/** The largest page, and the most ids in one search. */
const mostAtOnce = 1000;

export type GtaApi = ReturnType<typeof createGtaApi>;

/** The service's resources as functions; every one knows the customer. */
export function createGtaApi(context: AdapterContext) {
  const call = createCall(context, operations, readGtaError);
  const inTurn = createTurns();
  let foundCustomer: string | null = null;

  /** Given in the settings, or asked once: the client's identity names it. */
  async function customerId(signal: AbortSignal): Promise<string> {
    return context.connection.settings['customerId'] || inTurn(() => lookUpCustomer(signal));
  }

  async function lookUpCustomer(signal: AbortSignal): Promise<string> {
    if (foundCustomer !== null) return foundCustomer;
    const parsed = v.safeParse(wireClient, await call('whoAmI', { signal }));
    if (!parsed.success) throw notUnderstood('a customer id. It can be given in the settings');
    foundCustomer = parsed.output.identity.customerId;
    return foundCustomer;
  }

  async function* alertPages(
    query: { modifiedAfter?: string; after: string | null; firstSize?: number },
    signal: AbortSignal,
  ): AsyncGenerator<Page<WireAlert>, void, void> {
    const params = { customer: await customerId(signal) };
    const { modifiedAfter, after: start, firstSize = mostAtOnce } = query;
    // The one documented sort, and one that no later change of an alert can upset.
    const pages = readPages(wireAlert, 'a list of alerts', start, (after, page) =>
      call('listAlerts', {
        params,
        query: { size: page === 0 ? firstSize : mostAtOnce, after, sort: 'triggeredAt:asc', modifiedAfter },
        signal,
      }),
    );
    for await (const page of pages) {
      if (page.isDamaged && page.items.length === 0) throw notUnderstood('a list of alerts');
      yield page;
    }
  }

  async function* detectionPages(checkpoint: string | null, signal: AbortSignal) {
    const params = { customer: await customerId(signal) };
    yield* readPages(wireDetection, 'a list of threat detections', checkpoint, after =>
      call('listDetections', {
        params,
        query: { size: mostAtOnce, after, sort: 'modificationSequenceNumber' },
        signal,
      }),
    );
  }

  /** Everything found under these ids. What is gone is left out, by the service too. */
  async function search<Schema extends v.GenericSchema>(
    operation: 'searchAlerts' | 'searchDetections' | 'searchAssets' | 'searchCatalogue',
    key: string,
    schema: Schema,
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<v.InferOutput<Schema>[]> {
    if (ids.length === 0) return [];
    const params = operation === 'searchCatalogue' ? {} : { customer: await customerId(signal) };
    const found: v.InferOutput<Schema>[] = [];
    for (let start = 0; start < ids.length; start += mostAtOnce) {
      const body = { filter: { [key]: ids.slice(start, start + mostAtOnce) } };
      const ask = (after: string | undefined) =>
        call(operation, { params, query: { size: mostAtOnce, after }, body, signal });
      for await (const page of readPages(schema, 'what was searched for', null, ask))
        found.push(...page.items);
    }
    return found;
  }

  return {
    customerId,
    alertPages,
    detectionPages,

    async alert(id: string, signal: AbortSignal): Promise<WireAlert> {
      const params = { customer: await customerId(signal), id };
      const parsed = v.safeParse(wireAlert, await call('getAlert', { params, signal }));
      if (!parsed.success) throw notUnderstood('an alert');
      return parsed.output;
    },

    alerts: (ids: readonly string[], signal: AbortSignal) =>
      search('searchAlerts', 'alertIds', wireAlert, ids, signal),
    detections: (ids: readonly string[], signal: AbortSignal) =>
      search('searchDetections', 'threatDetectionIds', wireDetection, ids, signal),
    assets: (ids: readonly string[], signal: AbortSignal) =>
      search('searchAssets', 'assetId', wireAsset, ids, signal),
    threats: (ids: readonly string[], signal: AbortSignal) =>
      search('searchCatalogue', 'threatIntelRecordId', wireThreat, ids, signal),

    /** The first hundred addresses that an asset was seen with. */
    async addresses(assetId: string, signal: AbortSignal): Promise<string[]> {
      const params = { customer: await customerId(signal), id: assetId };
      const query = { size: 100, distinctIPAddresses: true };
      const pages = readPages(wireAddress, 'a list of addresses', null, () =>
        call('listAddresses', { params, query, signal }),
      );
      const first = await pages.next();
      return first.done === true ? [] : first.value.items.map(item => item.ipAddress);
    },
  };
}
