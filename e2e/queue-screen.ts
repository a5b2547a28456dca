import type { Locator, Page } from '@playwright/test';
import { sizes } from '#mocks/scenarios.ts';
import { expect, grid } from './casefold.ts';

/** The demo's connections by name, with how many records each vendor has. */
export const demoConnections: Readonly<Record<string, number>> = {
  Stellar: sizes.demo.stellar,
  Argus: sizes.demo.argus,
  'Incydr US2': sizes.demo.incydr,
  IRIS: sizes.demo.iris,
  GTA: sizes.demo.gta,
};

export const demoTotal = Object.values(demoConnections).reduce((sum, count) => sum + count, 0);

export function say(count: number): string {
  return count.toLocaleString('en');
}

/** Opens a page of the demo and waits until every vendor was read to the end. */
export async function openDemo(page: Page, origin: string, path = '/queue'): Promise<void> {
  await page.goto(origin + path);
  // On a narrow screen it is not drawn while all is well.
  const strip = page.getByRole('list', { name: 'Freshness of each connection', includeHidden: true });
  for (const [name, count] of Object.entries(demoConnections))
    await expect(strip.getByRole('listitem', { includeHidden: true }).filter({ hasText: name })).toHaveText(
      // The age stands there once the vendor was read to its end.
      new RegExp(`^${name}\\s*${say(count)}\\s*(now|\\d+ s ago)`),
      { timeout: 45_000 },
    );
}

export function searchBox(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search cases' });
}

export function facetGroup(page: Page, field: string): Locator {
  return page.getByRole('group', { name: field, exact: true });
}

/** A value of a facet by the word that its name begins with. */
export function facet(page: Page, field: string, value: string): Locator {
  const word = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return facetGroup(page, field).getByRole('checkbox', { name: new RegExp(`^${word},( not,)? [\\d,]+$`) });
}

/** The count that a facet's name ends with. */
export async function countOf(value: Locator): Promise<number> {
  const name = await value.getAttribute('aria-label');
  return Number(/([\d,]+)$/.exec(name ?? '')?.[1]?.replaceAll(',', ''));
}

export function chip(page: Page, sentence: string | RegExp): Locator {
  const name = typeof sentence === 'string' ? `Remove filter: ${sentence}` : sentence;
  return page.getByRole('button', { name, exact: true });
}

export function chips(page: Page): Locator {
  return page.getByRole('button', { name: /^Remove filter: / });
}

export function header(page: Page, name: string): Locator {
  return grid(page)
    .getByRole('columnheader')
    .filter({ has: page.getByRole('button', { name: `Column ${name}`, exact: true }) });
}

/** Headers from left to right, without the one of the checkboxes. */
export function headerNames(page: Page): Promise<string[]> {
  return grid(page)
    .getByRole('button', { name: /^Column / })
    .evaluateAll(buttons => buttons.map(button => button.getAttribute('aria-label')?.slice(7) ?? ''));
}

/** The row at a place of the list, from 1. */
export function rowAt(page: Page, place: number): Locator {
  return grid(page).locator(`[role=row][aria-rowindex="${place + 1}"]`);
}

export function rowOf(page: Page, ref: string): Locator {
  return grid(page).locator(`[role=row][data-ref="${ref}"]`);
}

export async function cellOf(page: Page, row: Locator, name: string): Promise<Locator> {
  const at = (await headerNames(page)).indexOf(name);
  expect(at, `there is a column ${name}`).toBeGreaterThanOrEqual(0);
  return row.getByRole('gridcell').nth(at + 1);
}

export type ReadRow = { ref: string; place: number; texts: Readonly<Record<string, string>> };

/** What the rows drawn now say, from the top: words, the name of a mark, or the instant of a time. */
export async function readRows(page: Page): Promise<ReadRow[]> {
  const names = await headerNames(page);
  return grid(page).evaluate((element, headers) => {
    const textOf = (cell: Element | undefined) => {
      const time = cell?.querySelector('time');
      if (time) return time.dateTime;
      return cell?.querySelector('[role=img]')?.getAttribute('aria-label') ?? cell?.textContent ?? '';
    };
    return [...element.querySelectorAll('[role=row][data-ref]')]
      .map(row => {
        const [, ...cells] = row.querySelectorAll('[role=gridcell]');
        return {
          ref: row.getAttribute('data-ref') ?? '',
          place: Number(row.getAttribute('aria-rowindex')) - 1,
          texts: Object.fromEntries(headers.map((name, at) => [name, textOf(cells[at])])),
        };
      })
      .sort((a, b) => a.place - b.place);
  }, names);
}

export async function readRefs(page: Page): Promise<string[]> {
  return (await readRows(page)).map(row => row.ref);
}

/** Opens a menu by its button and chooses an entry. */
export async function choose(page: Page, button: Locator, entry: string | RegExp): Promise<void> {
  await button.click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}
