import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { runCheck } from '#http/check.ts';
import { createDownload } from '#http/download.ts';
import { createSections } from '#http/sections.ts';
import { createIrisApi } from './api.ts';
import { consoleUrl, serverZone } from './connection.ts';
import { readIrisError } from './errors.ts';
import { inCase } from './in-case.ts';
import { toDetail } from './mapping.ts';
import { operations } from './operations.ts';
import { pullCases } from './pull.ts';
import { downloadOf } from './sections/exports.ts';
import { createReaders } from './sections/readers.ts';
import { judgeVersion } from './version.ts';
import { createIrisWriter } from './writer.ts';

export function createIrisAdapter(context: AdapterContext): Adapter {
  const api = createIrisApi(context);
  const downloadFile = createDownload(context, operations, readIrisError);
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
      const wire = await inCase(id, () => api.getCase(id, signal));
      const outcomeName = await api.outcomeName(wire.status_id, signal);
      return toDetail(connection.id, wire, {
        outcomeName,
        consoleUrl: consoleUrl(connection.settings, id),
      });
    },

    ...createSections(createReaders(api, serverZone(connection.settings))),
    download: (id, download, options) =>
      inCase(id, () => downloadOf(api, downloadFile, id, download, options)),
    whoAmI: signal => api.whoAmI(signal),
    writer: createIrisWriter(api, now),
  };
}
