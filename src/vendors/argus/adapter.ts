import type { Adapter, AdapterContext } from '#domain/vendor.ts';
import { runCheck } from '#http/check.ts';
import { createDownload } from '#http/download.ts';
import { createCall } from '#http/request.ts';
import { createSections } from '#http/sections.ts';
import { shareReads } from '#http/share-reads.ts';
import { createCaseFinder } from './case-finder.ts';
import { readCases, readOne } from './container.ts';
import { readArgusError } from './errors.ts';
import { toPerson } from './mapping.ts';
import { operations } from './operations.ts';
import { createPull } from './pull.ts';
import { readCase } from './read-case.ts';
import { createDownloads } from './sections/downloads.ts';
import { createReaders } from './sections/readers.ts';
import { wireUser } from './wire.ts';
import { createArgusWriter } from './writer.ts';

export function createArgusAdapter(context: AdapterContext): Adapter {
  const ask = createCall(context, operations, readArgusError);
  const call = shareReads(context, operations, ask);
  const cases = createCaseFinder(call);

  async function readSelf(signal: AbortSignal) {
    return readOne(await call('currentUser', { signal }), wireUser, 'the current user');
  }

  async function findCases(signal: AbortSignal): Promise<string> {
    const body = { limit: 1, includeDescription: false, sortBy: ['-lastUpdatedTimestamp'] };
    const { count, size } = readCases(await call('search', { body, signal }));
    if (size === 0) return 'Cases can be read. This key sees none now.';
    return count === null ? 'Cases can be read.' : `Cases can be read: ${count.toLocaleString('en-GB')}.`;
  }

  return {
    check: signal =>
      runCheck(
        { api: 'Argus answers', credential: 'Key accepted' },
        async () => {
          const self = await readSelf(signal);
          return [toPerson(self)?.name, self.customer?.name].filter(Boolean).join(', ');
        },
        [{ label: 'May read cases', run: () => findCases(signal) }],
        context.now,
      ),
    pull: createPull(context, call),
    get: (id, signal) => readCase(call, cases, context.connection.id, id, signal),
    ...createSections(createReaders({ call, cases })),
    download: createDownloads(cases, createDownload(context, operations, readArgusError)),
    writer: createArgusWriter({ call: ask, cases: createCaseFinder(ask), now: context.now }),
    whoAmI: async signal => toPerson(await readSelf(signal)),
  };
}
