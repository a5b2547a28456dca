import type { QueueRow } from '#domain/case.ts';
import type { AdapterContext } from '#domain/vendor.ts';
import { createGtaApi, type GtaApi } from './api.ts';
import { toRow } from './mapping.ts';
import { createParents, type Parents } from './parents.ts';
import type { WireAlert } from './wire.ts';

/** What one adapter holds while it lives. */
export type Reader = {
  context: AdapterContext;
  api: GtaApi;
  parents: Parents;
  /** `modifiedAt` of the rows handed on, by id: what comes again unchanged is left out. */
  handedOn: Map<string, string | null>;
  /** Named, in the order given. */
  toRows(alerts: readonly WireAlert[], signal: AbortSignal): Promise<QueueRow[]>;
};

export function createReader(context: AdapterContext): Reader {
  const api = createGtaApi(context);
  const parents = createParents(api);
  const handedOn = new Map<string, string | null>();
  return {
    context,
    api,
    parents,
    handedOn,
    async toRows(alerts, signal) {
      const known = await parents.name(alerts, signal);
      for (const alert of alerts) handedOn.set(alert.id, alert.modifiedAt);
      return known.map(one => toRow(context.connection.id, one));
    },
  };
}
