import { expectRows } from './casefold.ts';
import {
  clearLog,
  comeBack,
  expect,
  expectAllRead,
  failedRequests,
  hide,
  openLive,
  readLog,
  stripItem,
  test,
} from './live.ts';
import { demoTotal, readRefs, rowOf } from './queue-screen.ts';
import { changeStellarCase } from './vendor-writes.ts';

test('a tab that is hidden leaves the asking to the one in front, and hears what it reads', async ({
  page,
  context,
  live,
}) => {
  await openLive(page, live, '/queue?connection=stellar&sort=-createdAt');
  await expect(stripItem(page, 'Stellar')).toHaveText(/^Stellar1,100(now|\d+ s ago)$/);
  const second = await context.newPage();
  await second.goto(page.url());
  await expectRows(second, 1_100);
  const [ref = ''] = await readRefs(page);
  await changeStellarCase(live, ref.slice('stellar:'.length), { name: 'Read by the tab in front' });
  await hide(page);
  await expect(rowOf(second, ref)).toContainText('Read by the tab in front');
  await expect(rowOf(page, ref)).toContainText('Read by the tab in front');
});

test.describe('Casefold is started anew', () => {
  test.use({ expectedComplaints: failedRequests });

  test('an old tab says so, leaves the vendors to a new one, and works again after a reload', async ({
    page,
    context,
    live,
  }) => {
    await openLive(page, live);
    await expectAllRead(page);
    await live.restart();
    await comeBack(page);
    await expect(page.getByText('This tab belongs to an earlier start of Casefold.')).toBeVisible();
    await expect(page.getByText(/Nothing here was lost/)).toBeVisible();

    const fresh = await context.newPage();
    await openLive(fresh, live);
    await expectAllRead(fresh);
    await page.reload();
    await expectRows(page, demoTotal);
  });

  test('an old tab takes up the key that another tab was opened with', async ({ page, context, live }) => {
    await openLive(page, live);
    await expectAllRead(page);
    await live.restart();
    const fresh = await context.newPage();
    await openLive(fresh, live);
    await expectRows(fresh, demoTotal);
    await clearLog(live);
    await fresh.close();
    await comeBack(page);
    await expect(stripItem(page, 'Stellar')).toHaveText(/^Stellar1,100(now|\d+ s ago)$/);
    await expect.poll(async () => (await readLog(live, 'stellar')).length).toBeGreaterThan(0);
    await expectRows(page, demoTotal);
  });
});
