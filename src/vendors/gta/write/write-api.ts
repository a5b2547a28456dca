import type { AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { checkBody } from '#http/check-body.ts';
import { type CallArgs, createCall } from '#http/request.ts';
import type { GtaApi } from '../api.ts';
import { readGtaError } from '../errors.ts';
import { operations } from '../operations.ts';
import type { WireAlert } from '../wire.ts';

export const vendor = 'Global Threat Alerts';

/** What is written to an alert. The answers' shapes are not published: what became of it is read, never taken from them. */
export type WriteApi = {
  read: (id: string, signal: AbortSignal) => Promise<WireAlert>;
  setStatus: (id: string, value: string, signal: AbortSignal) => Promise<void>;
  /** Overwrites it whole; '' removes it. */
  setNote: (id: string, note: string, signal: AbortSignal) => Promise<void>;
};

export function createWriteApi(context: AdapterContext, api: GtaApi): WriteApi {
  const call = createCall(context, operations, readGtaError);

  async function write(
    operation: 'setStatus' | 'setNote' | 'removeNote',
    id: string,
    args: Pick<CallArgs, 'body' | 'signal'>,
  ): Promise<void> {
    try {
      const customer = await api.customerId(args.signal);
      await call(operation, { params: { customer, id }, ...args });
    } catch (error) {
      throw asAgedOut(error);
    }
  }

  return {
    async read(id, signal) {
      try {
        return await api.alert(id, signal);
      } catch (error) {
        throw asAgedOut(error);
      }
    },
    setStatus: (id, value, signal) =>
      write('setStatus', id, {
        body: checkBody(operations.setStatus.body, { status: { value } }, vendor),
        signal,
      }),
    setNote: (id, note, signal) =>
      note === ''
        ? write('removeNote', id, { signal })
        : write('setNote', id, { body: checkBody(operations.setNote.body, { note }, vendor), signal }),
  };
}

/** A 404 is no fault of the call: alerts leave the service by themselves. */
function asAgedOut(error: unknown): unknown {
  if (!(error instanceof VendorError) || error.code !== 'not-found' || error.status !== 404) return error;
  return new VendorError({
    code: 'not-found',
    reason: 'aged-out',
    message:
      'This alert is gone: the service drops an alert once its detections have aged out, 45 days after the last malicious activity.',
    retryable: false,
    status: error.status,
    raw: error.raw,
  });
}
