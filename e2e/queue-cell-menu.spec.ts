import type { Locator, Page } from '@playwright/test';
import { expect, expectRows, grid, test } from './casefold.ts';
import { cellOf, chip, chips, countOf, demoTotal, facet, openDemo, readRows, rowAt } from './queue-screen.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
});

/** The menu of a cell by the button that comes to the cell under the pointer. */
async function openMenu(page: Page, cell: Locator, name: string): Promise<void> {
  await cell.hover();
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

function entry(page: Page, name: string): Locator {
  return page.getByRole('menuitem', { name, exact: true });
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a cell narrows the list to its value, or takes it away', async ({ page }) => {
  const [first] = await readRows(page);
  const tenant = first?.texts['Tenant'] ?? '';
  const count = await countOf(facet(page, 'Tenant', tenant));
  const cell = await cellOf(page, rowAt(page, 1), 'Tenant');
  await openMenu(page, cell, `Tenant: ${tenant}`);
  await entry(page, `Only ${tenant}`).click();
  await expect(chip(page, `Tenant is ${tenant}`)).toBeVisible();
  await expectRows(page, count);

  await chip(page, `Tenant is ${tenant}`).click();
  await expectRows(page, demoTotal);
  await openMenu(page, cell, `Tenant: ${tenant}`);
  await entry(page, `Not ${tenant}`).click();
  await expect(chip(page, `Tenant is not ${tenant}`)).toBeVisible();
  await expectRows(page, demoTotal - count);
});

test('a right click opens the same menu; what a cell says is copied', async ({ page }) => {
  const [first] = await readRows(page);
  const title = first?.texts['Title'] ?? '';
  await (await cellOf(page, rowAt(page, 1), 'Title')).click({ button: 'right' });
  // A title is nothing to narrow by.
  await expect(page.getByRole('menuitem')).toHaveText(['Copy value']);
  await entry(page, 'Copy value').click();
  await expect.poll(() => clipboard(page)).toBe(title);

  await (await cellOf(page, rowAt(page, 1), 'Updated')).click({ button: 'right' });
  await entry(page, 'Copy value').click();
  await expect.poll(() => clipboard(page)).toBe(first?.texts['Updated']);
});

test('an empty cell narrows by what is missing', async ({ page }) => {
  const rows = await readRows(page);
  const nameless = rows.find(row => row.texts['Tenant'] === '');
  expect(nameless, 'a row without a tenant is in view').toBeDefined();
  const count = await countOf(facet(page, 'Tenant', 'No tenant'));
  await openMenu(page, await cellOf(page, rowAt(page, nameless?.place ?? 0), 'Tenant'), 'Tenant: none');
  await expect(entry(page, 'Copy value')).toHaveCount(0);
  await entry(page, 'Only none').click();
  await expect(chip(page, 'Tenant is No tenant')).toBeVisible();
  await expectRows(page, count);
});

test('the menu closes without harm, and the next cell has its own', async ({ page }) => {
  await openMenu(page, await cellOf(page, rowAt(page, 2), 'Vendor'), 'Vendor: Stellar');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(chips(page)).toHaveCount(0);
  await openMenu(page, await cellOf(page, rowAt(page, 1), 'Severity'), 'Severity: critical');
  await entry(page, 'Only critical').click();
  await expect(chip(page, 'Severity is Critical')).toBeVisible();
});

test('by key the row under the cursor has a menu of all its values', async ({ page }) => {
  const [first] = await readRows(page);
  const tenant = first?.texts['Tenant'] ?? '';
  const count = await countOf(facet(page, 'Tenant', tenant));
  await grid(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /^Copy / })).toHaveText(`Copy ${first?.texts['Id']}`);
  await entry(page, `Only Tenant: ${tenant}`).focus();
  await page.keyboard.press('Enter');
  await expect(chip(page, `Tenant is ${tenant}`)).toBeVisible();
  await expectRows(page, count);
});
