import type { FaultRule } from '#mocks/fault-rules.ts';
import { expectRows } from './casefold.ts';
import {
  clearFaults,
  comeBack,
  expect,
  expectAllRead,
  failedRequests,
  openLive,
  readLog,
  setFaults,
  stripItem,
  test,
} from './live.ts';
import { demoTotal } from './queue-screen.ts';

test.use({ expectedComplaints: failedRequests });

const cases = { vendor: 'stellar', path: '/cases' };
const answers: readonly (readonly [what: string, rule: FaultRule, told: RegExp])[] = [
  [
    'a login page in place of the API',
    { match: cases, fault: 'html', args: { status: 200 } },
    /status 200, text\/html, \d+ (characters|bytes)/,
  ],
  [
    'an empty answer',
    { match: cases, fault: 'empty', args: { status: 200 } },
    /status 200, .*\b0 (characters|bytes)/,
  ],
  [
    'an answer that ends half way',
    { match: cases, fault: 'truncate' },
    /status 200, application\/json.*, [\d,]+ (characters|bytes)/,
  ],
];

test('an answer that cannot be understood is told as what came, and the rows stay', async ({
  page,
  live,
}) => {
  await openLive(page, live, '/queue');
  await expectAllRead(page);
  for (const [what, rule, told] of answers)
    await test.step(what, async () => {
      await setFaults(live, rule);
      await comeBack(page);
      await expect(stripItem(page, 'Stellar')).toHaveText(
        /^StellarAnswer not understood since \d\d:\d\drows .+ old$/,
      );
      await expectRows(page, demoTotal);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Connections' }).click();
      const card = page.getByRole('article', { name: 'Stellar', exact: true });
      await expect(card).toContainText(told);
      await expect(card).toContainText(/Rows stay, \d+ (s|min) old/);
      await clearFaults(live);
      await card.getByRole('button', { name: 'Try now' }).click();
      await expect(card.getByText('Healthy', { exact: true })).toBeVisible();
      await page.goto(`${live.origin}/queue`);
      await expectRows(page, demoTotal);
    });
});

test('a vendor that asks to wait is asked nothing until then, and then goes on by itself', async ({
  page,
  live,
}) => {
  await openLive(page, live, '/queue');
  await expectAllRead(page);
  await setFaults(live, {
    match: { vendor: 'stellar', nth: 1 },
    fault: 'retry-after',
    args: { value: '4' },
  });
  await comeBack(page);
  await expect(stripItem(page, 'Stellar')).toHaveText(/^StellarRate limited until \d\d:\d\drows .+ old$/);
  await expectRows(page, demoTotal);
  await expect(stripItem(page, 'Stellar')).toHaveText(/^Stellar1,100(now|\d s ago)$/);
  const calls = await readLog(live, 'stellar');
  const refusedAt = calls.find(({ status }) => status === 429)?.at ?? Number.NaN;
  const after = calls.filter(({ at }) => at > refusedAt).map(({ at }) => at - refusedAt);
  expect(after.length).toBeGreaterThan(0);
  expect(Math.min(...after)).toBeGreaterThanOrEqual(4_000);
});
