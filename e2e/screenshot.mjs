import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from './find-browser.mjs';

/** `npm run screenshot`: the picture of the README, taken of the demo with a row opened beside the list. */
const port = 4699;
if (!existsSync('dist/demo/index.html')) spawnSync('npm', ['run', 'build:demo'], { stdio: 'inherit' });
if (!existsSync('dist/server/serve-demo.js')) spawnSync('npm', ['run', 'build:server'], { stdio: 'inherit' });
const server = spawn(process.execPath, ['dist/server/serve-demo.js'], {
  env: { ...process.env, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
});
await new Promise(resolve => server.stdout.once('data', resolve));

const { path } = findOrInstallBrowser();
const browser = await chromium.launch({
  ...(path === null ? {} : { executablePath: path }),
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
  await page.goto(`http://127.0.0.1:${port}/`);
  // Five connections, each caught up with.
  await page.locator('[data-state="current"]').nth(4).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /new/ }).or(page.locator('[data-ref]')).first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await page.getByText('What happened').waitFor();
  await page.screenshot({ path: 'docs/queue.png' });
  console.log('docs/queue.png');
} finally {
  await browser.close();
  server.kill();
}
