import type { Page } from '@playwright/test';
import { sizes } from '#mocks/scenarios.ts';
import { expectRows, grid } from './casefold.ts';
import { comeBack, expect, openLive, stripItem, test } from './live.ts';
import { readRefs, rowAt, rowOf, say } from './queue-screen.ts';
import { addStellarCase, changeStellarCase, deleteIrisCase } from './vendor-writes.ts';

const { stellar, iris } = sizes.demo;

/** The list as an analyst has it in front: scrolled, with the cursor in the middle of it. */
async function scrollToMiddle(page: Page): Promise<{ cursor: string; top: number }> {
  await grid(page).focus();
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(grid(page).locator('[role=row][data-cursor][data-ref]')).toBeVisible();
  return readPlace(page);
}

function readPlace(page: Page): Promise<{ cursor: string; top: number }> {
  return grid(page).evaluate(element => ({
    cursor: element.querySelector('[data-cursor]')?.getAttribute('data-ref') ?? '',
    top: element.scrollTop,
  }));
}

test('a record that changed at its vendor changes where it stands', async ({ page, live }) => {
  await openLive(page, live, '/queue?connection=stellar&sort=createdAt');
  await expectRows(page, stellar);
  await expect(stripItem(page, 'Stellar')).toHaveText(/now|\d s ago/);
  const before = await scrollToMiddle(page);
  const refs = await readRefs(page);
  const row = rowOf(page, before.cursor);
  await changeStellarCase(live, before.cursor.slice('stellar:'.length), {
    name: 'Renamed while somebody looked at it',
    status: 'Escalated',
  });
  await comeBack(page);
  await expect(row).toContainText('Renamed while somebody looked at it');
  expect(await readPlace(page)).toEqual(before);
  expect(await readRefs(page)).toEqual(refs);
  await expect(page.getByRole('button', { name: /\d+ new/ })).toBeHidden();
});

test('a new record waits behind a pill until it is asked for, and moves nothing', async ({ page, live }) => {
  await openLive(page, live, '/queue?connection=stellar&sort=-createdAt');
  await expectRows(page, stellar);
  await expect(stripItem(page, 'Stellar')).toHaveText(/now|\d s ago/);
  const before = await scrollToMiddle(page);
  const refs = await readRefs(page);
  await addStellarCase(live, 'Raised while somebody worked');
  await comeBack(page);
  const pill = page.getByRole('button', { name: /^1 new/ });
  await expect(pill).toBeVisible();
  await expect(stripItem(page, 'Stellar')).toContainText(say(stellar + 1));
  expect(await readPlace(page)).toEqual(before);
  expect(await readRefs(page)).toEqual(refs);
  await expectRows(page, stellar);

  await page.keyboard.press('.');
  await expectRows(page, stellar + 1);
  await expect(pill).toBeHidden();
  // The cursor stays with its record.
  await expect.poll(async () => (await readPlace(page)).cursor).toBe(before.cursor);
  await grid(page).press('Home');
  await expect(rowAt(page, 1)).toContainText('Raised while somebody worked');
});

test('a record that its vendor no longer has leaves its place, and nothing moves', async ({ page, live }) => {
  await openLive(page, live, '/queue?connection=iris-demo&sort=createdAt');
  await expectRows(page, iris);
  await expect(stripItem(page, 'IRIS')).toHaveText(/now|\d+ s ago/);
  const refs = await readRefs(page);
  const third = refs[2] ?? '';
  await deleteIrisCase(live, third.slice('iris-demo:'.length));
  await comeBack(page);
  await expect(rowAt(page, 3)).toHaveText('No longer at the vendor');
  await expect(rowAt(page, 4)).toHaveAttribute('data-ref', refs[3] ?? '');
  await expect(stripItem(page, 'IRIS')).toContainText(`IRIS${iris - 1}`);
  await page.reload();
  await expectRows(page, iris - 1);
});
