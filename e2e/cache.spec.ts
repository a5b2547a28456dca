import type { Page } from '@playwright/test';
import { sizes } from '#mocks/scenarios.ts';
import { expectRows } from './casefold.ts';
import {
  clearFaults,
  expect,
  expectAllRead,
  failedRequests,
  openLive,
  readLog,
  setFaults,
  stripItem,
  test,
} from './live.ts';
import { demoConnections, demoTotal, readRefs, say } from './queue-screen.ts';

const { stellar, argus, iris } = sizes.demo;

/** Takes every request of the app and answers none, until `let go`. */
async function holdRequests(page: Page): Promise<{ held: () => number; letGo: () => Promise<void> }> {
  const waiting: (() => Promise<void>)[] = [];
  let isHolding = true;
  await page.context().route('**/api/**', route => {
    if (!isHolding) return route.continue();
    waiting.push(() => route.continue());
    return undefined;
  });
  return {
    held: () => waiting.length,
    letGo: async () => {
      isHolding = false;
      await Promise.all(waiting.splice(0).map(go => go()));
    },
  };
}

/** What the rows' database holds of a connection. */
function readDisk(
  page: Page,
  connectionId: string,
): Promise<{ isKnown: boolean; bytes: number; log: number }> {
  return page.evaluate(async id => {
    const ask = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await ask(indexedDB.open('casefold-rows'));
    const stores = database.transaction(['connections', 'snapshots', 'log']);
    const state = await ask(stores.objectStore('connections').get(id));
    const snapshot = await ask(stores.objectStore('snapshots').get(id));
    const log = await ask(stores.objectStore('log').count(IDBKeyRange.bound([id], [id, []])));
    database.close();
    return { isKnown: state !== undefined, bytes: snapshot?.byteLength ?? 0, log };
  }, connectionId);
}

test('a reload shows the whole queue before any request returns', async ({ page, live }) => {
  await openLive(page, live);
  await expectAllRead(page);
  const before = await readRefs(page);
  const { held, letGo } = await holdRequests(page);
  await page.reload();
  await expectRows(page, demoTotal);
  expect((await readRefs(page)).slice(0, 10)).toEqual(before.slice(0, 10));
  await expect(page.getByText(`${say(demoTotal)} cases and alerts`, { exact: true })).toBeVisible();
  await expect.poll(held).toBeGreaterThan(1);
  for (const [name, count] of Object.entries(demoConnections))
    await expect(stripItem(page, name)).toContainText(`${name}${say(count)}`);
  await letGo();
  await expectAllRead(page);
});

test('after a reload only what changed is asked for', async ({ page, live }) => {
  await openLive(page, live);
  await expectAllRead(page);
  const before = (await readLog(live, 'stellar')).length;
  await page.reload();
  await expectRows(page, demoTotal);
  await expect(stripItem(page, 'Stellar')).toHaveText(/now|\d s ago/);
  await expect.poll(async () => (await readLog(live, 'stellar')).length).toBeGreaterThan(before);
  const asked = (await readLog(live, 'stellar')).slice(before).map(({ path }) => path);
  expect(asked.filter(path => path.includes('/cases?'))).toEqual([
    expect.stringContaining('FROM%7Emodified_at'),
  ]);
});

test.describe('rows that were damaged on disk', () => {
  test.use({ expectedComplaints: failedRequests });

  test('are read anew, said so, and nothing else is touched', async ({ page, live }) => {
    await openLive(page, live);
    await page.evaluate(() => {
      const savedViews = [{ name: 'Mine', search: 'q=phish' }];
      localStorage.setItem('casefold-analyst-settings', JSON.stringify({ savedViews }));
    });
    await expectAllRead(page);
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('casefold-rows');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const change = database.transaction(['snapshots'], 'readwrite');
      const junk = new Uint8Array(4_096).map((_, index) => (index * 31) % 251);
      change.objectStore('snapshots').put(junk, 'stellar');
      await new Promise(resolve => {
        change.oncomplete = resolve;
      });
      database.close();
    });
    const before = (await readLog(live, 'argus')).length;
    await setFaults(live, { match: { vendor: 'stellar' }, fault: 'retry-after', args: { value: '600' } });
    await page.reload();
    await expectRows(page, demoTotal - stellar);
    await expect(
      page.getByText(
        'The cached rows of stellar were damaged. Drafts and settings are as they were. The rows are read again from the vendor.',
      ),
    ).toBeVisible();
    await expect(page.getByRole('link', { name: 'Mine' })).toBeVisible();
    await clearFaults(live);
    await page.reload();
    await expectAllRead(page);
    await expect(page.getByText('The cached rows')).toBeHidden();
    // The others went on from where they were.
    const asked = (await readLog(live, 'argus')).slice(before);
    expect(asked.length).toBeLessThan(20);
  });

  test('of another version are read anew', async ({ page, live }) => {
    await openLive(page, live);
    await expectAllRead(page);
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('casefold-rows');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const connections = database.transaction(['connections'], 'readwrite').objectStore('connections');
      const request = connections.get('gta');
      await new Promise(resolve => {
        request.onsuccess = () => {
          connections.put({ ...request.result, format: 0 }, 'gta').onsuccess = resolve;
        };
      });
      database.close();
    });
    await page.reload();
    await expect(
      page.getByText('The cached rows of gta were kept by another version of Casefold.'),
    ).toBeVisible();
    await expectAllRead(page);
  });
});

test.describe('a vendor that fails after a reload', () => {
  test.use({ expectedComplaints: failedRequests });

  test('leaves its old rows, with their age', async ({ page, live }) => {
    await openLive(page, live);
    await expectAllRead(page);
    await setFaults(live, { match: { vendor: 'argus' }, fault: 'refuse' });
    await page.clock.install();
    await page.reload();
    await expect(stripItem(page, 'Argus')).toHaveText(/^ArgusNot reachable since \d\d:\d\drows .+ old$/);
    await expectRows(page, demoTotal);
    await page.clock.fastForward('12:00');
    await expect(stripItem(page, 'Argus')).toHaveText(/rows 1[23] min old$/);
    await expect(page.getByText(/Argus is 1[23] min old/)).toBeVisible();
  });
});

test('what is cached of a connection can be forgotten, and is read anew', async ({ page, live }) => {
  await openLive(page, live);
  await expectAllRead(page);
  const before = (await readLog(live, 'iris')).length;
  await page.goto(`${live.origin}/connections`);
  const card = page.getByRole('article', { name: 'IRIS', exact: true });
  await card.getByRole('button', { name: 'More for IRIS' }).click();
  await page.getByRole('menuitem', { name: 'Forget cached data' }).click();
  await expect(page.getByRole('dialog')).toContainText(`The ${iris} rows held here are forgotten`);
  await page.getByRole('button', { name: 'Forget and read again' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(async () => (await readLog(live, 'iris')).length).toBeGreaterThan(before + 90);
  await expect(card).toContainText(`Rows held${iris} of ${iris}`);
});

test('rows that are not to be kept on disk are not, and come from the vendor after a reload', async ({
  page,
  live,
}) => {
  await openLive(page, live);
  await expectAllRead(page);
  await page.goto(`${live.origin}/connections`);
  const card = page.getByRole('article', { name: 'Argus', exact: true });
  await expect(card).toContainText(`Rows held${argus}`);
  await card.getByRole('button', { name: 'More for Argus' }).click();
  await page.getByRole('menuitem', { name: 'Do not keep on disk' }).click();
  await expect(card).toContainText('Rows are not kept on disk.');
  const nothing = { isKnown: false, bytes: 0, log: 0 };
  await expect.poll(() => readDisk(page, 'argus')).toEqual(nothing);
  await expect(card).toContainText(`Rows held${argus}`);

  const { letGo } = await holdRequests(page);
  await page.goto(`${live.origin}/queue`);
  await expectRows(page, demoTotal - argus);
  await letGo();
  await expectAllRead(page);
  expect(await readDisk(page, 'argus')).toEqual(nothing);
});
