import type { Locator, Page } from '@playwright/test';
import { grid } from './casefold.ts';
import { clearFaults, expect, failedRequests, openLive, readLog, setFaults, test } from './live.ts';
import { rowAt } from './queue-screen.ts';

const count = 40;
const planted = 5;

function plan(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Plan' });
}

/** The first so many rows of the list, which stand near its top. */
async function selectFirst(page: Page, total: number): Promise<void> {
  await rowAt(page, 1).click();
  await page.keyboard.press('x');
  for (let row = 1; row < total; row += 1) await page.keyboard.press('Shift+J');
  await expect(page.getByText(`${total} selected`)).toBeVisible();
}

async function writeNote(page: Page, words: string): Promise<void> {
  await page.keyboard.press('m');
  await plan(page).getByRole('textbox').fill(words);
  await expect(plan(page).getByRole('button', { name: /^Add note to \d/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
}

test.describe('writing on many records', () => {
  test.use({ expectedComplaints: failedRequests });

  test('those that fail say so, only they are sent again, and each is there once', async ({ page, live }) => {
    test.setTimeout(240_000);
    await openLive(page, live, '/queue?vendor=stellar&status=new,open,in-progress');
    await expect(async () => {
      expect(Number(await grid(page).getAttribute('aria-rowcount'))).toBeGreaterThan(count);
    }).toPass();
    await setFaults(live, {
      match: { vendor: 'stellar', method: 'POST', path: '/comments', nth: { from: 3, to: 2 + planted } },
      fault: 'status',
      args: { status: 403, body: { error: 'Permission denied' } },
    });
    await selectFirst(page, count);
    await writeNote(page, 'Seen by the bulk desk');

    const state = page.getByRole('button', { name: /^Outbox: / });
    await expect(state).toContainText(`${planted} need you`, { timeout: 90_000 });
    await expect(state).not.toContainText('queued', { timeout: 90_000 });
    await state.click();
    const outbox = page.getByRole('dialog', { name: 'Outbox' });
    await expect(outbox).toContainText(`${count - planted} of ${count} saved`);
    await expect(outbox).toContainText('This key may not do that');

    await clearFaults(live);
    await outbox.getByRole('button', { name: `Retry ${planted} failed` }).click();
    await expect(state).toHaveCount(0, { timeout: 90_000 });
    const taken = (await readLog(live, 'stellar')).filter(
      ({ method, isCommitted, body }) =>
        method === 'POST' && isCommitted && body.includes('Seen by the bulk desk'),
    );
    expect(taken).toHaveLength(count);
    expect(new Set(taken.map(({ path }) => path)).size).toBe(count);
  });

  test('what is undone in time never leaves', async ({ page, live }) => {
    await openLive(page, live, '/queue?vendor=stellar&status=new,open,in-progress');
    await expect(rowAt(page, 3)).toBeAttached();
    await selectFirst(page, 3);
    await writeNote(page, 'Never to be sent');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText('3 taken back. Nothing was sent.')).toBeVisible();
    const log = await readLog(live, 'stellar');
    expect(log.filter(({ body }) => body.includes('Never to be sent'))).toEqual([]);
    // The words are in the form again.
    await expect(plan(page).getByRole('textbox')).toHaveValue('Never to be sent');
  });
});
