import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { runCheck } from '#http/check.ts';
import { noWriter } from '#http/no-writer.ts';
import { createSections, noDownloads } from '#http/sections.ts';
import { createIrisApi } from './api.ts';
import { consoleUrl } from './connection.ts';
import { toDetail } from './mapping.ts';
import { pullCases } from './pull.ts';
import { judgeVersion } from './version.ts';

export function createIrisAdapter(context: AdapterContext): Adapter {
  const api = createIrisApi(context);
  const { connection, now } = context;

  return {
    async check(signal) {
      let versions: Awaited<ReturnType<typeof api.versions>> | null = null;
      return runCheck(
        { api: 'IRIS answers', credential: 'Key accepted' },
        async () => {
          versions = await api.versions(signal);
          return (await api.whoAmI(signal))?.name;
        },
        [
          {
            label: 'Version fits',
            run: async () => (versions === null ? undefined : judgeVersion(versions)),
          },
          {
            label: 'May read cases',
            run: async () => `Cases can be read: ${(await api.listCases(signal)).cases.length}.`,
          },
        ],
        now,
      );
    },

    pull: request => pullCases({ connectionId: connection.id, api, now }, request),

    async get(id, signal) {
      if (!/^[1-9]\d{0,8}$/.test(id)) throw noSuchCase(id);
      const { wire, raw } = await api.getCase(id, signal).catch(error => {
        throw isCaseRefused(error) ? noSuchCase(id) : error;
      });
      const outcomeName = await api.outcomeName(wire.status_id, signal);
      return toDetail(connection.id, wire, {
        outcomeName,
        consoleUrl: consoleUrl(connection.settings, id),
        raw,
      });
    },

    ...createSections({}),
    download: noDownloads,
    writer: noWriter,
    whoAmI: signal => api.whoAmI(signal),
  };
}

function isCaseRefused(error: unknown): boolean {
  return error instanceof VendorError && error.reason === 'case-access';
}

/** IRIS answers the same 403 for a case that is not there and for one that may not be seen. */
function noSuchCase(id: string): VendorError {
  return new VendorError({
    code: 'not-found',
    reason: 'case-access',
    message: `Case ${id} is not in IRIS, or the owner of this API key may not see it. IRIS does not say which.`,
    retryable: false,
    status: 403,
  });
}
