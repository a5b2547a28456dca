import type { Page } from '@playwright/test';
import { expectRows, type LiveCasefold } from './casefold.ts';
import { clearLog, expect, expectAllRead, openLive, readLog, stripItem, test } from './live.ts';
import { demoTotal, readRefs, rowOf } from './queue-screen.ts';
import { changeStellarCase } from './vendor-writes.ts';

/** Calls that read a list of cases from its start; later calls only ask for what changed. */
async function countFirstReads(live: LiveCasefold): Promise<number> {
  const calls = await readLog(live, 'stellar');
  return calls.filter(({ path }) => path.includes('/cases?') && !path.includes('FROM%7Emodified_at')).length;
}

async function countReadsOfChanges(live: LiveCasefold): Promise<number> {
  const calls = await readLog(live, 'stellar');
  return calls.filter(({ path }) => path.includes('/cases?') && path.includes('FROM%7Emodified_at')).length;
}

/** "Try now" of a connection, and back to where one was. */
async function tryNow(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connections' }).click();
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Try now' }).click();
  await page.goBack();
}

test('two tabs ask the vendors as often as one, and hold the same rows', async ({ page, browser, live }) => {
  await openLive(page, live);
  await expectAllRead(page);
  const asked = await countFirstReads(live);
  expect(asked).toBeGreaterThan(3);
  await page.close();

  // Another profile, so that nothing is on disk: both tabs begin with nothing, at once.
  const context = await browser.newContext();
  const [first, second] = [await context.newPage(), await context.newPage()];
  await clearLog(live);
  await Promise.all([openLive(first, live), openLive(second, live)]);
  await Promise.all([expectAllRead(first), expectAllRead(second)]);
  expect(await countFirstReads(live)).toBe(asked);

  // The order was frozen while rows came in: what is asked anew is the same in both.
  await Promise.all([first.reload(), second.reload()]);
  await Promise.all([expectRows(first, demoTotal), expectRows(second, demoTotal)]);
  expect(await readRefs(second)).toEqual(await readRefs(first));
  await context.close();
});

test('a tab that follows has the leading one ask, and when that closes it goes on itself', async ({
  page: first,
  context,
  live,
}) => {
  await openLive(first, live, '/queue?connection=stellar&sort=createdAt');
  await expect(stripItem(first, 'Stellar')).toHaveText(/now|\d s ago/);
  const second = await context.newPage();
  await second.goto(`${live.origin}/queue?connection=stellar&sort=createdAt`);
  const refs = await readRefsWhenThere(second);
  const [ref = ''] = refs;
  const id = ref.slice('stellar:'.length);

  await changeStellarCase(live, id, { name: 'Changed while two tabs looked' });
  await tryNow(second, 'Stellar');
  for (const tab of [first, second])
    await expect(rowOf(tab, ref)).toContainText('Changed while two tabs looked');

  const before = await countReadsOfChanges(live);
  await first.close();
  await expect.poll(() => countReadsOfChanges(live)).toBeGreaterThan(before);
  await changeStellarCase(live, id, { name: 'Changed after one tab was closed' });
  await tryNow(second, 'Stellar');
  await expect(rowOf(second, ref)).toContainText('Changed after one tab was closed');
  expect(await readRefs(second)).toEqual(refs);
});

async function readRefsWhenThere(page: Page): Promise<string[]> {
  await expect.poll(async () => (await readRefs(page)).length).toBeGreaterThan(10);
  return readRefs(page);
}
