import type { Page } from '@playwright/test';
import { expect, test } from './casefold.ts';
import { openDemo } from './queue-screen.ts';

/** Dark or light, by the colour that the page really has. */
function readScheme(page: Page): Promise<string> {
  return page.evaluate(() => {
    const [red = 0, green = 0, blue = 0] =
      getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
    return red + green + blue < 384 ? 'dark' : 'light';
  });
}

async function chooseColours(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
  await page.keyboard.press('Escape');
}

test('colours follow the system until chosen, and then stay over a reload', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expect.poll(() => readScheme(page)).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(() => readScheme(page)).toBe('light');

  await chooseColours(page, 'Dark');
  await expect.poll(() => readScheme(page)).toBe('dark');
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Cases' })).toBeVisible();
  expect(await readScheme(page)).toBe('dark');
  await chooseColours(page, 'Light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => readScheme(page)).toBe('light');
  await chooseColours(page, 'As the system');
  await expect.poll(() => readScheme(page)).toBe('dark');
});
