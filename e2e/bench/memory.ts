import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

export type Memory = {
  pageHeapMb: number;
  /** null: this browser does not tell. */
  engineHeapMb: number | null;
  /** Of the tab's process, shared pages counted by share. null where the system does not tell (it is Linux that does). */
  tabMb: number | null;
};

/** After a collection of garbage, with the tab in front. */
export async function readMemory(browser: Browser, page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const engine = page.workers()[0];
  const engineHeap = await engine?.evaluate(() => {
    const { memory } = performance as { memory?: { usedJSHeapSize: number } };
    return memory?.usedJSHeapSize ?? null;
  });
  const system = await browser.newBrowserCDPSession();
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const tabs = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => readPssMb(id));
  const known = tabs.filter(mb => mb !== null);
  return {
    pageHeapMb: usedSize / 1e6,
    engineHeapMb: engineHeap == null ? null : engineHeap / 1e6,
    // The browser keeps an empty spare process beside the tab's.
    tabMb: known.length === 0 ? null : Math.max(...known),
  };
}

function readPssMb(pid: number): number | null {
  try {
    const kb = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return kb === undefined ? null : Number(kb) / 1000;
  } catch {
    return null;
  }
}
