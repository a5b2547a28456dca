import { sizes } from '#mocks/scenarios.ts';
import { expectRows } from './casefold.ts';
import { clearFaults, expect, failedRequests, openLive, readLog, stripItem, test } from './live.ts';
import { facet, rowAt, say, searchBox } from './queue-screen.ts';

test.use({ scenario: 'degraded', expectedComplaints: failedRequests });

const { stellar, argus, iris } = sizes.degraded;

test('five connections, five states, none of which holds up another', async ({ page, live }) => {
  await openLive(page, live);
  await expect(stripItem(page, 'Argus')).toHaveText(/^ArgusNot reachable since \d\d:\d\d$/);
  await expect(stripItem(page, 'Incydr US2')).toHaveText(/^Incydr US2Rate limited until \d\d:\d\d$/);
  await expect(stripItem(page, 'GTA')).toHaveText(/^GTASigned out since \d\d:\d\d$/);
  await expect(stripItem(page, 'Stellar')).toHaveText(new RegExp(`^Stellar${say(stellar)}(?! of)`));
  await expect(page.getByText(/^At least [\d,]+ cases and alerts$/)).toBeVisible();

  // The good one is whole and can be worked with while the others are not.
  await page.goto(`${live.origin}/queue?connection=stellar`);
  await expectRows(page, stellar);
  await searchBox(page).fill('kerberoasting');
  await expect(rowAt(page, 1)).toContainText('Kerberoasting, then RDP');

  // The slow one comes in its own time.
  await expect(stripItem(page, 'IRIS')).toHaveText(new RegExp(`^IRIS${iris}(?! of)`), { timeout: 60_000 });
});

test('the connections screen says of each what is so, what was not harmed, and what happens next', async ({
  page,
  live,
}) => {
  await openLive(page, live, '/connections');
  const card = (name: string) => page.getByRole('article', { name, exact: true });
  await expect(card('IRIS')).toContainText(/Healthy, reading( \d+ %)?/);
  await expect(card('Stellar')).toContainText('Healthy');
  await expect(card('Stellar')).toContainText(`Rows held${say(stellar)} of ${say(stellar)}`);
  await expect(card('Argus')).toContainText(/Not reachable since \d\d:\d\d/);
  await expect(card('Argus')).toContainText(
    /nothing answers at this address.*Tried (once|\d+ times), next try \d\d:\d\d/,
  );
  await expect(card('Argus')).toContainText('Age of datanever read whole');
  await expect(card('Incydr US2')).toContainText(/Rate limited until \d\d:\d\d/);
  await expect(card('Incydr US2')).toContainText('Nothing is sent until then.');
  await expect(card('GTA')).toContainText(/Signed out since \d\d:\d\d/);
  await expect(card('GTA')).toContainText(/not (be )?tried again/);
  await expect(page.getByText('5 connections, 3 need attention')).toBeVisible();
});

test('a refused credential is sent once, and one who asked to wait is left alone', async ({ page, live }) => {
  await openLive(page, live);
  await expect(stripItem(page, 'GTA')).toContainText('Signed out');
  await expect(stripItem(page, 'Incydr US2')).toContainText('Rate limited');
  await page.reload();
  await expect(stripItem(page, 'GTA')).toContainText('Signed out');
  await expect(stripItem(page, 'Stellar')).toContainText(say(stellar));
  const signIns = (await readLog(live, 'gta')).filter(({ method }) => method === 'POST');
  expect(signIns.map(({ path, status }) => [path, status])).toEqual([['/iroh/oauth2/token', 400]]);
  expect(await readLog(live, 'argus')).toEqual([]);
});

test('a connection that is up again goes on when asked to', async ({ page, live }) => {
  await openLive(page, live, '/connections');
  const card = page.getByRole('article', { name: 'Argus', exact: true });
  await expect(card).toContainText(/Not reachable since/);
  await clearFaults(live);
  await card.getByRole('button', { name: 'Try now' }).click();
  await expect(card).toContainText(`Rows held${say(argus)} of ${say(argus)}`);
  await expect(card.getByText('Healthy', { exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Queue' }).click();
  await expect(facet(page, 'Connection', 'Argus')).toBeVisible();
});
