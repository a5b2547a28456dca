import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { sizes } from '#mocks/scenarios.ts';
import { type DeclaredConnection, expectRows, type LiveCasefold } from './casefold.ts';
import { expect, failedRequests, openLive, test } from './live.ts';
import { demoTotal, say } from './queue-screen.ts';

test.use({ isDeclared: false, expectedComplaints: failedRequests });

type Vendor = keyof typeof sizes.demo;

const shortNames: Readonly<Record<Vendor, string>> = {
  stellar: 'Stellar',
  argus: 'Argus',
  incydr: 'Incydr',
  iris: 'IRIS',
  gta: 'GTA',
};
const vendors = Object.keys(shortNames) as Vendor[];

/** The step at which a wrong secret fails. */
const refusals: Readonly<Record<Vendor, string>> = {
  stellar: 'User name and refresh token not accepted',
  argus: 'Key not accepted',
  incydr: 'Sign-in not accepted',
  iris: 'Key not accepted',
  gta: 'API client not accepted',
};

function canaryOf(vendor: Vendor): string {
  return `canary-${vendor}-7f3a9c`;
}

function declared(live: LiveCasefold, vendor: Vendor): DeclaredConnection {
  const found = live.connections.find(connection => connection.vendor === vendor);
  if (found === undefined) throw new Error(`nothing is simulated of ${vendor}`);
  return found;
}

function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name, exact: true });
}

async function fillField(pane: Locator, key: string, text: string): Promise<void> {
  const field = pane.locator(`[data-field="${key}"]`);
  if ((await field.count()) === 0) return;
  if (await field.evaluate(element => element instanceof HTMLSelectElement)) await field.selectOption(text);
  else await field.fill(text);
}

/** Opens the form and fills in all but the secrets. */
async function openFilled(page: Page, { vendor, name, settings }: DeclaredConnection): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a vendor' }).first().click();
  const pane = page.getByRole('complementary', { name: 'Add a vendor' });
  const group = pane.getByRole('radiogroup', { name: 'Vendor' });
  await group.getByText(shortNames[vendor as Vendor], { exact: true }).click();
  for (const [key, text] of Object.entries({ name, ...settings })) await fillField(pane, key, text);
  await pane.getByRole('radio', { name: 'Everything' }).check();
  return pane;
}

async function fillSecrets(pane: Locator, secrets: Record<string, string>): Promise<void> {
  for (const [key, text] of Object.entries(secrets)) await fillField(pane, key, text);
}

async function testAndSave(pane: Locator): Promise<void> {
  await pane.getByRole('button', { name: /^Test( again)?$/ }).click();
  const steps = pane.getByRole('group', { name: 'Test' }).getByRole('listitem');
  await expect(pane.getByRole('group', { name: 'Test' }).getByRole('status')).toHaveText('passed');
  for (const step of await steps.all()) await expect(step).toHaveAttribute('data-state', 'passed');
  expect(await steps.count()).toBeGreaterThanOrEqual(5);
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(pane).toBeHidden();
}

async function addOnScreen(page: Page, live: LiveCasefold, vendor: Vendor): Promise<void> {
  const connection = declared(live, vendor);
  const pane = await openFilled(page, connection);
  await fillSecrets(pane, connection.secrets);
  await testAndSave(pane);
  await expect(card(page, connection.name).getByText('Healthy', { exact: true })).toBeVisible();
}

async function expectHeld(page: Page, name: string, count: number): Promise<void> {
  await expect(card(page, name)).toContainText(`Rows held${say(count)} of ${say(count)}`, {
    timeout: 60_000,
  });
}

/** All that the page shows, holds in its inputs, and has put aside in the browser, as one text. */
function readBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const ask = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found = [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea, select')].map(field =>
        'value' in field ? String(field.value) : '',
      ),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      location.href,
      JSON.stringify(history.state),
      document.cookie,
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await ask(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await ask(database.transaction(store).objectStore(store).getAll());
        for (const value of values)
          found.push(
            ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : (JSON.stringify(value) ?? ''),
          );
      }
      database.close();
    }
    return found.join('\n');
  });
}

/** Gathers what the gateway answers. */
function hearAnswers(page: Page): () => Promise<string[]> {
  const bodies: Promise<string>[] = [];
  page.context().on('response', response => {
    if (new URL(response.url()).pathname.startsWith('/api'))
      bodies.push(
        Promise.all([response.text(), response.allHeaders()]).then(
          parts => JSON.stringify(parts),
          () => '',
        ),
      );
  });
  return () => Promise.all(bodies);
}

test('five vendors are added on screen: a wrong secret fails at its step, the right one brings the rows, and neither comes back', async ({
  page,
  live,
}) => {
  const readAnswers = hearAnswers(page);
  await openLive(page, live, '/connections');
  await expect(page.getByText('No connection yet.')).toBeVisible();
  for (const vendor of vendors) {
    await test.step(vendor, async () => {
      const connection = declared(live, vendor);
      const pane = await openFilled(page, connection);
      const [secretKey = ''] = Object.keys(connection.secrets);
      await fillSecrets(pane, { [secretKey]: canaryOf(vendor) });
      await pane.getByRole('button', { name: 'Test', exact: true }).click();
      const failed = pane.locator('li[data-state=failed]');
      await expect(failed).toContainText(refusals[vendor]);
      await expect(failed).toContainText(/ refused\b.*\.$/);
      await expect(pane.getByRole('button', { name: 'Save untested' })).toBeVisible();

      await fillSecrets(pane, connection.secrets);
      await expect(pane.getByText('before the last change')).toBeVisible();
      await testAndSave(pane);
      const added = card(page, connection.name);
      await expect(added.getByText('Healthy', { exact: true })).toBeVisible({ timeout: 60_000 });
      await expect(added).toContainText('secret set');
      await expectHeld(page, connection.name, sizes.demo[vendor]);
    });
  }
  await expect(page.getByText('5 connections', { exact: true })).toBeVisible();

  const secrets = live.connections.flatMap(connection => Object.values(connection.secrets));
  const sought = [...secrets, ...vendors.map(canaryOf)];
  const expectNone = (text: string) => expect(sought.filter(secret => text.includes(secret))).toEqual([]);
  expectNone(await readBrowser(page));
  await card(page, 'IRIS').getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByRole('button', { name: 'Replace API key' })).toBeVisible();
  expectNone(await readBrowser(page));
  await page.keyboard.press('Escape');

  await page.goto(`${live.origin}/queue`);
  await expectRows(page, demoTotal);
  expectNone(await readBrowser(page));
  const answers = await readAnswers();
  expect(answers.filter(answer => answer.length > 2).length).toBeGreaterThan(20);
  expectNone(answers.join('\n'));
});

test('a connection is renamed, and deleted with its rows after asking', async ({ page, live }) => {
  await openLive(page, live, '/connections');
  await addOnScreen(page, live, 'iris');
  await addOnScreen(page, live, 'incydr');
  const { name } = declared(live, 'incydr');
  await expectHeld(page, 'IRIS', sizes.demo.iris);
  await expectHeld(page, name, sizes.demo.incydr);

  await card(page, 'IRIS').getByRole('button', { name: 'Edit' }).click();
  const pane = page.getByRole('complementary', { name: 'Edit IRIS' });
  await expect(pane.getByText('write-only, kept by the gateway')).toBeVisible();
  await expect(pane.locator('input[type=password]')).toHaveCount(0);
  await pane.getByLabel('Name').fill('IRIS of the night shift');
  await pane.getByRole('button', { name: 'Save', exact: true }).click();
  const renamed = card(page, 'IRIS of the night shift');
  await expect(renamed).toContainText('secret set');
  await expect(card(page, 'IRIS')).toHaveCount(0);
  await expectHeld(page, 'IRIS of the night shift', sizes.demo.iris);

  const askToDelete = async () => {
    await card(page, name)
      .getByRole('button', { name: `More for ${name}` })
      .click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await expect(page.getByRole('dialog')).toContainText(
      `Its settings and secret go, and the ${say(sizes.demo.incydr)} rows held here. Nothing changes at`,
    );
  };
  await askToDelete();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(card(page, name)).toBeVisible();
  await askToDelete();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${name}` })
    .click();
  await expect(card(page, name)).toHaveCount(0);
  await expect(page.getByText('1 connection', { exact: true })).toBeVisible();
  await page.goto(`${live.origin}/queue`);
  await expectRows(page, sizes.demo.iris);
  await page.reload();
  await expectRows(page, sizes.demo.iris);
});

test('settings go out without secrets and come back in; a file that is none changes nothing', async ({
  page,
  live,
}) => {
  await openLive(page, live, '/connections');
  await addOnScreen(page, live, 'iris');
  await addOnScreen(page, live, 'incydr');
  const incydr = declared(live, 'incydr');

  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export without secrets' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('casefold-connections.json');
  const text = readFileSync(await download.path(), 'utf8');
  const exported = JSON.parse(text) as { connections: object[] };
  expect(exported.connections).toEqual([
    expect.objectContaining({ vendor: 'iris', name: 'IRIS', keep: 'all' }),
    expect.objectContaining({ vendor: 'incydr', name: incydr.name, keep: 'all' }),
  ]);
  for (const secret of [...Object.values(declared(live, 'iris').secrets), ...Object.values(incydr.secrets)])
    expect(text).not.toContain(secret);
  expect(exported.connections.every(connection => !('secrets' in connection))).toBe(true);

  await card(page, 'IRIS').getByRole('button', { name: 'More for IRIS' }).click();
  await page.getByRole('menuitem', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete IRIS' }).click();
  await expect(card(page, 'IRIS')).toHaveCount(0);

  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const give = async (name: string, content: string) => {
    const choosing = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
    await (await choosing).setFiles(file);
  };
  await give('broken.json', text.slice(0, 40));
  await expect(dialog).toContainText('broken.json is not JSON. Nothing was changed.');
  await expect(dialog.getByRole('button', { name: /^Add / })).toHaveCount(0);
  await give('other.json', '{"rows": []}');
  await expect(dialog).toContainText('it has no list called “connections”. Nothing was changed.');
  await give('casefold-connections.json', text);
  await expect(dialog).toContainText('Will be added, each without its secretIRIS');
  await expect(dialog).toContainText(/is taken by “.+”, which stays as it is\./);
  await dialog.getByRole('button', { name: 'Add 1 connection' }).click();
  await expect(dialog).toBeHidden();

  const imported = card(page, 'IRIS');
  await expect(imported).toContainText('secret not set');
  await imported.getByRole('button', { name: 'Set the API key' }).click();
  const pane = page.getByRole('complementary', { name: 'Edit IRIS' });
  await fillSecrets(pane, declared(live, 'iris').secrets);
  await testAndSave(pane);
  await expect(imported).toContainText('secret set');
  await expectHeld(page, 'IRIS', sizes.demo.iris);
});
