import type { CDPSession, Page } from '@playwright/test';

/** `paintedMs`: from the event to the frame that shows the answer. `blockedMs`: the main thread's work on the way. */
export type Timing = { paintedMs: number; blockedMs: number };

type Step = {
  /** 'click': presses what the selector finds. 'type': puts the text into it. 'scroll': scrolls it by a window. */
  act: 'click' | 'type' | 'scroll';
  selector: string;
  text?: string;
};

const rounds = 7;
const patienceMs = 3_000;
/** Between two steps, as between two letters of somebody who types fast. */
const paceMs = 120;

/**
 * Does one thing in the page and times it to the frame in which the grid shows other rows or another count.
 * null: the grid stayed as it was.
 */
async function time(page: Page, session: CDPSession, step: Step): Promise<Timing | null> {
  await page.waitForTimeout(paceMs);
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 1_000 })));
  const busyBefore = await readBusyMs(session);
  const paintedMs = await page.evaluate(
    ({ step: { act, selector, text }, patienceMs: limitMs }) =>
      new Promise<number | null>(resolve => {
        const grid = document.querySelector('[role=grid]');
        const target = document.querySelector(selector);
        if (grid === null || target === null) throw new Error(`${selector} is not on the page`);
        const read = () => {
          const refs = [...grid.querySelectorAll('[data-ref]')].map(row => row.getAttribute('data-ref'));
          return `${grid.getAttribute('aria-rowcount')} ${refs.join()}`;
        };
        const before = read();
        const startedAt = performance.now();
        const observer = new MutationObserver(() => {
          if (read() === before) return;
          finish();
          window.afterPaint(() => resolve(performance.now() - startedAt));
        });
        const timer = setTimeout(() => {
          finish();
          resolve(null);
        }, limitMs);
        const finish = () => {
          observer.disconnect();
          clearTimeout(timer);
        };
        observer.observe(grid, { subtree: true, childList: true, attributes: true });
        if (act === 'click') (target as HTMLElement).click();
        else if (act === 'scroll') target.scrollTop += target.clientHeight;
        else {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(target, text);
          target.dispatchEvent(new Event('input', { bubbles: true }));
        }
      }),
    { step, patienceMs },
  );
  const blockedMs = (await readBusyMs(session)) - busyBefore;
  return paintedMs === null ? null : { paintedMs, blockedMs };
}

/** Processor time of all tasks that the main thread has run: others on the machine do not count. */
async function readBusyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function timeAll(page: Page, session: CDPSession, steps: readonly Step[]): Promise<Timing | null> {
  const timings: Timing[] = [];
  for (const step of steps) {
    if (timings.length >= rounds) break;
    const timing = await time(page, session, step);
    if (timing !== null) timings.push(timing);
  }
  if (timings.length === 0) return null;
  return {
    paintedMs: median(timings.map(timing => timing.paintedMs)),
    blockedMs: median(timings.map(timing => timing.blockedMs)),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export type InteractionTimings = Record<'floor' | 'sort' | 'filter' | 'search', Timing | null>;

/** Medians over a queue that holds all its rows and rests. */
export async function timeInteractions(page: Page): Promise<InteractionTimings> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const grid = '[role=grid]';
  await page.evaluate(selector => document.querySelector(selector)?.scrollTo({ top: 0 }), grid);
  const scrolls = Array.from({ length: 9 }, (): Step => ({ act: 'scroll', selector: grid }));
  const floor = await timeAll(page, session, scrolls);
  await page.evaluate(selector => document.querySelector(selector)?.scrollTo({ top: 0 }), grid);

  const headers = await page.locator('[role=columnheader][aria-sort] button[title^="Sort by"]').all();
  const titles = await Promise.all(headers.map(header => header.getAttribute('title')));
  const sortable = titles.filter(title => !title?.startsWith('Sort by vendor'));
  const sorts = [...sortable, ...sortable].map(
    (title): Step => ({ act: 'click', selector: `[title="${title}"]` }),
  );
  await timeAll(page, session, sorts.slice(0, sortable.length));
  const sort = await timeAll(page, session, sorts);

  const facets = ['Severity', 'Status', 'Connection', 'Tenant'].flatMap(name =>
    [2, 3].map(place => `fieldset[aria-label="${name}"] label:nth-of-type(${place}) input`),
  );
  // In, out, and off again.
  const presses = facets.flatMap(selector =>
    Array.from({ length: 3 }, (): Step => ({ act: 'click', selector })),
  );
  const filter = await timeAll(page, session, presses);
  for (const selector of facets) await page.uncheck(selector).catch(() => undefined);

  const search = 'input[aria-label="Search cases"]';
  const types = (word: string) =>
    Array.from(word, (_, at): Step => ({ act: 'type', selector: search, text: word.slice(0, at + 1) }));
  const typed = await timeAll(page, session, ['phishing', 'ransom', 'login'].flatMap(types));
  return { floor, sort, filter, search: typed };
}
