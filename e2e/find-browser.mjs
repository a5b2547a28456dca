import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
].filter(Boolean);

/**
 * A browser for the tests: Playwright's own, else an installed Chromium or Chrome. null where there is none.
 * `path` null: Playwright knows where its own is.
 */
export function findBrowser() {
  if (existsSync(chromium.executablePath())) return { path: null, name: "Playwright's own Chromium" };
  const path = installed.find(candidate => existsSync(candidate));
  return path === undefined ? null : { path, name: path };
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** Installs one where there is none: Playwright's, or Debian's where Playwright's cannot be had. */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found !== null) return found;
  console.log('No Chromium here: installing one.');
  if (run('npx', ['playwright', 'install', 'chromium']) && findBrowser() !== null) return findBrowser();
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (isDebianRoot && run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', 'chromium']);
  const now = findBrowser();
  if (now === null)
    throw new Error(
      'No browser could be installed. Install Chromium, or set CHROMIUM_PATH to one, and try again.',
    );
  return now;
}
