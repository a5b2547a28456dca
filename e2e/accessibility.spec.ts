import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { simulatedVendors } from '#mocks/scenarios.ts';
import { expect, expectRows, grid, startEmpty, test } from './casefold.ts';
import { failedRequests, test as liveTest, openLive } from './live.ts';
import { demoTotal, facet, openDemo, rowAt, searchBox } from './queue-screen.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No violation in what is shown now, once everything that fades or slides has come to rest. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(animation => animation.finished),
    ),
  );
  const { violations, passes } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    places: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
    count: nodes.length,
  }));
  expect(found).toEqual([]);
  // An empty page would have nothing to complain of.
  expect(passes.length).toBeGreaterThan(5);
}

for (const colorScheme of ['dark', 'light'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the queue with an open peek', async ({ page, demoOrigin }) => {
      await openDemo(page, demoOrigin);
      await expectRows(page, demoTotal);
      await expectAccessible(page);
      await rowAt(page, 2).click();
      await page.keyboard.press('Space');
      const peek = page.getByRole('complementary', { name: 'Peek' });
      await expect(peek.getByText('What happened')).toBeVisible();
      await expect(peek.getByRole('link', { name: /^Open in / })).toBeVisible();
      await page.keyboard.press('x');
      await facet(page, 'Severity', 'Critical').hover();
      await expectAccessible(page);
    });

    test('the queue narrowed by filters, and filtered to nothing', async ({ page, demoOrigin }) => {
      await openDemo(page, demoOrigin, '/queue?severity=critical,high&vendor=!gta&created=-30d..&nonsense=1');
      await expect(grid(page).locator('[role=row][data-ref]').first()).toBeVisible();
      await expectAccessible(page);
      await searchBox(page).fill('nothing is called like this');
      await expect(page.getByText('No case matches.')).toBeVisible();
      await expectAccessible(page);
    });

    test('a case with its raw answer', async ({ page, demoOrigin }) => {
      await openDemo(page, demoOrigin);
      await rowAt(page, 1).click();
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/case\//);
      await page.getByRole('button', { name: /^GET / }).first().click();
      await expect(page.getByRole('tree')).toBeVisible();
      await expectAccessible(page);
    });

    test('a case of each vendor with what its rows open, and the search in it', async ({
      page,
      demoOrigin,
    }) => {
      test.setTimeout(180_000);
      await openDemo(page, demoOrigin);
      for (const vendor of simulatedVendors) {
        await page.goto(`${demoOrigin}/queue?vendor=${vendor}`);
        await rowAt(page, 1).click();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('button', { name: /^History \d/ })).toBeVisible();
        const openers = page.getByRole('button', { name: /^More of / });
        for (const opener of (await openers.all()).slice(0, 3)) await opener.click();
        await page.keyboard.press('/');
        await page.keyboard.type('an');
        await expect(page.getByRole('region', { name: 'Find in this case' }).getByRole('status')).toHaveText(
          /^\d+ of \d+$/,
        );
        await expectAccessible(page);
      }
    });

    test('a case of a connection that does not exist', async ({ page, demoOrigin }) => {
      await page.goto(`${demoOrigin}/case/nowhere/1`);
      await expect(page.getByRole('main')).toContainText('nowhere');
      await expectAccessible(page);
    });

    test('connections, and the form for a new one', async ({ page, demoOrigin }) => {
      await page.goto(`${demoOrigin}/connections`);
      await expect(page.getByRole('article')).toHaveCount(5);
      await expectAccessible(page);
      await page.goto(`${demoOrigin}/connections?add=1`);
      await expect(page.getByRole('complementary')).toBeVisible();
      await expectAccessible(page);
    });

    test('an address that is no page', async ({ page, demoOrigin }) => {
      await page.goto(`${demoOrigin}/nowhere/at/all`);
      await expect(page.getByText('There is no such page.')).toBeVisible();
      await expectAccessible(page);
    });

    test('open menus', async ({ page, demoOrigin }) => {
      // Many looks of axe at a whole page.
      test.slow();
      await openDemo(page, demoOrigin);
      await page.getByRole('button', { name: 'Settings' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();

      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Assignee' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitemcheckbox', { name: 'Me', exact: true })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menuitemcheckbox', { name: 'Unassigned', exact: true })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);

      await page.getByRole('button', { name: 'Column Title', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    });

    test('the keys and the palette', async ({ page, demoOrigin }) => {
      await openDemo(page, demoOrigin);
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      await page.keyboard.press('Control+k');
      await expect(page.getByRole('textbox', { name: 'Find or run a command' })).toBeFocused();
      await expectAccessible(page);
      await page.keyboard.type('zzzz');
      await expect(page.getByText('Nothing by that name')).toBeVisible();
      await expectAccessible(page);
    });

    test.describe('on a narrow screen', () => {
      test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

      test('the queue, its filters, a case and the connections', async ({ page, demoOrigin }) => {
        await page.goto(`${demoOrigin}/queue`);
        await expectRows(page, demoTotal);
        await expectAccessible(page);
        await page.getByRole('button', { name: /^Filters/ }).tap();
        await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await rowAt(page, 1).tap();
        await expect(
          page.getByRole('region', { name: 'Raw' }).getByRole('button', { name: /^GET / }).first(),
        ).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('link', { name: 'Connections' }).tap();
        await expect(page.getByRole('article')).toHaveCount(5);
        await expectAccessible(page);
      });
    });

    test('a first start, without any connection', async ({ page }) => {
      const empty = await startEmpty({ CASEFOLD_SECRETS: 'memory' });
      try {
        await page.goto(empty.url);
        await expect(page.getByText('No vendor is connected yet.')).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('link', { name: 'Look at the demo' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
        await expect(page.getByText('No connection yet.')).toBeVisible();
        await expectAccessible(page);
      } finally {
        await empty.stop();
      }
    });
  });

liveTest.describe('a tab of an earlier start', () => {
  liveTest.use({ expectedComplaints: failedRequests });

  for (const colorScheme of ['dark', 'light'] as const)
    liveTest(`in ${colorScheme}`, async ({ page, live }) => {
      await page.emulateMedia({ colorScheme });
      await openLive(page, live);
      await expect(grid(page)).toBeVisible();
      await live.restart();
      await page.reload();
      await expect(page.getByText('This tab belongs to an earlier start of Casefold.')).toBeVisible();
      await expectAccessible(page);
    });
});
