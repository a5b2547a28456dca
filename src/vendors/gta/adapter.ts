import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { runCheck } from '#http/check.ts';
import { createSections, noDownloads } from '#http/sections.ts';
import { toDetail } from './detail.ts';
import { createHeardCalls } from './heard-calls.ts';
import { readAll } from './read-all.ts';
import { readChanges } from './read-changes.ts';
import { createReader } from './reader.ts';
import { createRecordReader } from './record-reader.ts';
import { createReaders } from './sections/readers.ts';
import { orNull } from './unavailable-part.ts';
import { readMark } from './watermark.ts';
import { createGtaWriter } from './writer.ts';

/** How often the whole list is read again, to find what was removed. */
const sweepMs = 60 * 60_000;
const mostAssets = 8;

export function createGtaAdapter(outer: AdapterContext): Adapter {
  const calls = createHeardCalls(outer);
  const { context } = calls;
  const reader = createReader(context);
  const records = createRecordReader(reader, calls);
  const { api } = reader;

  return {
    async *pull(request) {
      const mark = readMark(request.since, request.keep);
      if (mark === null) return yield* readAll(reader, request, { isFirst: true, resume: null });
      if (mark.kind === 'reading') return yield* readAll(reader, request, { isFirst: true, resume: mark });
      if (context.now() - mark.sweptAt >= sweepMs)
        return yield* readAll(reader, request, { isFirst: false, resume: null });
      yield* readChanges(reader, request, mark);
    },

    async get(id, signal) {
      const known = await records.read(id, signal);
      const detections = known.detections ?? [];
      const assetIds = [...new Set(detections.flatMap(detection => detection.affectedAssetId ?? []))];
      const addresses = new Map(
        await Promise.all(
          assetIds
            .slice(0, mostAssets)
            .map(async asset => [asset, (await orNull(api.addresses(asset, signal))) ?? []] as const),
        ),
      );
      return toDetail(context.connection.id, {
        known,
        customerId: await api.customerId(signal),
        addresses,
      });
    },

    check(signal) {
      const firstAlerts = async () => {
        await api.alertPages({ after: null, firstSize: 1 }, signal).next();
        return undefined;
      };
      return runCheck(
        { api: 'It is Global Threat Alerts', credential: 'API client accepted' },
        async () => {
          const customer = await api.customerId(signal);
          // Where the customer id is given, nothing was asked yet.
          if (context.connection.settings['customerId']) await unlessForbidden(firstAlerts());
          return `Customer ${customer}`;
        },
        [
          { label: 'May read alerts', run: firstAlerts },
          {
            label: 'May read threat detections',
            run: async () => {
              await api.detectionPages(null, signal).next();
              return undefined;
            },
          },
        ],
        context.now,
      );
    },

    /** A token names an API client, not a person. */
    ...createSections(createReaders(reader, records)),
    download: noDownloads,
    writer: createGtaWriter(context, api),
    whoAmI: async () => null,
  };
}

/** A missing right is the matter of a later step. */
async function unlessForbidden(part: Promise<unknown>): Promise<void> {
  try {
    await part;
  } catch (error) {
    if (!(error instanceof VendorError) || error.code !== 'forbidden') throw error;
  }
}
