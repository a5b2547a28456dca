import type { Page } from '@playwright/test';
import { expect, expectRows, grid, test } from './casefold.ts';
import { demoTotal, header, openDemo, readRows } from './queue-screen.ts';

type Order = (text: string) => string | number | null;

const rankIn =
  (...words: string[]): Order =>
  text =>
    words.findIndex(word => text.toLowerCase().startsWith(word));
const plain = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ø', 'o');
const asText: Order = text => (text === '' ? null : plain(text));
/** #9 before #10. */
const asId: Order = text =>
  plain(text).replace(/\d+/g, digits => {
    const number = String(BigInt(digits));
    return String.fromCharCode(number.length) + number;
  });
const asNumber: Order = text => (text === '' ? null : Number(text));
const asInstant: Order = text => (text === '' ? null : Date.parse(text));

/** What each column is put in order by; null is not said, and stands last both ways. */
const orders: Readonly<Record<string, Order>> = {
  Severity: text =>
    text.startsWith('Unknown') ? null : rankIn('info', 'low', 'medium', 'high', 'critical')(text),
  Vendor: asText,
  Id: asId,
  Title: asText,
  Assignee: text => (text === 'Unassigned' ? null : asText(text)),
  Tenant: asText,
  Alerts: asNumber,
  Age: asInstant,
  Updated: asInstant,
};

function expectOrder(values: readonly (string | number | null)[], isDescending: boolean): void {
  for (const [at, value] of values.entries()) {
    const before = values[at - 1];
    if (at === 0 || value === null || before === undefined) continue;
    expect(before, 'what is not said stands last').not.toBeNull();
    const [low, high] = isDescending ? [value, before] : [before, value];
    if (low !== null && high !== null && low > high) expect({ low, high, at }).toBe('in order');
  }
}

async function expectBothWays(page: Page, name: string, order: Order): Promise<void> {
  const column = header(page, name);
  const read = async () => (await readRows(page)).map(({ texts }) => order(texts[name] ?? ''));
  const firsts: unknown[] = [];
  for (const _ of ['one way', 'the other']) {
    const before = (await column.getAttribute('aria-sort')) ?? '';
    await column.click();
    await expect(column).not.toHaveAttribute('aria-sort', before);
    const isDescending = (await column.getAttribute('aria-sort')) === 'descending';
    await grid(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => (await readRows(page))[0]?.place).toBe(1);
    await expect(async () => expectOrder(await read(), isDescending)).toPass({ intervals: [50] });
    const head = await read();
    await page.keyboard.press('End');
    await expect.poll(async () => (await readRows(page)).at(-1)?.place).toBe(demoTotal);
    expectOrder([...head, ...(await read())], isDescending);
    firsts.push(head[0]);
  }
  expect(firsts[0], `${name}: the two ways begin differently`).not.toBe(firsts[1]);
}

const names = Object.keys(orders);
for (const some of [names.slice(0, 3), names.slice(3, 6), names.slice(6)])
  test(`${some.join(', ')} sort both ways, from the first row to the last`, async ({ page, demoOrigin }) => {
    await openDemo(page, demoOrigin, '/queue?sort=kind');
    await expectRows(page, demoTotal);
    for (const name of some) {
      await expect(header(page, name)).toHaveAttribute('aria-sort', 'none');
      await expectBothWays(page, name, orders[name] ?? asText);
    }
  });

test('status sorts from new to done', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await header(page, 'Status').click();
  await expect(header(page, 'Status')).toHaveAttribute('aria-sort', 'ascending');
  await expect(page).toHaveURL(/\?sort=status$/);
  await expect.poll(async () => (await readRows(page))[0]?.texts['Status']).toBe('New');
  await header(page, 'Status').click();
  await expect(page).toHaveURL(/\?sort=-status$/);
  await expect.poll(async () => (await readRows(page))[0]?.texts['Status']).toMatch(/archived/i);
});

test('with Shift a header orders what the first leaves equal', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await header(page, 'Tenant').click();
  await header(page, 'Updated').click({ modifiers: ['Shift'] });
  await expect(page).toHaveURL(/\?sort=tenant,-updatedAt$|\?sort=tenant%2C-updatedAt$/);
  await expect(header(page, 'Tenant')).toHaveAttribute('aria-sort', 'ascending');
  await expect(header(page, 'Updated')).toHaveAttribute('aria-sort', 'descending');
  await expect(page.getByText('Tenant, then updated')).toBeVisible();
  await expect.poll(async () => (await readRows(page))[0]?.texts['Tenant']).toBe('Brennmoen Kraft');
  const rows = await readRows(page);
  expectOrder(
    rows.map(row => Date.parse(row.texts['Updated'] ?? '')),
    true,
  );

  await header(page, 'Updated').click({ modifiers: ['Shift'] });
  await expect(header(page, 'Updated')).toHaveAttribute('aria-sort', 'ascending');
  await expect
    .poll(async () => {
      const [first, second] = await readRows(page);
      return Date.parse(first?.texts['Updated'] ?? '') <= Date.parse(second?.texts['Updated'] ?? '');
    })
    .toBe(true);
  // Without Shift it stands alone.
  await header(page, 'Updated').click();
  await expect(header(page, 'Tenant')).toHaveAttribute('aria-sort', 'none');
});

test('a sort button works from the keyboard', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await header(page, 'Title').getByRole('button', { name: 'Title', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Space');
  await expect(header(page, 'Title')).toHaveAttribute('aria-sort', 'descending');
});

test('another order begins at its top', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  await grid(page).focus();
  await page.keyboard.press('End');
  await expect.poll(async () => (await readRows(page)).at(-1)?.place).toBe(demoTotal);
  await header(page, 'Title').click();
  await expect.poll(async () => (await readRows(page))[0]?.place).toBe(1);
});
