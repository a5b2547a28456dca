import type { Locator, Page } from '@playwright/test';
import { sizes } from '#mocks/scenarios.ts';
import type { LiveCasefold } from './casefold.ts';
import { expect, failedRequests, openLive, readLog, test } from './live.ts';

test.use({ isDeclared: false, expectedComplaints: failedRequests });

const canary = 'canary-of-a-key-that-must-not-travel';

function declared(live: LiveCasefold, vendor: string) {
  const found = live.connections.find(connection => connection.vendor === vendor);
  return { origin: found?.settings['origin'] ?? '', key: found?.secrets['apiKey'] ?? '' };
}

async function openIrisForm(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Add a vendor' }).first().click();
  const pane = page.getByRole('complementary', { name: 'Add a vendor' });
  await pane.getByRole('radiogroup', { name: 'Vendor' }).getByText('IRIS', { exact: true }).click();
  return pane;
}

const address = (pane: Locator) => pane.locator('[data-field="origin"]');
const failedStep = (pane: Locator) => pane.getByRole('listitem').filter({ hasText: 'failed' });

test('a wrong address is told apart: not one at all, nothing there, somebody else there', async ({
  page,
  live,
}) => {
  await openLive(page, live, '/connections');
  const pane = await openIrisForm(page);
  await pane.getByLabel('API key', { exact: true }).fill(canary);
  const runTest = () => pane.getByRole('button', { name: /^Test( again)?$/ }).click();

  await address(pane).fill('ftp://iris');
  await runTest();
  await expect(address(pane)).toHaveAttribute('aria-invalid', 'true');
  await expect(address(pane)).toBeFocused();

  await address(pane).fill('http://iris.example');
  await runTest();
  await expect(address(pane)).toHaveAttribute('aria-invalid', 'true');

  await address(pane).fill(live.mocksOrigin.replace(/\d+$/, port => String(Number(port) + 6)));
  await runTest();
  await expect(failedStep(pane)).toContainText('Address does not answer');
  await expect(failedStep(pane)).toContainText('No secret was sent.');

  // The page that Casefold itself serves is no IRIS.
  await address(pane).fill(live.origin);
  await runTest();
  await expect(failedStep(pane)).toContainText(/not/);
  await expect(failedStep(pane)).not.toContainText('Address does not answer');
  expect(await readLog(live)).toEqual([]);
});

test('a key that is kept goes to no other address than the one it was given for', async ({ page, live }) => {
  await openLive(page, live, '/connections');
  const { origin, key } = declared(live, 'iris');
  const adding = await openIrisForm(page);
  await address(adding).fill(origin);
  await adding.getByLabel('API key', { exact: true }).fill(key);
  await adding.getByRole('radio', { name: 'Everything' }).check();
  await adding.getByRole('button', { name: 'Save untested' }).click();
  await expect(adding).toBeHidden();
  const card = page.getByRole('article', { name: 'IRIS', exact: true });
  await expect(card).toContainText(`Rows held${sizes.demo.iris}`, { timeout: 30_000 });

  await card.getByRole('button', { name: 'Edit' }).click();
  const editing = page.getByRole('complementary', { name: 'Edit IRIS' });
  await address(editing).fill(declared(live, 'argus').origin);
  await expect(editing.getByText('what is stored is not sent there. Type it again.')).toBeVisible();
  await editing.getByRole('button', { name: 'Save untested' }).click();
  await expect(editing).toBeHidden();
  await expect(card).toContainText('secret not set');
  await expect(card).toContainText(/Signed out since/);
  // Other rows lead from another address: those of the old one are gone.
  await expect(card).toContainText('Rows held0');
  expect(
    (await readLog(live, 'argus')).filter(({ headers }) => JSON.stringify(headers).includes(key)),
  ).toEqual([]);
});
