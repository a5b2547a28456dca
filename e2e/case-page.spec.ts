import type { Page } from '@playwright/test';
import { clearFaults, expect, expectAllRead, failedRequests, openLive, setFaults, test } from './live.ts';
import { rowAt } from './queue-screen.ts';

function section(page: Page, name: string) {
  return page.locator(`[data-case-section="${name}"]`);
}

/** From the top of what scrolls to the head of a section. */
async function distanceOf(page: Page, name: string): Promise<number> {
  return section(page, name).evaluate(element => {
    let box = element.parentElement;
    while (box !== null && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    const distance = element.getBoundingClientRect().top - (box?.getBoundingClientRect().top ?? 0);
    return Math.round(distance) || 0;
  });
}

test.describe('the case page', () => {
  test.use({ expectedComplaints: failedRequests });

  test('a digit leads to a section at once, and there one stays while others come in and cases pass by', async ({
    page,
    live,
  }) => {
    test.setTimeout(120_000);
    await openLive(page, live);
    await expectAllRead(page);
    await page.goto(`${live.origin}/queue?vendor=iris`);
    await rowAt(page, 1).dblclick();
    await section(page, 'Notes').waitFor();
    await page.keyboard.press('8');
    await expect(section(page, 'Notes')).toBeFocused();
    await expect(page.getByRole('button', { name: /^Notes \d/ })).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('button', { name: /^History \d/ })).toBeVisible();
    await expect.poll(() => distanceOf(page, 'Notes')).toBe(0);

    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 40);
    await expect.poll(() => distanceOf(page, 'Notes')).toBe(-40);
    const address = page.url();
    await page.keyboard.press(']');
    await expect(page).not.toHaveURL(address);
    await expect(page.getByRole('button', { name: /^History \d/ })).toBeVisible();
    await expect.poll(() => distanceOf(page, 'Notes')).toBe(-40);
    await page.keyboard.press('[');
    await expect(page).toHaveURL(address);
    await expect.poll(() => distanceOf(page, 'Notes')).toBe(-40);
  });

  test('one section that fails leaves the others, and is read when asked again', async ({ page, live }) => {
    await openLive(page, live);
    await setFaults(live, {
      match: { vendor: 'iris', path: '/case/evidences/list' },
      fault: 'status',
      args: { status: 500 },
    });
    await page.goto(`${live.origin}/queue?vendor=iris`);
    await rowAt(page, 1).dblclick();
    const evidence = page.getByRole('region', { name: 'Evidence', exact: true });
    await expect(evidence.getByRole('button', { name: 'Retry' })).toBeVisible({ timeout: 40_000 });
    await expect(page.getByRole('button', { name: /^Tasks \d/ })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Summary' })).not.toContainText('Not read.');
    await clearFaults(live);
    await evidence.getByRole('button', { name: 'Retry' }).click();
    await expect(evidence.getByRole('button', { name: 'Retry' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Evidence \d/ })).toBeVisible();
  });

  test('finds in all of a case and paints what it found', async ({ page, live }) => {
    await openLive(page, live);
    await page.goto(`${live.origin}/queue?vendor=argus`);
    await rowAt(page, 1).dblclick();
    await expect(page.getByRole('button', { name: /^Comments \d/ })).toBeVisible();
    await page.keyboard.press('/');
    const find = page.getByRole('region', { name: 'Find in this case' });
    await expect(find.getByRole('searchbox')).toBeFocused();
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await page.keyboard.type(title.slice(0, 12).toUpperCase());
    await expect(find.getByRole('status')).toHaveText(/^\d+ of \d+$/);
    const painted = await page.evaluate(() => CSS.highlights.get('cf-found')?.size ?? 0);
    await expect(find.getByRole('status')).toHaveText(new RegExp(`^\\d+ of ${painted}$`));
    await page.keyboard.press('Escape');
    await expect(find).toHaveCount(0);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await expect(page).toHaveURL(/\/case\//);
  });
});
