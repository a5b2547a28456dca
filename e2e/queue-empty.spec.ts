import { expect, expectRows, test } from './casefold.ts';
import { chips, demoTotal, facet, openDemo, say, searchBox } from './queue-screen.ts';

test('a list that filters emptied says so, how much there is without them, and the way out', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await searchBox(page).fill('nothing is called like this');
  await expectRows(page, 0);
  await expect(page.getByText('No case matches.')).toBeVisible();
  await expect(page.getByText(`1 filter is on; without it there are ${say(demoTotal)}.`)).toBeVisible();
  await facet(page, 'Severity', 'Critical').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Assignee' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Me', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(`2 filters are on; without them there are ${say(demoTotal)}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expectRows(page, demoTotal);
  await expect(chips(page)).toHaveCount(0);
  await expect(searchBox(page)).toHaveValue('');
});

test('a list that is truly empty says that everybody was asked', async ({ page, demoOrigin }) => {
  await page.goto(`${demoOrigin}/queue?scenario=empty`);
  await expect(page.getByText('No cases and no alerts.')).toBeVisible({ timeout: 45_000 });
  await expect(page.getByText('All 5 connections were read, and there is nothing to show.')).toBeVisible();
  await expect(page.getByText('0 cases and alerts', { exact: true })).toBeVisible();
});

test.describe('with troubled vendors', () => {
  test.use({ expectedComplaints: [/^Failed to load resource/] });

  test('counts say "at least", and an outage is told where its rows are missing', async ({
    page,
    demoOrigin,
  }) => {
    await page.goto(`${demoOrigin}/queue?scenario=degraded`);
    const strip = page.getByRole('list', { name: 'Freshness of each connection' });
    await expect(strip.getByRole('listitem').filter({ hasText: 'Argus' })).toContainText(
      'Not reachable since',
      { timeout: 45_000 },
    );
    await expect(page.getByText(/^At least [\d,]+ cases and alerts$/)).toBeVisible();
    await expect(page.getByText(/Argus was never read|were never read/)).toBeVisible();

    await page.goto(`${demoOrigin}/queue?vendor=argus`);
    await expectRows(page, 0);
    // The filter alone does not explain it: Argus could not be read.
    await expect(page.getByText(/^Argus: /)).toBeVisible();
    await expect(page.getByRole('link', { name: 'Look at the connections' })).toBeVisible();
  });
});
