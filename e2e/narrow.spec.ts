import type { Page } from '@playwright/test';
import { expect, expectRows, grid, test } from './casefold.ts';
import { countOf, demoTotal, facet, openDemo, rowAt } from './queue-screen.ts';

/** The page stands still sideways, and nothing to read or press lies beyond its edge but in what scrolls by itself. */
async function expectNothingBeyondTheEdge(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    scrollTo(200, 0);
    const { clientWidth, scrollWidth } = document.documentElement;
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const outside = [...document.querySelectorAll('h1, h2, h3, p, button, a, input, dd, article')].filter(
      element => {
        const { right, width } = element.getBoundingClientRect();
        return width > 1 && right > clientWidth + 0.5 && !scrolls(element.parentElement);
      },
    );
    return {
      scrolled: scrollX,
      tooWidePx: scrollWidth - clientWidth,
      outside: outside.map(element => element.outerHTML.slice(0, 160)),
    };
  });
  expect(beyond).toEqual({ scrolled: 0, tooWidePx: 0, outside: [] });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('rows say title, vendor, status and age, and no page scrolls sideways', async ({
    page,
    demoOrigin,
  }) => {
    await page.goto(`${demoOrigin}/queue`);
    await expectRows(page, demoTotal);
    const rows = await grid(page).locator('[role=row][data-ref]').all();
    expect(rows.length).toBeGreaterThan(8);
    for (const row of rows.slice(0, 8)) {
      // A severity, a title, whose it is with its number, a status, who has it, and how old it is.
      await expect(row).toHaveAccessibleName(
        /^(Critical|High) \S.* (Stellar #|Argus |Incydr |IRIS |GTA )\S+ (New|Open|In progress|Pending|Closed|Resolved)\b.* (now|\d+(m|h|d|w|mo|y))$/i,
      );
      const [title, vendor, age] = [
        row.locator('[data-unread], span').first(),
        row.getByText(/^(Stellar|Argus|Incydr|IRIS|GTA)$/),
        row.locator('time'),
      ];
      for (const part of [title, vendor, age]) await expect(part).toBeInViewport({ ratio: 1 });
    }
    await expectNothingBeyondTheEdge(page);
    await rowAt(page, 1).tap();
    await expect(
      page.getByRole('region', { name: 'Raw' }).getByRole('button', { name: /^GET / }).first(),
    ).toBeVisible();
    await expectNothingBeyondTheEdge(page);
    await page.goto(`${demoOrigin}/connections`);
    await expect(page.getByRole('article')).toHaveCount(5);
    await expectNothingBeyondTheEdge(page);
    await page.goto(`${demoOrigin}/connections?add=1`);
    await expect(page.getByRole('complementary')).toBeVisible();
    await expectNothingBeyondTheEdge(page);
  });

  test('filters narrow the list from their sheet', async ({ page, demoOrigin }) => {
    await page.goto(`${demoOrigin}/queue`);
    await expectRows(page, demoTotal);
    await page.getByRole('button', { name: 'Filters', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    const critical = facet(page, 'Severity', 'Critical');
    const count = await countOf(critical);
    expect(count).toBeLessThan(demoTotal);
    await critical.tap();
    await expect(critical).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expectRows(page, count);
    expect(new URL(page.url()).search).toBe('?severity=critical');
    await expect(page.getByRole('button', { name: 'Filters 1' })).toBeVisible();
    await expectNothingBeyondTheEdge(page);
  });

  test('a tap opens a case, and back returns to the same list at the same place', async ({
    page,
    demoOrigin,
  }) => {
    await page.goto(`${demoOrigin}/queue?sort=-createdAt`);
    await expectRows(page, demoTotal);
    await grid(page).evaluate(element => element.scrollTo(0, 2_000));
    const row = rowAt(page, 30);
    await expect(row).toBeInViewport();
    const ref = await row.getAttribute('data-ref');
    await row.tap();
    await expect(page).toHaveURL(/\/case\//);
    await page.goBack();
    await expect(page).toHaveURL(/\/queue\?sort=-createdAt$/);
    await expect(grid(page).locator(`[data-ref="${ref}"]`)).toBeInViewport();
    await grid(page).locator(`[data-ref="${ref}"]`).tap();
    await page.getByRole('navigation', { name: 'List' }).getByRole('link').tap();
    await expect(page).toHaveURL(/\/queue\?sort=-createdAt$/);
    await expect(grid(page).locator(`[data-ref="${ref}"]`)).toBeInViewport();
  });

  test('the places stand at the bottom edge', async ({ page, demoOrigin }) => {
    await page.goto(`${demoOrigin}/queue`);
    await expectRows(page, demoTotal);
    const places = page.getByRole('navigation', { name: 'Main' });
    const box = await places.boundingBox();
    expect(box).toMatchObject({ x: 0, width: 390 });
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(844);
    await places.getByRole('link', { name: 'Connections' }).tap();
    await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible();
    await places.getByRole('link', { name: 'Queue' }).tap();
    await expect(grid(page)).toBeVisible();
    await places.getByRole('button', { name: 'Settings' }).tap();
    await expect(page.getByRole('menu', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('on a small laptop', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('the facets make room for the peek, and come back', async ({ page, demoOrigin }) => {
    await openDemo(page, demoOrigin);
    await expectRows(page, demoTotal);
    const facets = page.getByRole('complementary', { name: 'Filters' });
    const peek = page.getByRole('complementary', { name: 'Peek' });
    const filters = page.getByRole('button', { name: /^Filters/ });
    await expect(facets).toBeVisible();
    await expect(filters).toBeHidden();
    await expectNothingBeyondTheEdge(page);
    await rowAt(page, 1).click();
    await page.keyboard.press('Space');
    await expect(peek).toBeInViewport({ ratio: 1 });
    await expect(facets).toBeHidden();
    await expect(filters).toBeVisible();
    await expectNothingBeyondTheEdge(page);
    await filters.click();
    await expect(page.getByRole('dialog', { name: 'Filters' })).toContainText('Severity');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(peek).toBeHidden();
    await expect(facets).toBeVisible();
  });
});
