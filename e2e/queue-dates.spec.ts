import { expect, expectRows, grid, test } from './casefold.ts';
import { chip, demoTotal, openDemo, readRows } from './queue-screen.ts';

const dayMs = 86_400_000;

async function rowCount(page: Parameters<typeof grid>[0]): Promise<number> {
  return Number(await grid(page).getAttribute('aria-rowcount')) - 1;
}

test('a stretch of time keeps what lies in it, and its rest is everything else', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin, '/queue?sort=createdAt');
  await expectRows(page, demoTotal);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Created' }).click();
  await page.getByRole('menuitem', { name: 'Last 7 days' }).click();
  await page.keyboard.press('Escape');
  await expect(chip(page, 'Created since 7 days ago')).toBeVisible();
  await expect.poll(() => rowCount(page)).toBeLessThan(demoTotal);
  const within = await rowCount(page);
  expect(within).toBeGreaterThan(0);
  const [oldest] = await readRows(page);
  expect(Date.now() - Date.parse(oldest?.texts['Age'] ?? '')).toBeLessThan(7 * dayMs + 60_000);

  await page.goto(`${demoOrigin}/queue?sort=-createdAt&created=..-7d`);
  await expect(chip(page, 'Created until 7 days ago')).toBeVisible();
  await expectRows(page, demoTotal - within);
  await expect
    .poll(async () => Date.now() - Date.parse((await readRows(page))[0]?.texts['Age'] ?? ''))
    .toBeGreaterThan(7 * dayMs - 60_000);
});

test('days are typed, are whole days of the analyst, and join another range', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin, '/queue?sort=updatedAt');
  await expectRows(page, demoTotal);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(Date.now() - 2 * dayMs);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Updated' }).click();
  await page.getByLabel('From', { exact: true }).fill(day);
  await page.getByLabel('To', { exact: true }).fill(day);
  await page.keyboard.press('Escape');
  await expect(chip(page, `Updated ${day} to ${day}`)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`updated=${day}\\.\\.${day}$`));
  await expect.poll(() => rowCount(page)).toBeLessThan(demoTotal);
  const rows = await readRows(page);
  expect(rows.length).toBeGreaterThan(0);
  const inOslo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
  for (const { texts } of rows) expect(inOslo.format(Date.parse(texts['Updated'] ?? ''))).toBe(day);

  const all = await rowCount(page);
  await page.goto(`${demoOrigin}/queue?updated=${day}..${day}&created=${day}..`);
  await expect(chip(page, `Created since ${day}`)).toBeVisible();
  await expect.poll(() => rowCount(page)).toBeLessThanOrEqual(all);
});

test('deadlines look ahead: what is past due stands first', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/queue?sort=dueAt&columns=title,dueAt,tags');
  await expectRows(page, demoTotal);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Due' }).click();
  await page.getByRole('menuitem', { name: 'Already past' }).click();
  await page.keyboard.press('Escape');
  await expect(chip(page, 'Due until 0 hours ago')).toBeVisible();
  await expect.poll(() => rowCount(page)).toBeLessThan(demoTotal);
  const rows = await readRows(page);
  expect(rows.length).toBeGreaterThan(0);
  for (const { texts } of rows) expect(Date.parse(texts['Due'] ?? '')).toBeLessThan(Date.now());
});
