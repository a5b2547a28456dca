import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { VendorError } from '#domain/vendor-error.ts';
import { createProfile } from './test-kit/browser-profile.ts';
import { createMadeUpVendor, lab, plant } from './test-kit/made-up-vendor.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets everything that is under way come to rest; shorter than any poll. */
const rest = () => vi.advanceTimersByTimeAsync(1_000);

function start() {
  const vendor = createMadeUpVendor();
  vendor.write('lab', ['1', 'Phishing'], ['2', 'Beacon'], ['3', 'Scan']);
  return { vendor, profile: createProfile(vendor) };
}

const down = new VendorError({ code: 'unavailable', reason: 'test', message: 'Down.', retryable: true });

describe('rows that are kept', () => {
  it('are there for the next page load before a vendor answers, which goes on where the last one was', async () => {
    const { vendor, profile } = start();
    const first = await profile.openTab([lab]);
    await rest();
    expect(await first.titles()).toEqual(['Phishing', 'Beacon', 'Scan']);
    await first.close();
    vendor.silence(true);
    const second = await profile.openTab([lab]);
    expect(await second.titles()).toEqual(['Phishing', 'Beacon', 'Scan']);
    await rest();
    expect(vendor.pulls.map(pull => pull.since)).toEqual([null, '3']);
    expect(second.states()).toMatchObject([{ held: 3, known: 3, isCaughtUp: true }]);
    await second.close();
  });

  it('stay when the vendor fails', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    await rest();
    vendor.fail(down);
    await tab.engine.syncNow('lab');
    await rest();
    expect(tab.states()).toMatchObject([{ health: { kind: 'not-reachable', tries: 1 }, held: 3 }]);
    expect(await tab.titles()).toHaveLength(3);
    await tab.close();
  });

  it('are read anew when what was kept cannot be used, and the page is told', async () => {
    const { profile } = start();
    const snapshot = new Uint8Array([1, 2, 3]);
    const meta = { known: 1, isKnownPartial: false, isCaughtUp: true, readAt: 1 };
    await profile.storage.replace('lab', snapshot, { format: 0, watermark: '9', meta });
    const tab = await profile.openTab([lab]);
    await rest();
    expect(tab.events).toContainEqual({
      type: 'cache-rebuilt',
      reason: expect.stringContaining('The cached rows of lab were kept by another version of Casefold.'),
    });
    expect(await tab.titles()).toHaveLength(3);
    await tab.close();
  });

  it('are removed and read from the start when they are to be forgotten', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    await rest();
    vendor.silence(true);
    await tab.engine.forgetCached('lab');
    expect(await tab.titles()).toEqual([]);
    expect(await profile.storage.readAll()).toEqual([]);
    vendor.silence(false);
    await tab.engine.setConnections([]);
    await tab.engine.setConnections([lab]);
    await rest();
    expect(vendor.pulls.map(pull => pull.since)).toEqual([null, null, null]);
    expect(await tab.titles()).toHaveLength(3);
    await tab.close();
  });

  it('never reach the disk while they are to stay in memory, and do so again afterwards', async () => {
    const { vendor, profile } = start();
    vendor.write('plant', ['7', 'Leak']);
    const tab = await profile.openTab([lab, plant]);
    await rest();
    await tab.engine.setMemoryOnly(['lab']);
    vendor.write('lab', ['4', 'Theft']);
    await tab.engine.syncNow(null);
    await rest();
    expect((await profile.storage.readAll()).map(kept => kept.connectionId)).toEqual(['plant']);
    expect(await tab.titles()).toHaveLength(5);
    await tab.engine.setMemoryOnly([]);
    await tab.engine.syncNow('lab');
    await rest();
    await tab.close();
    vendor.silence(true);
    const next = await profile.openTab([lab, plant]);
    expect((await next.titles()).sort()).toEqual(['Beacon', 'Leak', 'Phishing', 'Scan', 'Theft']);
    await next.close();
  });

  it('go with their connection, also when it went while no page was open', async () => {
    const { vendor, profile } = start();
    vendor.write('plant', ['7', 'Leak']);
    const tab = await profile.openTab([lab, plant]);
    await rest();
    await tab.engine.setConnections([lab]);
    expect(await tab.titles()).not.toContain('Leak');
    expect((await profile.storage.readAll()).map(kept => kept.connectionId)).toEqual(['lab']);
    await tab.close();
    const next = await profile.openTab([]);
    expect(await next.titles()).toEqual([]);
    expect(await profile.storage.readAll()).toEqual([]);
    await next.close();
  });
});

describe('a connection whose settings change', () => {
  it('is read anew when it leads elsewhere or keeps another part', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    await rest();
    const moved = { ...lab, settings: { origin: 'https://other.example' } };
    await tab.engine.setConnections([moved]);
    await rest();
    await tab.engine.setConnections([{ ...moved, keep: { closedDays: 90 } }]);
    await rest();
    expect(vendor.pulls.map(pull => [pull.since, pull.settings['origin']])).toEqual([
      [null, 'https://lab.example'],
      [null, 'https://other.example'],
      [null, 'https://other.example'],
    ]);
    await tab.close();
  });

  it('keeps its rows and its place under another name, secret or certificate', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    await rest();
    const settings = { ...lab.settings, certificateSha256: 'aa' };
    await tab.engine.setConnections([{ ...lab, name: 'Laboratory', secrets: { apiKey: true }, settings }]);
    expect(await tab.titles()).toHaveLength(3);
    await rest();
    expect(vendor.pulls.map(pull => pull.since)).toEqual([null, '3']);
    expect(tab.states()).toMatchObject([{ name: 'Laboratory', held: 3 }]);
    await tab.close();
  });
});

describe('whose credential it is', () => {
  it('is asked once, after the first answer', async () => {
    const { vendor, profile } = start();
    vendor.fail(down);
    const tab = await profile.openTab([lab]);
    await rest();
    expect(vendor.identityCalls()).toBe(0);
    vendor.fail(null);
    await tab.engine.syncNow('lab');
    await rest();
    await tab.engine.syncNow('lab');
    await rest();
    expect(vendor.identityCalls()).toBe(1);
    expect(tab.identities()).toEqual([{ type: 'identity', connectionId: 'lab', person: vendor.me }]);
    await tab.close();
  });

  it('is asked again after what may pass, and not after a refusal', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    vendor.failIdentity(down);
    await rest();
    const before = vendor.identityCalls();
    vendor.failIdentity(
      new VendorError({ code: 'forbidden', reason: 'test', message: 'No.', retryable: false }),
    );
    for (let turn = 0; turn < 3; turn += 1) {
      await tab.engine.syncNow('lab');
      await rest();
    }
    expect(before).toBeGreaterThan(0);
    expect(vendor.identityCalls()).toBe(before + 1);
    expect(tab.identities()).toEqual([]);
    await tab.close();
  });
});

describe('one case', () => {
  it('comes as data, and so does what went wrong', async () => {
    const { vendor, profile } = start();
    const tab = await profile.openTab([lab]);
    const ask = (connectionId: string) => tab.engine.detail({ connectionId, id: '2' });
    expect(await ask('lab')).toMatchObject({
      ok: true,
      value: { value: { row: { title: 'Beacon' } }, calls: [] },
    });
    expect(await ask('nowhere')).toMatchObject({ ok: false, error: { reason: 'unknown-connection' } });
    vendor.fail(down);
    expect(await ask('lab')).toMatchObject({ ok: false, error: { code: 'unavailable', message: 'Down.' } });
    await tab.close();
  });
});
