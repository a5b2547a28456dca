import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createProfile, type Tab } from './test-kit/browser-profile.ts';
import { createMadeUpVendor, lab } from './test-kit/made-up-vendor.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(async () => {
  for (const tab of tabs.splice(0)) await tab.close();
  vi.useRealTimers();
});

const tabs: Tab[] = [];
const rest = () => vi.advanceTimersByTimeAsync(1_000);

function start() {
  const vendor = createMadeUpVendor();
  vendor.write('lab', ['1', 'Phishing'], ['2', 'Beacon'], ['3', 'Scan']);
  const profile = createProfile(vendor);
  const open = async (memoryOnly: readonly string[] = []) => {
    const tab = await profile.openTab([lab], memoryOnly);
    tabs.push(tab);
    return tab;
  };
  return { vendor, profile, open };
}

it('one tab asks the vendor, and the other holds the same rows, states and names', async () => {
  const { vendor, open } = start();
  const leader = await open();
  const follower = await open();
  await rest();
  expect(vendor.pulls).toHaveLength(1);
  expect(await follower.titles()).toEqual(await leader.titles());
  expect(follower.states()).toEqual(leader.states());
  expect(follower.states()).toMatchObject([{ health: { kind: 'healthy' }, held: 3 }]);
  expect(follower.identities()).toEqual(leader.identities());
});

it('a tab that begins later gets what the others know', async () => {
  const { vendor, open } = start();
  const leader = await open();
  await rest();
  const follower = await open();
  await rest();
  expect(vendor.pulls).toHaveLength(1);
  expect(await follower.titles()).toHaveLength(3);
  expect(follower.states()).toEqual(leader.states());
  expect(follower.identities()).toHaveLength(1);
});

it('what the tab in front is asked to do is done by the one that leads', async () => {
  const { vendor, open } = start();
  await open();
  const follower = await open();
  await rest();
  vendor.write('lab', ['2', 'Beacon of two hosts'], ['4', 'Theft']);
  await follower.engine.syncNow('lab');
  await rest();
  expect(await follower.titles()).toEqual(['Phishing', 'Beacon of two hosts', 'Scan', 'Theft']);
});

it('when the leading tab is hidden the next goes on from where it was', async () => {
  const { vendor, open } = start();
  const first = await open();
  const second = await open();
  await rest();
  await first.engine.setVisible(false);
  vendor.write('lab', ['4', 'Theft']);
  await rest();
  expect(vendor.pulls.map(pull => pull.since)).toEqual([null, '3']);
  expect(await second.titles()).toContain('Theft');
  expect(await first.titles()).toContain('Theft');
  expect(second.states()).toMatchObject([{ health: { kind: 'healthy' }, held: 4 }]);
  expect(first.states()).toEqual(second.states());
});

it('a tab whose token is refused says so and leaves the lead for good to one that has another', async () => {
  const { vendor, open } = start();
  const old = await open();
  const fresh = await open();
  await rest();
  old.refuseToken();
  vendor.write('lab', ['4', 'Theft']);
  await rest();
  expect(old.events).toContainEqual({ type: 'locked-out' });
  expect(await fresh.titles()).toContain('Theft');
  await old.engine.setVisible(true);
  await fresh.engine.setVisible(false);
  await rest();
  expect(vendor.pulls).toHaveLength(2);
});

it('nobody asks the vendor while every tab is hidden', async () => {
  const { vendor, open } = start();
  const tab = await open();
  await rest();
  await tab.engine.setVisible(false);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(vendor.pulls).toHaveLength(1);
  expect(tab.states()).toMatchObject([{ health: { kind: 'paused' } }]);
  await tab.engine.setVisible(true);
  await rest();
  expect(vendor.pulls).toHaveLength(2);
});

it('rows that are not on disk are told to a tab that begins', async () => {
  const { vendor, profile, open } = start();
  await open(['lab']);
  await rest();
  const follower = await open(['lab']);
  await rest();
  expect(await profile.storage.readAll()).toEqual([]);
  expect(vendor.pulls).toHaveLength(1);
  expect(await follower.titles()).toHaveLength(3);
});

it('a tab that follows may keep rows off the disk that the leader writes', async () => {
  const { vendor, profile, open } = start();
  await open();
  const follower = await open();
  await rest();
  await follower.engine.setMemoryOnly(['lab']);
  vendor.write('lab', ['4', 'Theft']);
  await follower.engine.syncNow('lab');
  await rest();
  expect(await profile.storage.readAll()).toEqual([]);
  expect(await follower.titles()).toHaveLength(4);
});

it('a tab that follows may have the cache forgotten: the leader reads it anew for both', async () => {
  const { vendor, profile, open } = start();
  const leader = await open();
  const follower = await open();
  await rest();
  await follower.engine.forgetCached('lab');
  await rest();
  expect(vendor.pulls.map(pull => pull.since)).toEqual([null, null]);
  expect(await follower.titles()).toHaveLength(3);
  expect(await leader.titles()).toHaveLength(3);
  expect((await profile.storage.readAll())[0]?.state.watermark).toBe('3');
});

it('new settings reach the rows of every tab, whichever tab hears of them first', async () => {
  const { vendor, profile, open } = start();
  const leader = await open();
  const follower = await open();
  await rest();
  const moved = [{ ...lab, settings: { origin: 'https://other.example' } }];
  await follower.engine.setConnections(moved);
  await rest();
  expect(leader.events).toContainEqual({ type: 'connections-changed' });
  vendor.silence(true);
  await leader.engine.setConnections(moved);
  await rest();
  expect([await leader.titles(), await follower.titles()]).toEqual([[], []]);
  expect(await profile.storage.readAll()).toEqual([]);
  vendor.silence(false);
  await leader.engine.setVisible(false);
  await rest();
  expect(vendor.pulls.at(-1)).toMatchObject({ since: null, settings: { origin: 'https://other.example' } });
  expect([await leader.titles(), await follower.titles()].map(titles => titles.length)).toEqual([3, 3]);
});
