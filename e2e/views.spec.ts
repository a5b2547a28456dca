import type { Page } from '@playwright/test';
import { builtInViews } from '#store/view/built-in-views.ts';
import { expect, expectRows, grid, test } from './casefold.ts';
import {
  chip,
  chips,
  choose,
  demoTotal,
  facet,
  header,
  headerNames,
  openDemo,
  rowAt,
} from './queue-screen.ts';

function tab(page: Page, name: string) {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: new RegExp(`^${name}`) });
}

function viewMenu(page: Page) {
  return page.getByRole('button', { name: 'Save view', exact: true });
}

function columnMenu(page: Page, name: string) {
  return grid(page).getByRole('button', { name: `Column ${name}`, exact: true });
}

async function saveAs(page: Page, name: string, isDefault = false): Promise<void> {
  await choose(page, viewMenu(page), 'Save this view…');
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByLabel('Name').fill(name);
  if (isDefault) await dialog.getByLabel('Open Casefold with this view').check();
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog).toBeHidden();
}

test('each built-in view has as many rows as its tab says', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  for (const { name } of builtInViews) {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
    await expect
      .poll(async () => {
        const text = (await tab(page, name).textContent()) ?? '';
        const count = Number(text.slice(name.length).replaceAll(',', ''));
        return count > 0 && (await grid(page).getAttribute('aria-rowcount')) === String(count + 1);
      })
      .toBe(true);
  }
});

test('a view is kept by name, opens first when wished, and goes', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/queue?sort=title');
  await expectRows(page, demoTotal);
  await facet(page, 'Vendor', 'Argus').click();
  await expect(chips(page)).toHaveCount(1);
  const { search } = new URL(page.url());
  await saveAs(page, 'Argus by title');
  await expect(tab(page, 'Argus by title')).toHaveAttribute('aria-current', 'page');
  await tab(page, 'All open').click();
  await expect(tab(page, 'All open')).toHaveAttribute('aria-current', 'page');
  await page.reload();
  await tab(page, 'Argus by title').click();
  await expect.poll(() => new URL(page.url()).search).toBe(search);

  await choose(page, viewMenu(page), 'Open with “Argus by title”');
  await page.goto(`${demoOrigin}/`);
  await expect.poll(() => new URL(page.url()).search).toBe(search);
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');

  await choose(page, viewMenu(page), 'Remove “Argus by title”');
  await expect(tab(page, 'Argus by title')).toHaveCount(0);
  await page.goto(`${demoOrigin}/`);
  await expect(tab(page, 'All open')).toHaveAttribute('aria-current', 'page');
  await expect(tab(page, 'Argus by title')).toHaveCount(0);
});

test('a name is replaced by the same name, and a built-in one is refused', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/queue?severity=critical');
  await saveAs(page, 'Mine', true);
  await page.goto(`${demoOrigin}/`);
  await expect(page).toHaveURL(/\/queue\?severity=critical$/);
  await choose(page, viewMenu(page), 'Save this view…');
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await expect(dialog.getByLabel('Name')).toHaveValue('Mine');
  await expect(dialog.getByRole('button', { name: 'Replace view' })).toBeEnabled();
  await dialog.getByLabel('Name').fill('all open');
  await expect(dialog.getByText('A built-in view has this name.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save view' })).toBeDisabled();
});

test('what means nothing in the URL is shown, harms nothing and goes on wish', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin, '/queue?status=banana&frob=1&sort=up');
  await expectRows(page, demoTotal);
  await expect(chips(page)).toHaveCount(3);
  await facet(page, 'Severity', 'Critical').click();
  await expect(chips(page)).toHaveCount(4);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    severity: 'critical',
    status: 'banana',
    frob: '1',
    sort: 'up',
  });
  await chip(page, 'Severity is Critical').click();
  await expect(chips(page)).toHaveCount(3);
  for (const [left, sentence] of [
    [2, 'frob means nothing here: 1'],
    [1, 'status means nothing here: banana'],
    [0, 'sort means nothing here: up'],
  ] as const) {
    await chip(page, sentence).click();
    await expect(chips(page)).toHaveCount(left);
  }
  expect(new URL(page.url()).search).toBe('');
  await expectRows(page, demoTotal);
});

test('columns move, hide, widen and pin, and stay so over a reload', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  const before = await headerNames(page);
  expect(before).toContain('Tenant');
  await choose(page, columnMenu(page, 'Tenant'), 'Hide this column');
  await expect.poll(() => headerNames(page)).toEqual(before.filter(name => name !== 'Tenant'));
  await choose(page, columnMenu(page, 'Vendor'), 'Move right');
  await expect
    .poll(async () => (await headerNames(page)).slice(0, 4))
    .toEqual(['Severity', 'Id', 'Vendor', 'Title']);
  const narrow = (await header(page, 'Id').boundingBox())?.width ?? 0;
  await choose(page, columnMenu(page, 'Id'), 'Wider');
  await expect.poll(async () => (await header(page, 'Id').boundingBox())?.width).toBe(narrow + 24);
  await choose(page, columnMenu(page, 'Id'), 'Pin to the left');
  await expect(page).toHaveURL(/columns=[^&]*number(:|%3A)108\*/);
  await expect(header(page, 'Id')).toHaveAttribute('data-pinned', 'true');
  const names = await headerNames(page);
  expect(names).not.toContain('Tenant');
  const url = page.url();

  await page.reload();
  await expectRows(page, demoTotal);
  expect(page.url()).toBe(url);
  expect(await headerNames(page)).toEqual(names);
  expect((await header(page, 'Id').boundingBox())?.width).toBe(narrow + 24);
  await expect(header(page, 'Id')).toHaveAttribute('data-pinned', 'true');
  await choose(page, columnMenu(page, 'Id'), 'Unpin');
  await expect(header(page, 'Id')).not.toHaveAttribute('data-pinned');
});

test('a column is widened by its edge', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  const box = await header(page, 'Tenant').boundingBox();
  if (box === null) throw new Error('the header is not drawn');
  await page.mouse.move(box.x + box.width, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 40, box.y + 10, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await header(page, 'Tenant').boundingBox())?.width).toBe(box.width + 40);
  await expect(page).toHaveURL(new RegExp(`tenant(:|%3A)${box.width + 40}`));
});

test('the column menu adds and takes away, and goes back to what fits', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  const before = await headerNames(page);
  const entry = (name: string) => page.getByRole('menuitemcheckbox', { name, exact: true });
  await page.getByRole('button', { name: 'Columns', exact: true }).click();
  await expect(entry('Title')).toBeDisabled();
  await expect(entry('Kind')).not.toBeChecked();
  await entry('Kind').click();
  await expect.poll(() => headerNames(page)).toEqual([...before, 'Kind']);
  await entry('Status').click();
  await expect.poll(() => headerNames(page)).toEqual([...before.filter(name => name !== 'Status'), 'Kind']);
  await page.getByRole('menuitem', { name: 'As they fit' }).click();
  await expect.poll(() => headerNames(page)).toEqual(before);
  expect(new URL(page.url()).search).toBe('');
});

test('rows are as tall as chosen, also after a reload', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  const height = async () => (await rowAt(page, 1).boundingBox())?.height;
  await expect.poll(height).toBe(28);
  for (const [name, heightPx] of [
    ['Compact', 24],
    ['Normal', 28],
    ['Comfortable', 36],
  ] as const) {
    await page.getByRole('button', { name: 'Row height' }).click();
    await page.getByRole('menuitemradio', { name }).click();
    await expect.poll(height).toBe(heightPx);
    const [first, second] = [await rowAt(page, 1).boundingBox(), await rowAt(page, 2).boundingBox()];
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(heightPx);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.reload();
  await expect.poll(height).toBe(36);
});

test('times are said in the zone chosen', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  const time = rowAt(page, 1).locator('[data-column=updatedAt] time');
  const at = new Date((await time.getAttribute('datetime')) ?? '');
  const clockIn = (timeZone: string) => at.toLocaleTimeString('en-GB', { timeZone });
  await expect(time).toHaveAttribute('title', new RegExp(`${clockIn('Europe/Oslo')} (CET|CEST|GMT\\+[12])$`));
  await page.getByRole('button', { name: /^Times are in / }).click();
  await page.getByRole('menuitemradio', { name: 'UTC' }).click();
  await expect(time).toHaveAttribute('title', new RegExp(`${clockIn('UTC')} UTC$`));
  await expect(page.getByRole('button', { name: 'Times are in UTC' })).toBeVisible();
  await page.reload();
  await expect(time).toHaveAttribute('title', / UTC$/);
});
