import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startCasefold, type TestCasefold } from './start-casefold.ts';
import { type FakeVendor, startVendor } from './start-vendor.ts';

export type PlumWorld = { vendor: FakeVendor; casefold: TestCasefold };

/** A running Casefold with the connection 'plum-1' to a vendor of the test, for all tests of a file. */
export function runPlum(): PlumWorld {
  const world: Partial<PlumWorld> = {};
  beforeAll(async () => {
    world.vendor = await startVendor();
    world.casefold = await startCasefold([{ id: 'plum-1', settings: { origin: world.vendor.origin } }]);
  });
  beforeEach(() => {
    if (world.vendor !== undefined) world.vendor.seen.length = 0;
  });
  afterAll(async () => {
    await world.casefold?.close();
    await world.vendor?.close();
  });
  return world as PlumWorld;
}

export async function askPlum({ casefold }: PlumWorld, path = '/v1/cases/7') {
  const response = await casefold.call(`/api/c/plum-1${path}`);
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    type: response.headers.get('content-type'),
  };
}
