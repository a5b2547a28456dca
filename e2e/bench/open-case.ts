import type { Page } from '@playwright/test';
import { median } from './interactions.ts';

const rounds = 7;
const patienceMs = 10_000;

/** From the key to the painted frame: with the title, and with the first words of the case itself. */
export type OpenTiming = { titleMs: number; wordsMs: number };
export type OpenTimings = { uncached: OpenTiming; cached: OpenTiming };

/** Opens cases that the vendor was never asked for, and those same ones again. The queue is on screen before and after. */
export async function timeOpening(page: Page): Promise<OpenTimings> {
  const uncached: OpenTiming[] = [];
  const cached: OpenTiming[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // The cursor stays where it was left.
    await page.locator('[role=grid]').focus();
    await page.keyboard.press(round === 0 ? 'Home' : 'ArrowDown');
    await page.waitForTimeout(400);
    uncached.push(await timeOne(page));
    await page.waitForTimeout(800);
    await goBack(page);
    cached.push(await timeOne(page));
    await goBack(page);
  }
  return { uncached: middle(uncached), cached: middle(cached) };
}

async function goBack(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('[role=grid] [data-cursor]').waitFor();
  await page.waitForTimeout(300);
}

function timeOne(page: Page): Promise<OpenTiming> {
  return page.evaluate(
    limitMs =>
      new Promise<{ titleMs: number; wordsMs: number }>((resolve, reject) => {
        const startedAt = performance.now();
        let titleMs = Number.NaN;
        const summary = () => document.querySelector('[data-case-section="Summary"]');
        const look = () => {
          const isTitled = document.querySelector('h1')?.closest('main') != null && summary() !== null;
          if (isTitled && Number.isNaN(titleMs)) {
            titleMs = 0;
            window.afterPaint(() => {
              titleMs = performance.now() - startedAt;
            });
          }
          // Its own name alone is a section that still waits.
          if ((summary()?.textContent?.length ?? 0) < 30) return;
          clearTimeout(timer);
          observer.disconnect();
          window.afterPaint(() => resolve({ titleMs, wordsMs: performance.now() - startedAt }));
        };
        const timer = setTimeout(() => reject(new Error('The case did not open.')), limitMs);
        const observer = new MutationObserver(look);
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        document
          .querySelector('[role=grid]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true }));
      }),
    patienceMs,
  );
}

function middle(timings: readonly OpenTiming[]): OpenTiming {
  return {
    titleMs: median(timings.map(timing => timing.titleMs)),
    wordsMs: median(timings.map(timing => timing.wordsMs)),
  };
}
