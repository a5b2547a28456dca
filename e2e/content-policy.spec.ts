import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { simulatedVendors } from '#mocks/scenarios.ts';
import { expect, expectRows, grid, test } from './casefold.ts';
import { test as liveTest, openLive } from './live.ts';
import { demoTotal, openDemo, rowAt } from './queue-screen.ts';

/** What the page's policy refused, and what was asked of any other origin, from now on over all navigations. */
async function watch(page: Page, origin: string): Promise<{ refused: string[]; outside: string[] }> {
  const refused: string[] = [];
  const outside: string[] = [];
  await page.exposeFunction('tellRefused', (what: string) => refused.push(what));
  await page.addInitScript(() => {
    const { tellRefused } = globalThis as { tellRefused?: (what: string) => void };
    addEventListener('securitypolicyviolation', event =>
      tellRefused?.(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile} ${event.sample}`),
    );
  });
  page.context().on('request', request => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) outside.push(request.url());
  });
  return { refused, outside };
}

/** Every page and every overlay, and a case of each vendor. */
async function lookAtEverything(page: Page, origin: string): Promise<void> {
  await expectRows(page, demoTotal);
  await rowAt(page, 1).click();
  await page.keyboard.press('Space');
  await expect(page.getByRole('complementary', { name: 'Peek' })).toContainText('What happened');
  await grid(page).hover();
  await page.mouse.wheel(0, 4_000);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Find or run a command' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitemradio', { name: 'Light' }).click();
  await page.keyboard.press('Escape');

  for (const vendor of simulatedVendors) {
    await page.goto(`${origin}/queue?vendor=${vendor}`);
    await rowAt(page, 1).click();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/case\//);
    await page.getByRole('button', { name: /^GET / }).first().click();
    await expect(page.getByRole('tree')).toBeVisible();
  }
  await page.goto(`${origin}/connections`);
  await expect(page.getByRole('article')).toHaveCount(5);
  await page.getByRole('article').first().getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goto(`${origin}/connections?add=1`);
  await expect(page.getByRole('complementary')).toBeVisible();
  await page.goto(`${origin}/nowhere`);
  await expect(page.getByText('There is no such page.')).toBeVisible();
}

test('the demo breaks no rule of its policy and asks nothing of another origin', async ({
  page,
  demoOrigin,
}) => {
  test.slow();
  const { refused, outside } = await watch(page, demoOrigin);
  await openDemo(page, demoOrigin);
  await lookAtEverything(page, demoOrigin);
  expect(refused).toEqual([]);
  expect(outside).toEqual([]);
});

liveTest(
  'the live app breaks no rule of its policy and asks nothing of another origin',
  async ({ page, live }) => {
    liveTest.slow();
    const { refused, outside } = await watch(page, live.origin);
    await openLive(page, live);
    await lookAtEverything(page, live.origin);
    expect(refused).toEqual([]);
    expect(outside).toEqual([]);
  },
);

liveTest('every page of the live app comes with the strict policy', async ({ live }) => {
  for (const path of ['/', '/queue', '/case/argus/1', '/connections', '/nowhere']) {
    const { headers } = await fetch(live.origin + path);
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map(rule => {
        const [name = '', ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy), path).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' data:",
      'font-src': "'self'",
      'worker-src': "'self'",
      'manifest-src': "'self'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'dompurify casefold',
    });
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
  }
});

test.describe('what a page must not do', () => {
  test.use({ expectedComplaints: [/Content Security Policy|Trusted(HTML|Script)/] });

  test('is refused, and would be noticed above', async ({ page, demoOrigin }) => {
    const { refused } = await watch(page, demoOrigin);
    await page.goto(`${demoOrigin}/nowhere`);
    await expect(page.getByText('There is no such page.')).toBeVisible();
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.append('globalThis.hasRun = true');
      const style = document.createElement('style');
      style.append('body { opacity: 0 }');
      let hasParsed = true;
      try {
        document.head.append(script);
      } catch {}
      document.head.append(style);
      try {
        document.createElement('div').innerHTML = '<b>bold</b>';
      } catch {
        hasParsed = false;
      }
      const hasLeft = await fetch('https://elsewhere.invalid/').then(
        () => true,
        () => false,
      );
      return {
        hasRun: 'hasRun' in globalThis,
        isStyled: getComputedStyle(document.body).opacity === '0',
        hasParsed,
        hasLeft,
      };
    });
    expect(ran).toEqual({ hasRun: false, isStyled: false, hasParsed: false, hasLeft: false });
    await expect
      .poll(() => [...new Set(refused.map(what => what.split(' ')[0]))].sort())
      .toEqual(['connect-src', 'require-trusted-types-for', 'style-src-elem']);
  });
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}

test('the built pages hold no script and no style of their own', () => {
  const pages = [...filesOf('dist/app'), ...filesOf('dist/demo')].filter(file => file.endsWith('.html'));
  expect(pages).toEqual(expect.arrayContaining(['dist/app/index.html', 'dist/demo/index.html']));
  for (const file of pages) {
    const html = readFileSync(file, 'utf8');
    expect(html, file).toMatch(/<script\b[^>]*\bsrc="/);
    expect(html, file).not.toMatch(/<script\b(?![^>]*\bsrc=")/);
    expect(html, file).not.toMatch(/<style\b|\sstyle=|\son\w+=|javascript:/);
  }
});

test('the live build holds no simulated vendor, no service worker and nothing that makes code of text', () => {
  const files = filesOf('dist/app');
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter(file => /serviceWorker/i.test(file))).toEqual([]);
  const signs = [
    /casefold\.example/,
    /Kerberoasting/,
    /serviceWorker\.register/,
    /\beval\(/,
    /new Function\b/,
  ];
  const found = files.flatMap(file => {
    const text = readFileSync(file, 'utf8');
    return signs.filter(sign => sign.test(text)).map(sign => `${file}: ${sign}`);
  });
  expect(found).toEqual([]);
  // The demo does hold them, so the words are the right ones to look for.
  const demo = filesOf('dist/demo').map(file => readFileSync(file, 'utf8'));
  expect(demo.some(text => text.includes('casefold.example'))).toBe(true);
  expect(demo.some(text => text.includes('Kerberoasting'))).toBe(true);
});
