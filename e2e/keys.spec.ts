import type { Page } from '@playwright/test';
import { expect, expectRows, grid, test } from './casefold.ts';
import { demoTotal, openDemo, readRefs, rowAt, say, searchBox } from './queue-screen.ts';

function cursor(page: Page) {
  return grid(page).locator('[role=row][data-cursor]');
}

async function expectCursorAt(page: Page, place: number): Promise<void> {
  await expect(cursor(page)).toHaveAttribute('aria-rowindex', String(place + 1));
}

function bar(page: Page) {
  return page.getByRole('toolbar', { name: 'Selected rows' });
}

function peek(page: Page) {
  return page.getByRole('complementary', { name: 'Peek' });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

function casePathOf(ref: string): string {
  const [connection = '', ...id] = ref.split(':');
  return `/case/${connection}/${encodeURIComponent(id.join(':'))}`;
}

test.beforeEach(async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
});

test('j and k walk the rows, with the focus on the grid', async ({ page }) => {
  await press(page, 'j');
  await expectCursorAt(page, 1);
  await expect(grid(page)).toBeFocused();
  await press(page, 'j', 'j');
  await expectCursorAt(page, 3);
  await expect(grid(page)).toHaveAttribute('aria-activedescendant', 'row-2');
  await expect(cursor(page)).toHaveCSS('box-shadow', /inset/);
  await press(page, 'k');
  await expectCursorAt(page, 2);
  await press(page, 'k', 'k', 'k');
  await expectCursorAt(page, 1);
  await press(page, 'End');
  await expectCursorAt(page, demoTotal);
  await press(page, 'j');
  await expectCursorAt(page, demoTotal);
  await expect(cursor(page)).toBeInViewport();
});

test('Enter opens a case, Esc comes back to the same row, scroll and selection', async ({ page }) => {
  for (let step = 0; step < 60; step += 1) await press(page, 'j');
  await expectCursorAt(page, 60);
  await press(page, 'x', 'k', 'k');
  await expectCursorAt(page, 58);
  const ref = (await cursor(page).getAttribute('data-ref')) ?? '';
  const scrollTop = await grid(page).evaluate(element => element.scrollTop);
  expect(scrollTop).toBeGreaterThan(0);

  for (const [open, back] of [
    ['Enter', 'Escape'],
    ['o', 'u'],
  ] as const) {
    await press(page, open);
    await expect(page).toHaveURL(new RegExp(`${casePathOf(ref)}$`));
    await expect(page.getByText(`58 of ${say(demoTotal)}`)).toBeVisible();
    await press(page, back);
    await expect(page).toHaveURL(/\/queue$/);
    await expect(cursor(page)).toHaveAttribute('data-ref', ref);
    await expectCursorAt(page, 58);
    await expect.poll(() => grid(page).evaluate(element => element.scrollTop)).toBe(scrollTop);
    await expect(bar(page).getByRole('status')).toHaveText('1 selected');
    await expect(rowAt(page, 60)).toHaveAttribute('aria-selected', 'true');
    await expect(grid(page)).toBeFocused();
  }
});

test('[ and ] walk the list from within a case', async ({ page }) => {
  await press(page, 'j', 'j');
  await expectCursorAt(page, 2);
  const [first = '', second = '', third = ''] = await readRefs(page);
  await press(page, 'Enter');
  await expect(page).toHaveURL(new RegExp(`${casePathOf(second)}$`));
  await expect(page.getByText(`2 of ${say(demoTotal)}`, { exact: true })).toBeVisible();
  await press(page, ']');
  await expect(page).toHaveURL(new RegExp(`${casePathOf(third)}$`));
  await press(page, '[');
  await expect(page).toHaveURL(new RegExp(`${casePathOf(second)}$`));
  await press(page, '[');
  await expect(page).toHaveURL(new RegExp(`${casePathOf(first)}$`));
  await expect(page.getByText(`1 of ${say(demoTotal)}`, { exact: true })).toBeVisible();
  await press(page, '[');
  await expect(page.getByText(`1 of ${say(demoTotal)}`, { exact: true })).toBeVisible();
  await press(page, 'Escape');
  await expect(page).toHaveURL(/\/queue$/);
  await expect(cursor(page)).toHaveAttribute('data-ref', first);
});

test('Space peeks along the rows; Esc closes the peek, then clears the selection', async ({ page }) => {
  await press(page, 'j', 'x', 'Space');
  await expect(peek(page)).toBeVisible();
  await expect(grid(page)).toBeFocused();
  const before = await peek(page).textContent();
  await press(page, 'j');
  await expectCursorAt(page, 2);
  await expect(peek(page)).not.toHaveText(before ?? '');
  await press(page, 'Escape');
  await expect(peek(page)).toHaveCount(0);
  await expect(bar(page)).toBeVisible();
  await press(page, 'Escape');
  await expect(bar(page)).toHaveCount(0);
  await expectCursorAt(page, 2);
});

test('x, Shift+J, Shift+K and * select', async ({ page }) => {
  await press(page, 'j', 'x');
  await expect(bar(page).getByRole('status')).toHaveText('1 selected');
  await expect(rowAt(page, 1)).toHaveAttribute('aria-selected', 'true');
  await press(page, 'x');
  await expect(bar(page)).toHaveCount(0);

  for (const place of [2, 3, 4]) {
    await press(page, 'Shift+J');
    await expectCursorAt(page, place);
    await expect(bar(page).getByRole('status')).toHaveText(`${place} selected`);
  }
  await press(page, 'Escape', 'j', 'j', 'x', 'Shift+K');
  await expectCursorAt(page, 5);
  await expect(bar(page).getByRole('status')).toHaveText('2 selected');

  await press(page, 'Escape', '*');
  await expect(rowAt(page, 5)).toHaveAttribute('aria-selected', 'true');
  await expect(bar(page)).toBeVisible();
});

test('the mouse places the cursor, and selects with Ctrl, Shift and the checkbox', async ({ page }) => {
  const title = (place: number) => rowAt(page, place).locator('[data-column=title]');
  const status = bar(page).getByRole('status');
  await title(3).click();
  await expectCursorAt(page, 3);
  await expect(grid(page)).toBeFocused();
  await expect(bar(page)).toHaveCount(0);
  await title(2).click({ modifiers: ['ControlOrMeta'] });
  await expect(status).toHaveText('1 selected');
  await expect(rowAt(page, 2)).toHaveAttribute('aria-selected', 'true');
  await title(6).click({ modifiers: ['Shift'] });
  await expect(status).toHaveText('5 selected');
  for (const place of [2, 3, 4, 5, 6])
    await expect(rowAt(page, place)).toHaveAttribute('aria-selected', 'true');
  await rowAt(page, 4).getByRole('checkbox').click();
  await expect(status).toHaveText('4 selected');
  await rowAt(page, 8).getByRole('checkbox').click();
  await expect(status).toHaveText('5 selected');
  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toHaveCount(0);
  await expect(grid(page).locator('[aria-selected=true]')).toHaveCount(0);
});

test('the header selects all, and the bar counts them by vendor', async ({ page }) => {
  const all = page.getByRole('checkbox', { name: 'Select all rows of this view' });
  await all.click();
  await expect(bar(page).getByRole('status')).toHaveText(`${say(demoTotal)} selected`);
  await expect(all).toBeChecked();
  const summary = (await bar(page).textContent()) ?? '';
  const counts = [...summary.matchAll(/([\d,]+) (Stellar|Argus|Incydr|IRIS|GTA)/g)];
  expect(counts.map(match => match[2]).sort()).toEqual(['Argus', 'GTA', 'IRIS', 'Incydr', 'Stellar']);
  expect(counts.reduce((sum, match) => sum + Number(match[1]?.replaceAll(',', '')), 0)).toBe(demoTotal);
  await all.click();
  await expect(bar(page)).toHaveCount(0);
});

test('letters typed into the search box are letters', async ({ page }) => {
  await press(page, '/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('jkxo*?.[]gqgc');
  await expect(searchBox(page)).toHaveValue('jkxo*?.[]gqgc');
  await expect(page).toHaveURL(/\/queue\?q=/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectRows(page, 0);
  await searchBox(page).fill('');
  await expectRows(page, demoTotal);
  await expect(cursor(page)).toHaveCount(0);
});

test('g c and g q go to the places', async ({ page }) => {
  await press(page, 'g', 'c');
  await expect(page).toHaveURL(/\/connections$/);
  await press(page, 'g', 'q');
  await expect(page).toHaveURL(/\/queue\?/);
  await expect(grid(page)).toBeVisible();
});

test('? lists the keys of the page one is on', async ({ page }) => {
  const help = page.getByRole('dialog', { name: 'Keys' });
  await press(page, '?');
  await expect(help).toBeVisible();
  for (const name of [
    'Next row',
    'Peek',
    'Select all like this',
    'Search cases',
    'Show what is new',
    'Go to Queue',
  ])
    await expect(help.getByText(name, { exact: true })).toBeVisible();
  await expect(help.getByText('Back to the list').first()).toBeHidden();
  await press(page, 'j');
  await press(page, 'Escape');
  await expect(help).toBeHidden();
  await expect(cursor(page)).toHaveCount(0);

  await press(page, 'j', 'Enter');
  await expect(page).toHaveURL(/\/case\//);
  await press(page, '?');
  await expect(help.getByText('Next in the list')).toBeVisible();
  await expect(help.getByText('Next row')).toBeHidden();
});

test('Ctrl+K finds a view and opens it', async ({ page }) => {
  await searchBox(page).focus();
  await press(page, 'Control+K');
  const find = page.getByPlaceholder('Find or run a command');
  await expect(find).toBeFocused();
  await find.fill('unassigned crit');
  await press(page, 'Enter');
  await expect(find).toBeHidden();
  await expect(page).toHaveURL(/severity=critical/);
  await expect(page.getByRole('link', { name: /^Unassigned critical/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('keys are switched off in Settings and stay off over a reload, all but Ctrl+K', async ({ page }) => {
  const settings = page.getByRole('button', { name: 'Settings' });
  const keys = page.getByRole('menuitemcheckbox', { name: 'Keyboard shortcuts' });
  await press(page, 'j');
  await expectCursorAt(page, 1);
  await settings.click();
  await keys.click();
  await page.reload();
  await expectRows(page, demoTotal);
  await press(page, 'j', '?', '/');
  await page.keyboard.press('Control+K');
  await expect(page.getByPlaceholder('Find or run a command')).toBeFocused();
  await press(page, 'Escape');
  await expect(cursor(page)).toHaveCount(0);
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0);
  await settings.click();
  await expect(keys).not.toBeChecked();
  await keys.click();
  await press(page, 'Escape');
  await grid(page).focus();
  await press(page, 'j');
  await expectCursorAt(page, 1);
});
