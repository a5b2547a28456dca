import { expect, expectRows, grid, test } from './casefold.ts';
import { countOf, demoTotal, facet, openDemo, readRows, rowOf, searchBox } from './queue-screen.ts';

test.beforeEach(async ({ page, demoOrigin }) => {
  await openDemo(page, demoOrigin);
  await expectRows(page, demoTotal);
});

test('capitals and accents do not matter', async ({ page }) => {
  const atHelse = await countOf(facet(page, 'Tenant', 'Helse Øst'));
  await searchBox(page).fill('helse øst');
  await expect(page).toHaveURL(/\?q=helse\+%C3%B8st$/);
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', String(demoTotal + 1));
  const rowCount = await grid(page).getAttribute('aria-rowcount');
  await expect(facet(page, 'Tenant', 'Helse Øst')).toHaveAccessibleName(`Helse Øst, ${atHelse}`);
  for (const spelling of ['HELSE OST', 'hélse  ØST', 'ost helse']) {
    await searchBox(page).fill('');
    await expectRows(page, demoTotal);
    await searchBox(page).fill(spelling);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', rowCount ?? '');
  }
});

test('every word must occur, in whatever order and field', async ({ page }) => {
  await searchBox(page).fill('ransomware');
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', String(demoTotal + 1));
  const found = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
  await searchBox(page).fill('brennmoen BACKUP ransomware jonas');
  await expect
    .poll(async () => Number(await grid(page).getAttribute('aria-rowcount')) - 1)
    .toBeLessThan(found);
  const rows = await readRows(page);
  expect(rows.map(row => row.texts['Title'])).toContain('Suspected ransomware staging on backup host BKP-02');
  for (const { texts } of rows)
    for (const word of ['brennmoen', 'backup', 'jonas'])
      expect(Object.values(texts).join(' ').toLowerCase()).toContain(word);
  await searchBox(page).fill('kerberoasting nowhere-to-be-found');
  await expectRows(page, 0);
});

test('a part of an id finds it, and so do a tag and a person', async ({ page }) => {
  await searchBox(page).fill('18052');
  await expect(rowOf(page, 'argus:4180520')).toBeVisible();
  for (const { ref, texts } of await readRows(page)) expect(`${ref} ${texts['Id']}`).toContain('18052');

  await searchBox(page).fill('');
  await expectRows(page, demoTotal);
  const recon = await countOf(facet(page, 'Tag', 'recon'));
  await searchBox(page).fill('recon');
  await expect(facet(page, 'Tag', 'recon')).toHaveAccessibleName(`recon, ${recon}`);
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', String(demoTotal + 1));

  await searchBox(page).fill('');
  await expectRows(page, demoTotal);
  const jonas = await countOf(facet(page, 'Assignee', 'Jonas Berg'));
  await searchBox(page).fill('jonas berg');
  await expect(facet(page, 'Assignee', 'Jonas Berg')).toHaveAccessibleName(`Jonas Berg, ${jonas}`);
  await expect
    .poll(async () => (await readRows(page)).every(row => row.texts['Assignee'] === 'Jonas Berg'))
    .toBe(true);
});

test('typing is one step in the history, and Enter leaves for the list', async ({ page }) => {
  await facet(page, 'Severity', 'Critical').click();
  await page.keyboard.press('/');
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type('ransomware');
  await expect(page).toHaveURL(/q=ransomware/);
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await page.goBack();
  await expect(page).toHaveURL(/\/queue$/);
  await expect(searchBox(page)).toHaveValue('');
  await expectRows(page, demoTotal);
});

test('what looks like code is only looked for', async ({ page }) => {
  for (const text of ['.*', '(', '<img src=x onerror=alert(1)>', '%_"\\', "' or 1=1 --"]) {
    await searchBox(page).fill(text);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe(text);
    await expect
      .poll(async () => {
        const words = text.toLowerCase().split(/\s+/);
        const rows = await readRows(page);
        return rows.every(({ texts }) => {
          const all = Object.values(texts).join(' ').toLowerCase();
          return words.every(word => all.includes(word));
        });
      })
      .toBe(true);
  }
});
