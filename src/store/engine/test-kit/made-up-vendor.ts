import type { Person } from '#domain/case.ts';
import type { Connection } from '#domain/connection.ts';
import { createSampleRow } from '#domain/test-kit/sample-row.ts';
import type { PullPage, PullRequest, Vendor } from '#domain/vendor.ts';
import type { VendorError } from '#domain/vendor-error.ts';

export const lab: Connection = {
  id: 'lab',
  vendor: 'made-up',
  name: 'Lab',
  settings: { origin: 'https://lab.example' },
  keep: 'all',
  secrets: {},
  source: 'screen',
};
export const plant: Connection = { ...lab, id: 'plant', name: 'Plant' };

/** A vendor that counts its changes: the watermark is how many of them somebody has seen. */
export function createMadeUpVendor() {
  const changes: { connectionId: string; id: string; title: string }[] = [];
  const pulls: { connectionId: string; since: string | null; settings: Connection['settings'] }[] = [];
  let failure: VendorError | null = null;
  let identityFailure: VendorError | null = null;
  let isSilent = false;
  let identityCalls = 0;
  const me: Person = { id: 'u-1', name: 'Mari Dahl' };

  async function* pull(connection: Connection, { since, signal }: PullRequest): AsyncGenerator<PullPage> {
    const connectionId = connection.id;
    pulls.push({ connectionId, since, settings: connection.settings });
    if (isSilent)
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    if (failure !== null) throw failure;
    const mine = changes.filter(change => change.connectionId === connectionId);
    const known = new Set(mine.map(change => change.id)).size;
    for (let at = Number(since ?? 0); ; at += 2) {
      const isCaughtUp = at + 2 >= mine.length;
      yield {
        rows: mine.slice(at, at + 2).map(({ id, title }) => createSampleRow(id, title, { connectionId })),
        gone: [],
        known,
        isKnownPartial: false,
        watermark: String(Math.min(at + 2, mine.length)),
        isCaughtUp,
      };
      if (isCaughtUp) return;
    }
  }

  const vendor: Vendor = {
    id: 'made-up',
    name: 'Made Up',
    shortName: 'Made up',
    offers: 'Cases',
    form: { fields: [], presets: [] },
    validate: () => ({}),
    targets: () => ({}),
    operations: {},
    sections: [],
    curlHeader: '',
    maxConcurrency: 1,
    pollMs: 30_000,
    createAdapter: ({ connection }) => ({
      pull: request => pull(connection, request),
      check: () => Promise.reject(new Error('not asked')),
      get: async id => {
        if (failure !== null) throw failure;
        const change = changes.findLast(one => one.connectionId === connection.id && one.id === id);
        const row = createSampleRow(id, change?.title ?? '', { connectionId: connection.id });
        return { row, description: null, fields: [], consoleUrl: null };
      },
      section: () => Promise.reject(new Error('not asked')),
      item: () => Promise.reject(new Error('not asked')),
      download: () => Promise.reject(new Error('not asked')),
      whoAmI: async () => {
        identityCalls += 1;
        if (identityFailure !== null) throw identityFailure;
        return me;
      },
    }),
  };

  return {
    vendor,
    me,
    pulls,
    identityCalls: () => identityCalls,
    write: (connectionId: string, ...records: readonly (readonly [id: string, title: string])[]) => {
      for (const [id, title] of records) changes.push({ connectionId, id, title });
    },
    fail: (error: VendorError | null) => {
      failure = error;
    },
    failIdentity: (error: VendorError | null) => {
      identityFailure = error;
    },
    /** Takes calls and never answers. */
    silence: (isNowSilent: boolean) => {
      isSilent = isNowSilent;
    },
  };
}

export type MadeUpVendor = ReturnType<typeof createMadeUpVendor>;
