import { expect, expectRows, grid, test } from './casefold.ts';
import {
  countOf,
  demoConnections,
  demoTotal,
  facet,
  header,
  openDemo,
  readRefs,
  rowAt,
  say,
} from './queue-screen.ts';

test('five vendors fill one queue, each with all of its records', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await expect(page.getByText(`${say(demoTotal)} cases and alerts`, { exact: true })).toBeVisible();
  for (const [name, count] of Object.entries(demoConnections))
    await expect(facet(page, 'Connection', name)).toHaveAccessibleName(`${name}, ${say(count)}`);
  for (const [name, count] of [
    ['Case', demoTotal - (demoConnections['GTA'] ?? 0)],
    ['Alert', demoConnections['GTA'] ?? 0],
  ] as const)
    await expect(facet(page, 'Kind', name)).toHaveAccessibleName(`${name}, ${say(count)}`);
});

test('the front door opens what is open, and the tab says how much that is', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/');
  await expect(page).toHaveURL(`${demoOrigin}/queue?status=new,open,in-progress,pending,other`);
  const tab = page.getByRole('link', { name: /^All open/ });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  // The facet is counted without its own filter, so the words that are open add up to the rows.
  let open = 0;
  for (const word of ['New', 'Open', 'In progress', 'Pending']) {
    const value = facet(page, 'Status', word);
    await expect(value).toBeChecked();
    open += await countOf(value);
  }
  await expectRows(page, open);
  await expect(tab).toHaveText(`All open${say(open)}`);
});

test('the list scrolls from its first row to its last under a header that stays', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin, '/queue?severity=critical');
  const total = await countOf(facet(page, 'Severity', 'Critical'));
  await expectRows(page, total);
  await grid(page).focus();
  const seen = new Set<string>();
  await expect(async () => {
    for (const ref of await readRefs(page)) seen.add(ref);
    await page.keyboard.press('PageDown');
    expect(seen.size).toBe(total);
  }).toPass({ intervals: [20] });
  await expect(rowAt(page, total)).toBeInViewport();
  await expect(rowAt(page, 1)).not.toBeInViewport();
  await expect(header(page, 'Title')).toBeInViewport();
});

test('a reload shows the whole queue at once from what is kept', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  const before = (await readRefs(page)).slice(0, 10);
  // Every length that the list ever has on the next page.
  await page.addInitScript(() => {
    const lengths: string[] = [];
    Object.assign(window, { lengths });
    new MutationObserver(() => {
      const length = document.querySelector('[role=grid]')?.getAttribute('aria-rowcount');
      if (typeof length === 'string' && lengths.at(-1) !== length) lengths.push(length);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.reload();
  await expectRows(page, demoTotal);
  expect((await readRefs(page)).slice(0, 10)).toEqual(before);
  const lengths = await page.evaluate(() => 'lengths' in window && window.lengths);
  expect(lengths).toEqual(['1', String(demoTotal + 1)]);
});
