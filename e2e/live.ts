import type { Locator, Page } from '@playwright/test';
import type { FaultRule } from '#mocks/fault-rules.ts';
import type { LoggedRequest } from '#mocks/request-log.ts';
import type { ScenarioName } from '#mocks/simulator.ts';
import { test as base, expect, expectRows, type LiveCasefold, startLive } from './casefold.ts';
import { demoConnections, demoTotal, say } from './queue-screen.ts';

/** What Chromium says of every answer that is not 2xx; a test that provokes one expects it. */
export const failedRequests = [/^Failed to load resource/];

/** Specs of the live product: gateway and simulated vendors of a scenario, started anew for each test. */
export const test = base.extend<{ scenario: ScenarioName; isDeclared: boolean; live: LiveCasefold }>({
  scenario: ['demo', { option: true }],
  /** Is every simulated vendor connected from the start, or is nothing set up yet? */
  isDeclared: [true, { option: true }],
  live: async ({ scenario, isDeclared }, use, testInfo) => {
    // Two processes and a browser: on a busy machine the start alone may take long.
    testInfo.setTimeout(testInfo.timeout + 60_000);
    const live = await startLive(scenario, { isDeclared });
    await use(live);
    await live.stop();
  },
});

export { expect };

/** Opens a page of the app with the launch token, as from the line that `npm start` prints. */
export async function openLive(page: Page, live: LiveCasefold, path = '/queue'): Promise<void> {
  await page.goto(live.origin + path + new URL(live.url).hash);
}

/** A connection in the freshness strip. */
export function stripItem(page: Page, name: string): Locator {
  return page
    .getByRole('list', { name: 'Freshness of each connection' })
    .getByRole('listitem')
    .filter({ hasText: name });
}

/** Waits until every connection of scenario `demo` was read to its end, which is also when its last page is on disk. */
export async function expectAllRead(page: Page): Promise<void> {
  await expectRows(page, demoTotal);
  // Argus tells tags by one call per case.
  for (const [name, count] of Object.entries(demoConnections))
    await expect(stripItem(page, name)).toHaveText(
      new RegExp(`^${name}${say(count)}(now|\\d+ (s|min) ago)$`),
      {
        timeout: 60_000,
      },
    );
}

export async function setFaults(live: LiveCasefold, ...rules: FaultRule[]): Promise<void> {
  const answer = await fetch(`${live.mocksOrigin}/__faults`, { method: 'PUT', body: JSON.stringify(rules) });
  expect(answer.status, await answer.text()).toBe(200);
}

export async function clearFaults(live: LiveCasefold): Promise<void> {
  await fetch(`${live.mocksOrigin}/__faults`, { method: 'DELETE' });
}

/** What a vendor was asked, in order. */
export async function readLog(live: LiveCasefold, vendor?: string): Promise<LoggedRequest[]> {
  const answer = await fetch(`${live.mocksOrigin}/__log`);
  const entries = (await answer.json()) as LoggedRequest[];
  return entries.filter(entry => vendor === undefined || entry.vendor === vendor);
}

export async function clearLog(live: LiveCasefold): Promise<void> {
  await fetch(`${live.mocksOrigin}/__log`, { method: 'DELETE' });
}

function showAs(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  return page.evaluate(given => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => given });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}

/** Another tab is in front of this one. */
export function hide(page: Page): Promise<void> {
  return showAs(page, 'hidden');
}

/** Leaves the tab and comes back to it, on which the vendors are asked at once and not when the next poll is due. */
export async function comeBack(page: Page): Promise<void> {
  await showAs(page, 'hidden');
  await showAs(page, 'visible');
}
