import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { LiveCasefold } from './casefold.ts';
import { expect, failedRequests, openLive, readLog, setFaults, test } from './live.ts';
import { openDemo, rowAt } from './queue-screen.ts';
import { changeStellarCase } from './vendor-writes.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const vendors = ['stellar', 'argus', 'incydr', 'iris', 'gta'];
const readBackMs = 60_000;

/** The first record of a vendor that still waits for somebody. Answers its id at the vendor. */
async function openCase(page: Page, origin: string, vendor: string): Promise<string> {
  await page.goto(`${origin}/queue?vendor=${vendor}&status=new,open,in-progress`);
  await rowAt(page, 1).dblclick();
  await expect(page).toHaveURL(/\/case\//);
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '');
}

function composer(page: Page): Locator {
  return page.getByRole('region', { name: 'Composer' });
}

function fields(page: Page): Locator {
  return page.getByRole('region', { name: 'Fields' });
}

/** Types a note and sends it, by keys alone. */
async function writeNote(page: Page, text: string): Promise<void> {
  await expect(fields(page).getByRole('button', { name: /^Assignee/ })).not.toHaveAccessibleDescription(
    /^Asking/,
    { timeout: readBackMs },
  );
  await page.keyboard.press('m');
  await expect(composer(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.type(text);
  await expect(composer(page)).toContainText('Draft kept on this machine');
  await page.keyboard.press('Control+Enter');
}

/** Calls that the simulated vendor took and that carried these words. */
async function takenWith(live: LiveCasefold, vendor: string, words: string): Promise<number> {
  const log = await readLog(live, vendor);
  return log.filter(
    ({ method, isCommitted, body }) => method !== 'GET' && isCommitted && body.includes(words),
  ).length;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.failureSummary}`)).toEqual([]);
}

test.describe('writing on a case', () => {
  test.use({ expectedComplaints: failedRequests });

  test('a note on a record of each vendor is read back, and there once', async ({ page, live }) => {
    test.setTimeout(300_000);
    await openLive(page, live);
    for (const vendor of vendors)
      await test.step(vendor, async () => {
        const words = `Marked by ${vendor} desk`;
        await openCase(page, live.origin, vendor);
        await writeNote(page, words);
        await expect(composer(page).getByText(/^Saved, read back \d\d:\d\d:\d\d$/)).toBeVisible({
          timeout: readBackMs,
        });
        expect(await takenWith(live, vendor, words)).toBe(1);
      });
  });

  test('a note whose answer is lost ends as one note', async ({ page, live }) => {
    test.setTimeout(180_000);
    await openLive(page, live);
    await openCase(page, live.origin, 'stellar');
    await setFaults(live, {
      match: { vendor: 'stellar', method: 'POST', path: 'comments', nth: 1 },
      fault: 'drop-after-commit',
    });
    await writeNote(page, 'Lost on its way back');
    await expect(composer(page).getByText(/^Saved, read back/)).toBeVisible({ timeout: 120_000 });
    expect(await takenWith(live, 'stellar', 'Lost on its way back')).toBe(1);
  });

  test('status and assignee are changed by keys, and stay after a reload', async ({ page, live }) => {
    test.setTimeout(180_000);
    await openLive(page, live);
    await openCase(page, live.origin, 'stellar');
    const status = fields(page).getByRole('button', { name: /^Status/ });
    await expect(status).not.toHaveAttribute('aria-disabled', 'true', { timeout: readBackMs });
    await page.keyboard.press('s');
    await page.getByRole('menuitemradio', { name: 'Escalated' }).click();
    await expect(status).toContainText('Escalated');
    await expect(composer(page).getByText(/^Saved, read back/)).toHaveCount(1, { timeout: readBackMs });
    await page.keyboard.press('a');
    const people = page.getByRole('menu', { name: 'Assignee' });
    const person = people.getByRole('menuitemradio', { checked: false }).last();
    const name = (await person.textContent())?.trim() ?? '';
    await person.click();
    await expect(composer(page).getByText(/^Saved, read back/)).toHaveCount(2, { timeout: readBackMs });
    await page.reload();
    await expect(status).toContainText('Escalated');
    await expect(fields(page).getByRole('button', { name: /^Assignee/ })).toContainText(name);
  });

  test("a colleague's change is shown beside mine, and both are kept", async ({ page, live }) => {
    test.setTimeout(180_000);
    await openLive(page, live);
    const id = await openCase(page, live.origin, 'stellar');
    await changeStellarCase(live, id, { description: 'first line\nlast line' });
    await page.reload();
    await page.getByRole('button', { name: 'Edit description' }).click({ timeout: readBackMs });
    const editor = page.getByRole('textbox', { name: 'Description', exact: true });
    await editor.fill('first line\nlast line\nmine');
    await changeStellarCase(live, id, { description: 'theirs\nfirst line\nlast line' });
    await page.keyboard.press('Control+Enter');
    const merged = composer(page).getByRole('textbox', { name: 'Description with both kept' });
    await expect(merged).toHaveValue('theirs\nfirst line\nlast line\nmine', { timeout: readBackMs });
    await composer(page).getByRole('button', { name: 'Keep both' }).click();
    await expect(composer(page).getByText(/^Saved, read back/)).toBeVisible({ timeout: readBackMs });
    const log = await readLog(live, 'stellar');
    const sent = log.filter(({ method, body }) => method === 'PUT' && body.includes('mine'));
    expect(sent.map(({ body }) => JSON.parse(body).description)).toEqual([
      'theirs\nfirst line\nlast line\nmine',
    ]);
  });
});

test('a draft outlives a reload', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await openCase(page, demoOrigin, 'iris');
  await page.keyboard.press('m');
  await page.keyboard.type('RDP from WS-0412 confirmed');
  await page.reload();
  await composer(page)
    .getByRole('button', { name: /Draft.*RDP from WS-0412 confirmed/ })
    .click();
  await expect(composer(page).getByRole('textbox')).toHaveValue('RDP from WS-0412 confirmed');
});

for (const [colorScheme, width] of [
  ['light', 1440],
  ['dark', 390],
] as const)
  test(`in the demo a note is saved, and what writes is accessible, in ${colorScheme} at ${width} px`, async ({
    page,
    demoOrigin,
  }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await openDemo(page, demoOrigin);
    await openCase(page, demoOrigin, 'argus');
    await page.setViewportSize({ width, height: 844 });
    await expect(fields(page).getByRole('button', { name: /^Status/ })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.keyboard.press('s');
    await expect(page.getByRole('menu', { name: 'Status' })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await writeNote(page, 'Seen in the demo');
    await expect(composer(page).getByText(/^Saved, read back/)).toBeVisible({ timeout: readBackMs });
    await page.keyboard.press('m');
    await page.keyboard.type('Half a sentence');
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath(`writing-${width}.png`) });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit title' }).click();
    await page.keyboard.type('!');
    await page.getByRole('button', { name: 'Edit tags' }).click();
    await page.getByRole('button', { name: 'Edit description' }).click();
    await expect(page.getByRole('textbox', { name: 'Description', exact: true })).toBeFocused();
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath(`editing-${width}.png`) });
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('dialog', { name: /^Close/ })).toBeVisible();
    await expectAccessible(page);
  });
