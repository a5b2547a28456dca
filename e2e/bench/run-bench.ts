import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { runIndexBench } from '#index-worker/index.bench.ts';
import { sizes } from '#mocks/scenarios.ts';
import { findBrowser } from '../find-browser.mjs';
import { buildForBench, builtServer, weighScripts } from './build.ts';
import { type InteractionTimings, median, timeInteractions } from './interactions.ts';
import { readMemory } from './memory.ts';
import { type OpenTimings, timeOpening } from './open-case.ts';
import { startProcess } from './processes.ts';
import { timePulls } from './pull-overhead.ts';
import { type Figure, printTable } from './table.ts';
import { watchPage, whenSeen } from './watch-page.ts';

const total = Object.values(sizes.large).reduce((sum, count) => sum + count, 0);
const fillPatienceMs = 180_000;
const reloads = 5;

type LiveFigures = {
  firstRowMs: number;
  allRowsMs: number;
  stellarMs: number;
  interactions: InteractionTimings;
  opening: OpenTimings;
  memory: Awaited<ReturnType<typeof readMemory>>;
  reloadMs: number;
};

/** `engine`: the index alone, in this process. `pull`: the gateway alone. Without a word: everything. */
export async function runBench(parts: readonly string[]): Promise<void> {
  const isWanted = (part: string) => parts.length === 0 || parts.includes(part);
  console.log(
    `Load before: ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores, Node ${process.version}\n`,
  );
  const figures: Figure[] = [];
  if (isWanted('live') || isWanted('pull')) figures.push(...describeBuild(buildForBench()));
  if (isWanted('pull')) figures.push(...(await measurePulls()));
  if (isWanted('live')) figures.push(...describeLive(await measureLive()));
  console.log(`Load ${loadavg()[0]?.toFixed(1)} after: what is above the cores makes everything slower\n`);
  printTable(figures);
  if (isWanted('engine')) {
    console.log('\nThe index alone, without worker or painting:');
    runIndexBench();
  }
}

function describeBuild(seconds: number): Figure[] {
  const { initialKb, engineKb } = weighScripts();
  return [
    { what: 'Build of app and gateway', value: seconds, unit: 's', target: 10 },
    { what: 'Initial JavaScript, gzip', value: initialKb, unit: 'kB', target: 230 },
    { what: 'Engine in its worker, gzip', value: engineKb, unit: 'kB', target: null },
  ];
}

async function measurePulls(): Promise<Figure[]> {
  const { directMs, gatewayMs } = await timePulls();
  return [
    { what: 'Pull of 140,000 rows from 20 ms away, straight', value: directMs, unit: 'ms', target: null },
    {
      what: 'The same through the gateway',
      value: gatewayMs,
      unit: 'ms',
      target: Math.round(directMs * 1.15),
      floor: { value: directMs, name: 'straight' },
    },
  ];
}

async function measureLive(): Promise<LiveFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'casefold-bench-'));
  const file = join(folder, 'declared.json');
  const mocks = await startProcess(
    ['mocks/serve-start.mjs'],
    { SCENARIO: 'large', MOCKS_PORT: '61000', CASEFOLD_CONNECTIONS: file },
    /^Simulators: .* ready$/m,
  );
  const casefold = await startProcess(
    [join(builtServer, 'serve.js')],
    { PORT: '0', CASEFOLD_CONNECTIONS: file, CASEFOLD_HOME: folder },
    /^Casefold: (\S+)$/m,
  );
  const browser = await launchBrowser();
  try {
    return await measureTab(browser, new URL(casefold.line));
  } finally {
    await browser.close();
    await casefold.stop();
    await mocks.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function launchBrowser(): Promise<Browser> {
  const found = findBrowser();
  return chromium.launch({
    ...(found?.path == null ? {} : { executablePath: found.path }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  });
}

async function measureTab(browser: Browser, { origin, hash }: URL): Promise<LiveFigures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  const page = await context.newPage();
  await watchPage(page, { rows: total, stellar: sizes.large.stellar });
  await page.goto(`${origin}/queue${hash}`);
  const firstRowMs = await whenSeen(page, 'first row', fillPatienceMs);
  const stellarMs = await whenSeen(page, 'stellar', fillPatienceMs);
  const allRowsMs = await whenSeen(page, 'rows', fillPatienceMs);
  // What follows a first reading has time to end: the snapshot on disk, the counts of the views.
  await page.waitForTimeout(6_000);
  const interactions = await timeInteractions(page);
  await page.goto(`${origin}/queue`);
  await whenSeen(page, 'rows', fillPatienceMs);
  const opening = await timeOpening(page);
  await page.goto(`${origin}/queue`);
  await whenSeen(page, 'rows', fillPatienceMs);
  await page.waitForTimeout(2_000);
  const memory = await readMemory(browser, page);
  return {
    firstRowMs,
    stellarMs,
    allRowsMs,
    interactions,
    opening,
    memory,
    reloadMs: await timeReloads(page),
  };
}

/** To all rows, while the gateway answers nothing yet. */
async function timeReloads(page: Page): Promise<number> {
  await page.context().route('**/api/**', async route => {
    await new Promise(resolve => setTimeout(resolve, 5_000));
    await route.continue().catch(() => undefined);
  });
  const took: number[] = [];
  for (let round = 0; round < reloads; round += 1) {
    await page.reload();
    took.push(await whenSeen(page, 'rows', fillPatienceMs));
  }
  return median(took);
}

function describeLive(live: LiveFigures): Figure[] {
  const { floor, ...steps } = live.interactions;
  const names = { sort: 'Sort', filter: 'Filter by a facet', search: 'Search, a letter more' };
  const floorOf = (value: number | undefined) =>
    value === undefined ? undefined : { value, name: 'repainting the window' };
  return [
    { what: 'First rows on screen after start', value: live.firstRowMs, unit: 'ms', target: 1_000 },
    { what: '139,380 rows of Stellar', value: live.stellarMs / 1_000, unit: 's', target: 15 },
    { what: 'All 150,000 rows of five vendors', value: live.allRowsMs / 1_000, unit: 's', target: null },
    { what: 'Reload to the full queue from cache', value: live.reloadMs, unit: 'ms', target: 1_500 },
    { what: 'Repainting the window alone', value: floor?.paintedMs ?? null, unit: 'ms', target: null },
    { what: '  main thread busy', value: floor?.blockedMs ?? null, unit: 'ms', target: null },
    ...(['sort', 'filter', 'search'] as const).flatMap((name): Figure[] => [
      {
        what: `${names[name]}, to the painted frame`,
        value: steps[name]?.paintedMs ?? null,
        unit: 'ms',
        target: 45,
        floor: floorOf(floor?.paintedMs),
      },
      {
        what: '  main thread busy',
        value: steps[name]?.blockedMs ?? null,
        unit: 'ms',
        target: 25,
        floor: floorOf(floor?.blockedMs),
      },
    ]),
    { what: 'A case opens, to its title', value: live.opening.uncached.titleMs, unit: 'ms', target: null },
    {
      what: '  to its words, from the vendor',
      value: live.opening.uncached.wordsMs,
      unit: 'ms',
      target: null,
    },
    { what: '  to its words, read before', value: live.opening.cached.wordsMs, unit: 'ms', target: null },
    { what: 'Tab in memory', value: live.memory.tabMb, unit: 'MB', target: 450 },
    { what: '  heap of the page', value: live.memory.pageHeapMb, unit: 'MB', target: null },
    { what: '  heap of the engine', value: live.memory.engineHeapMb, unit: 'MB', target: null },
  ];
}
