import type { Page } from '@playwright/test';
import { expect, expectRows, grid, test } from './casefold.ts';
import { chip, demoTotal, facet, header, openDemo, readRefs, readRows, searchBox } from './queue-screen.ts';

/** Each browser has its own demo, whose ids differ; the stories are the same. */
async function readTitles(page: Page): Promise<string[]> {
  return (await readRows(page)).map(row => row.texts['Title'] ?? '');
}

test('an address gives the same view to a reload and to somebody else', async ({
  page,
  demoOrigin,
  browser,
}) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await facet(page, 'Status', 'Closed').click({ modifiers: ['Shift'] });
  await facet(page, 'Tenant', 'Helse Øst').click();
  await facet(page, 'Tenant', 'Kystlab').click();
  await header(page, 'Title').click();
  await header(page, 'Updated').click({ modifiers: ['Shift'] });
  await searchBox(page).fill('login');
  await expect(page).toHaveURL(/q=login/);
  const expectSame = async (other: Page, rowCount: string, titles: readonly string[]) => {
    await expect(searchBox(other)).toHaveValue('login');
    await expect(chip(other, 'Status is not Closed')).toBeVisible();
    await expect(chip(other, 'Tenant is Helse Øst, Kystlab')).toBeVisible();
    await expect(header(other, 'Title')).toHaveAttribute('aria-sort', 'ascending');
    await expect(header(other, 'Updated')).toHaveAttribute('aria-sort', 'descending');
    await expect(grid(other)).toHaveAttribute('aria-rowcount', rowCount);
    await expect.poll(async () => (await readTitles(other)).slice(0, 5)).toEqual(titles);
  };
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).not.toBe(String(demoTotal + 1));
  // The answer to the last letter typed is on screen once nothing changes it any more.
  await expect(async () => {
    const before = await readRefs(page);
    await page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    expect(await readRefs(page)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  }).toPass({ intervals: [50] });
  const rowCount = (await grid(page).getAttribute('aria-rowcount')) ?? '';
  const titles = (await readTitles(page)).slice(0, 5);
  const address = page.url();
  await page.reload();
  await expectSame(page, rowCount, titles);
  expect(page.url()).toBe(address);

  const elsewhere = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await elsewhere.goto(address);
  await expectSame(elsewhere, rowCount, titles);
  await elsewhere.close();
});

test('the back button undoes a filter, an order and a tab, one by one', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/');
  await page.getByRole('link', { name: /^Alerts to triage/ }).click();
  await expect(chip(page, 'Kind is Alert')).toBeVisible();
  const alerts = page.url();
  await facet(page, 'Severity', 'Critical').click();
  await expect(chip(page, 'Severity is Critical')).toBeVisible();
  await header(page, 'Title').click();
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');

  await page.goBack();
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'none');
  await expect(chip(page, 'Severity is Critical')).toBeVisible();
  await page.goBack();
  await expect(chip(page, 'Severity is Critical')).toHaveCount(0);
  await expect(page).toHaveURL(alerts);
  await page.goBack();
  await expect(page.getByRole('link', { name: /^All open/ })).toHaveAttribute('aria-current', 'page');
  await page.goForward();
  await expect(page).toHaveURL(alerts);
});

for (const nonsense of [
  'sort=&sort=,,,&status=,&severity=!&created=..&columns=',
  'q=%00%E2%80%AE&status=%E0%A4%A&tenant=%25E0%25A4%25A',
  '__proto__=x&constructor=y&toString=z&hasOwnProperty=1',
  `q=${'x'.repeat(5_000)}&tag=${'y,'.repeat(2_000)}`,
  'columns=title:1,title:9999,nothing*,constructor&sort=constructor,-__proto__',
])
  test(`an address with ${nonsense.slice(0, 40)} opens, and the way out is there`, async ({
    page,
    demoOrigin,
  }) => {
    await page.goto(`${demoOrigin}/queue?${nonsense}`);
    await expect(grid(page)).toBeVisible();
    await expect(searchBox(page)).toBeVisible();
    await page.getByRole('link', { name: /^All open/ }).click();
    await expect(chip(page, /^Remove filter: Status is New/)).toBeVisible();
    await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
  });
