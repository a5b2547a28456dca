import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test as base } from '@playwright/test';
import { startEmpty } from './casefold.ts';
import { expect, failedRequests, openLive, test } from './live.ts';

/** Specs of the process alone, without a page. */
const processTest = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'casefold-start-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

function spawnCasefold(folder: string, environment: Record<string, string>) {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, ['dist/server/serve.js'], {
    env: { PATH, CASEFOLD_HOME: folder, CASEFOLD_SECRETS: 'memory', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts Casefold and waits for its end; what it said and with which code it ended. */
async function startInVain(folder: string, environment: Record<string, string>) {
  const child = spawnCasefold(folder, environment);
  const [[code], output, errors] = await Promise.all([
    once(child, 'exit'),
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, output, errors };
}

const canary = 'canary-key-0123456789';
const iris = {
  id: 'iris',
  vendor: 'iris',
  name: 'IRIS',
  settings: { origin: 'https://iris.example', defaultCid: '1' },
  secrets: { apiKey: canary } as Record<string, unknown>,
};
const declare = (change: Partial<typeof iris>) => JSON.stringify({ connections: [{ ...iris, ...change }] });

const refusals: readonly (readonly [what: string, content: string | null, mode: number, told: string])[] = [
  ['is missing', null, 0o600, 'FILE is missing: set CASEFOLD_CONNECTIONS to a connections file of yours.'],
  [
    'is not JSON',
    `{\n  "connections": [ ${canary} ]\n}`,
    0o600,
    'FILE is not JSON at line 2, column 20: correct it there.',
  ],
  [
    'holds secrets that its group may read',
    declare({}),
    0o640,
    'FILE holds secrets and may be read by others: run chmod 600 FILE.',
  ],
  [
    'names an unknown vendor',
    declare({ vendor: 'plum' }),
    0o600,
    'FILE: connections[0].vendor is not known: use one of stellar, argus, incydr, iris, gta.',
  ],
  [
    'lacks a secret',
    declare({ secrets: {} }),
    0o600,
    'FILE: connections[0].secrets.apiKey is missing: add it as text, { "env": … } or { "file": … }.',
  ],
  [
    'names a variable that is not set',
    declare({ secrets: { apiKey: { env: 'IRIS_KEY' } } }),
    0o600,
    'FILE: connections[0].secrets.apiKey: set the environment variable IRIS_KEY.',
  ],
];

for (const [what, content, mode, told] of refusals)
  processTest(`a connections file that ${what} ends the start with one sentence`, async ({ folder }) => {
    const file = join(folder, 'connections.json');
    if (content !== null) await writeFile(file, content, { mode });
    const { code, output, errors } = await startInVain(folder, { PORT: '0', CASEFOLD_CONNECTIONS: file });
    expect(errors).toBe(`${told.replaceAll('FILE', file)}\n`);
    expect(errors).not.toContain(canary);
    // The address is said as soon as something listens: nothing did.
    expect(output).toBe('');
    expect(code).toBe(2);
  });

processTest('a port in use ends the start, names PORT, and leaves who uses it alone', async ({ folder }) => {
  const other = createServer((_, response) => response.end('somebody else'));
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  expect(await startInVain(folder, { PORT: String(port) })).toEqual({
    code: 2,
    output: '',
    errors: `Port ${port} is in use: stop what listens there, or set PORT to a free one.\n`,
  });
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('somebody else');
  other.close();
});

processTest('SIGTERM ends it with 0, and nothing listens any more', async ({ folder }) => {
  const child = spawnCasefold(folder, { PORT: '0' });
  const errors = text(child.stderr);
  const [line] = await once(child.stdout, 'data');
  const { origin, hash } = new URL(/^Casefold: (\S+)\n$/.exec(String(line))?.[1] ?? '');
  expect(hash).toMatch(/^#token=[\w-]{43}$/);
  expect((await fetch(origin)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect(fetch(origin)).rejects.toThrow();
  expect(await errors).toBe('');
});

test('a first start without connections leads to the form and to the demo', async ({ page }) => {
  const empty = await startEmpty({ CASEFOLD_SECRETS: 'memory' });
  await page.goto(empty.url);
  await expect(page.getByText('No vendor is connected yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Add a vendor' }).click();
  await expect(page).toHaveURL(`${empty.origin}/connections?add=1`);
  await expect(page.getByRole('heading', { name: 'Add a vendor' })).toBeVisible();

  await page.goBack();
  await page.getByRole('link', { name: 'Look at the demo' }).click();
  const dialog = page.getByRole('dialog', { name: 'Look at the demo' });
  await expect(dialog).toContainText('npm run demo');
  await expect(dialog.getByRole('button', { name: 'Copy the command' })).toBeVisible();
  await empty.stop();
});

test.describe('the key of a start', () => {
  test.use({ scenario: 'empty', expectedComplaints: failedRequests });

  test('leaves the address at once, and new tabs work without it', async ({ page, context, live }) => {
    await openLive(page, live);
    await expect(page.getByText('No cases and no alerts.')).toBeVisible();
    expect(await page.evaluate(() => location.hash)).toBe('');
    await expect(page).toHaveURL(`${live.origin}/queue`);
    const tab = await context.newPage();
    await tab.goto(`${live.origin}/connections`);
    await expect(tab.getByRole('article', { name: 'Stellar', exact: true })).toContainText('Healthy');
  });

  test('is asked for when it is missing, and its place is named', async ({ page, live }) => {
    await page.goto(live.origin);
    await expect(page.getByText('This address alone does not open Casefold.')).toBeVisible();
    await expect(page.getByText('Open the address that npm start printed')).toBeVisible();
    await expect(page.getByRole('navigation')).toBeHidden();
    // Pasted into the same tab it differs in its fragment alone, for which a browser loads nothing.
    await page.goto(live.url);
    await expect(page.getByText('No cases and no alerts.')).toBeVisible();
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  test('of an earlier start opens nothing, and the new one does', async ({ page, live }) => {
    const earlier = new URL(live.url).hash;
    await live.restart();
    expect(new URL(live.url).hash).not.toBe(earlier);
    await page.goto(`${live.origin}/queue${earlier}`);
    await expect(page.getByText('This tab belongs to an earlier start of Casefold.')).toBeVisible();
    await expect(page.getByText('Open the address that npm start printed')).toBeVisible();
    await page.goto(`${live.origin}/connections${new URL(live.url).hash}`);
    await expect(page.getByRole('article', { name: 'Stellar', exact: true })).toContainText('Healthy');
  });
});
