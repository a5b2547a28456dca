import { expect, expectRows, test } from './casefold.ts';
import {
  chip,
  chips,
  countOf,
  demoTotal,
  facet,
  facetGroup,
  openDemo,
  readRows,
  say,
} from './queue-screen.ts';

const fields = ['Severity', 'Connection', 'Status', 'Assignee', 'Tenant', 'Vendor', 'Kind', 'Tag'];

for (const half of [fields.slice(0, 4), fields.slice(4)])
  test(`each value of ${half.join(', ')} counts the rows that it leaves, and those that it takes away`, async ({
    page,
    demoOrigin,
  }) => {
    await openDemo(page, demoOrigin);
    await expectRows(page, demoTotal);
    for (const field of half) {
      const values = await facetGroup(page, field).getByRole('checkbox').all();
      expect(values.length, field).toBeGreaterThan(1);
      for (const value of values) {
        const count = await countOf(value);
        expect(count).toBeGreaterThan(0);
        await value.click();
        await expect(value).toBeChecked();
        await expectRows(page, count);
        await value.click();
        await expect(value).toHaveAccessibleName(/, not, /);
        await expectRows(page, demoTotal - count);
        await value.click();
        await expectRows(page, demoTotal);
      }
    }
  });

test('values of one field add up, and fields narrow each other', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  const critical = await countOf(facet(page, 'Severity', 'Critical'));
  const high = await countOf(facet(page, 'Severity', 'High'));
  await facet(page, 'Severity', 'Critical').click();
  await facet(page, 'Severity', 'High').click();
  await expectRows(page, critical + high);
  await expect(chip(page, 'Severity is Critical, High')).toBeVisible();

  // The other fields now count what is left of them, this one still what it could add.
  await expect(facet(page, 'Severity', 'Critical')).toHaveAccessibleName(`Critical, ${say(critical)}`);
  const argus = await countOf(facet(page, 'Vendor', 'Argus'));
  expect(argus).toBeLessThan(critical + high);
  await facet(page, 'Vendor', 'Argus').click();
  await expectRows(page, argus);
  const rows = await readRows(page);
  expect(new Set(rows.map(({ texts }) => texts['Vendor']))).toEqual(new Set(['Argus']));
  for (const { texts } of rows) expect(texts['Severity']).toMatch(/^(Critical|High)/);

  await facet(page, 'Vendor', 'GTA').click({ modifiers: ['Shift'] });
  await expect(chip(page, 'Vendor is not GTA')).toBeVisible();
  await expectRows(page, argus);
});

test('chips say each filter, turn it round, and go one by one', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin, '/queue?severity=critical&kind=!alert&tenant=Kystlab&created=-30d..');
  await expect(chips(page)).toHaveCount(4);
  const tenant = page.getByRole('button', { name: 'Tenant is Kystlab: change to is not' });
  await expect
    .poll(async () => new Set((await readRows(page)).map(row => row.texts['Tenant'])))
    .toEqual(new Set(['Kystlab']));
  await tenant.click();
  await expect(chip(page, 'Tenant is not Kystlab')).toBeVisible();
  await expect
    .poll(async () => (await readRows(page)).some(row => row.texts['Tenant'] === 'Kystlab'))
    .toBe(false);

  const critical = await countOf(facet(page, 'Severity', 'Critical'));
  await chip(page, 'Tenant is not Kystlab').click();
  await chip(page, 'Created since 30 days ago').click();
  await chip(page, 'Kind is not Case').waitFor({ state: 'detached' });
  await chip(page, 'Kind is not Alert').click();
  await expect(chips(page)).toHaveCount(1);
  expect(new URL(page.url()).search).toBe('?severity=critical');
  expect(await countOf(facet(page, 'Severity', 'Critical'))).toBeGreaterThan(critical);
  await chip(page, 'Severity is Critical').click();
  await expect(chips(page)).toHaveCount(0);
  await expectRows(page, demoTotal);
});

test('mine and unassigned are one choice each', async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  const mine = await countOf(facet(page, 'Assignee', 'Me'));
  const nobodys = await countOf(facet(page, 'Assignee', 'Unassigned'));
  const filter = page.getByRole('button', { name: 'Filter', exact: true });

  await filter.click();
  await page.getByRole('menuitem', { name: 'Assignee' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Me', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(chip(page, 'Assignee is Me')).toBeVisible();
  await expectRows(page, mine);
  const people = new Set((await readRows(page)).map(row => row.texts['Assignee']));
  expect(people.has('Unassigned')).toBe(false);

  await chip(page, 'Assignee is Me').click();
  await filter.click();
  await page.getByRole('menuitem', { name: 'Assignee' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Unassigned', exact: true }).click();
  await page.keyboard.press('Escape');
  await expectRows(page, nobodys);
  expect(new Set((await readRows(page)).map(row => row.texts['Assignee']))).toEqual(new Set(['Unassigned']));
});

test('a long facet shows its first values, all of them on wish, and folds away', async ({
  page,
  demoOrigin,
}) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
  const tags = facetGroup(page, 'Tag');
  const values = tags.getByRole('checkbox');
  await expect(values).toHaveCount(8);
  const more = tags.getByRole('button', { name: /^Show \d+ more$/ });
  const hidden = Number(/\d+/.exec((await more.textContent()) ?? '')?.[0]);
  await more.click();
  await expect(values).toHaveCount(8 + hidden);
  await tags.getByRole('button', { name: 'Show fewer' }).click();
  await expect(values).toHaveCount(8);
  await tags.getByRole('button', { name: 'Tag', exact: true }).click();
  await expect(values).toHaveCount(0);
});
