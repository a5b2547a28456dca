import type { Page } from '@playwright/test';

declare global {
  interface Window {
    /** Ms from the navigation's start to the frame in which something was first on screen. */
    seenAt: Record<string, number>;
    afterPaint: (run: () => void) => void;
  }
}

/** Installs, before any script of the page, a watch that notes when rows and counts were first painted. */
export async function watchPage(page: Page, counts: Readonly<Record<string, number>>): Promise<void> {
  await page.addInitScript(wanted => {
    window.seenAt = {};
    // The task after a frame's callbacks runs when the frame has been handed on.
    window.afterPaint = run => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = run;
        port2.postMessage(null);
      });
    };
    const note = (name: string) => {
      if (name in window.seenAt) return;
      window.seenAt[name] = Number.NaN;
      window.afterPaint(() => {
        window.seenAt[name] = performance.now();
      });
    };
    const look = () => {
      const grid = document.querySelector('[role=grid]');
      if (grid?.querySelector('[data-ref]') != null) note('first row');
      if (grid?.getAttribute('aria-rowcount') === String((wanted['rows'] ?? 0) + 1)) note('rows');
      const strip = document.querySelector('[aria-label="Freshness of each connection"]')?.textContent ?? '';
      const stellar = /Stellar([\d,]+)(?: of|,|\D|$)/.exec(strip)?.[1]?.replaceAll(',', '');
      if (stellar === String(wanted['stellar'])) note('stellar');
    };
    setInterval(look, 20);
  }, counts);
}

export async function whenSeen(page: Page, name: string, timeoutMs: number): Promise<number> {
  const seen = await page.waitForFunction(key => window.seenAt?.[key] || null, name, {
    timeout: timeoutMs,
    polling: 100,
  });
  return Number(await seen.jsonValue());
}
