import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { campaigns } from '#mocks/story.ts';
import { storyScripts } from '#mocks/vendors/iris/story-scripts.ts';
import {
  clearFaults,
  expect,
  expectAllRead,
  failedRequests,
  openLive,
  readLog,
  setFaults,
  test,
} from './live.ts';
import { openDemo, rowAt, searchBox } from './queue-screen.ts';

const told = campaigns.flatMap(campaign => campaign.entries);

function storyOf(title: string) {
  const entry = told.find(candidate => candidate.title === title);
  if (entry === undefined) throw new Error(`no story is called ${title}`);
  return entry;
}

const argus = storyOf('Malicious inbox rule hides replies for 3 finance users');
const incydr = storyOf('Q4-forecast.zip, 212 MB, to Dropbox');
const iris = storyOf('AiTM session theft and lateral move to SRV-FIN-07');
const irisFiles = storyScripts.find(script => iris.title.includes(script.titleWord))?.files ?? [];
const inboxRules = irisFiles.find(file => file.name === 'inbox-rules t.haugen.csv');

type Expected = {
  title: string;
  button: RegExp;
  /** What must be done before the button is there. */
  reveal?: (page: Page) => Promise<void>;
  name: RegExp;
  /** Is there anything in it that the vendor did not write itself? */
  isWarned: boolean;
  check: (bytes: Buffer) => void;
};

const csvRows = (bytes: Buffer) => bytes.toString().trimEnd().split('\r\n');

const expected: Readonly<Record<string, Expected>> = {
  'an attachment of Argus': {
    title: argus.title,
    button: /^Download indicators-\d+\.txt$/,
    name: /^indicators-\d+\.txt$/,
    isWarned: true,
    check: bytes =>
      expect(bytes.toString()).toBe(`${[...argus.observables, ...argus.hosts, ...argus.users].join('\n')}\n`),
  },
  'the summary of an Incydr case': {
    title: incydr.title,
    button: /^Download Case summary \(PDF\)/,
    name: /^Case-\d+\.pdf$/,
    isWarned: false,
    check: bytes => {
      expect(bytes.toString('latin1')).toMatch(/^%PDF-1\.4\n.*%%EOF\n$/s);
      expect(bytes.toString('latin1')).toContain(incydr.title);
    },
  },
  'the file events of an Incydr case': {
    title: incydr.title,
    button: /^Download File events \(CSV\)/,
    name: /^Case-\d+-file-events\.csv$/,
    isWarned: true,
    check: bytes => {
      const [heading, ...rows] = csvRows(bytes);
      expect(heading).toMatch(/^Event ID,Date observed,/);
      expect(rows).toHaveLength(incydr.alerts);
    },
  },
  'everything of an Incydr case': {
    title: incydr.title,
    button: /^Download Summary, file events and the files/,
    name: /^Case-\d+\.zip$/,
    isWarned: true,
    check: bytes => {
      expect([...bytes.subarray(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
      expect(bytes.toString('latin1')).toContain('files/Q4-forecast.zip');
    },
  },
  'the file of an Incydr event': {
    title: incydr.title,
    button: /^Download .*: Q4-forecast\.zip$/,
    reveal: async page => {
      const row = page.getByRole('row').filter({ hasText: 'Q4-forecast.zip' });
      await row.getByRole('button', { name: /^Show|^Open|^More/ }).click();
    },
    name: /^Q4-forecast\.zip$/,
    isWarned: true,
    check: bytes =>
      expect(bytes.toString()).toBe('Contents of Q4-forecast.zip, 212000000 bytes at the source.\n'),
  },
  'a file of the IRIS datastore': {
    title: iris.title,
    button: /^Download inbox-rules t\.haugen\.csv$/,
    name: /^inbox-rules t\.haugen\.csv$/,
    isWarned: true,
    check: bytes => expect(bytes.toString()).toBe(inboxRules?.content),
  },
};

async function openCase(page: Page, title: string): Promise<void> {
  if (await page.getByRole('heading', { level: 1, name: title, exact: true }).isVisible()) return;
  if (/\/case\//.test(page.url())) await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/queue/);
  await searchBox(page).fill(title);
  await expect(rowAt(page, 1)).toContainText(title);
  await rowAt(page, 1).dblclick();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
}

function confirmation(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Download this file?' });
}

/** The first press and the second. */
async function press(page: Page, button: Locator): Promise<void> {
  await button.click();
  await confirmation(page).getByRole('button', { name: 'Download file' }).click();
  await expect(confirmation(page)).toBeHidden();
}

async function expectEachFile(page: Page): Promise<void> {
  for (const [what, file] of Object.entries(expected))
    await test.step(what, async () => {
      await openCase(page, file.title);
      await file.reveal?.(page);
      const button = page.getByRole('button', { name: file.button });
      await button.click();
      await expect(confirmation(page).getByRole('note')).toHaveCount(file.isWarned ? 1 : 0);
      const downloading = page.waitForEvent('download');
      await confirmation(page).getByRole('button', { name: 'Download file' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(file.name);
      file.check(readFileSync(await download.path()));
      await expect(confirmation(page)).toBeHidden();
      await expect(page.getByText(`Saved as ${download.suggestedFilename()}`)).toBeVisible();
    });
}

test('each kind of file comes from the vendors of the demo, byte by byte', async ({ page, demoOrigin }) => {
  test.setTimeout(180_000);
  await openDemo(page, demoOrigin);
  await expectEachFile(page);
});

test('each kind of file comes through the live gateway, byte by byte', async ({ page, live }) => {
  test.setTimeout(240_000);
  await openLive(page, live);
  await expectAllRead(page);
  await expectEachFile(page);
});

test('one press asks the vendor for nothing', async ({ page, live }) => {
  test.setTimeout(180_000);
  await openLive(page, live);
  await expectAllRead(page);
  await openCase(page, argus.title);
  const asked = async () => (await readLog(live, 'argus')).filter(({ path }) => path.endsWith('/download'));
  const button = page.getByRole('button', { name: /^Download indicators/ });
  await button.click();
  await expect(confirmation(page)).toContainText(/indicators-\d+\.txt/);
  await page.keyboard.press('Escape');
  await expect(confirmation(page)).toBeHidden();
  await expect(button).toBeFocused();
  expect(await asked()).toEqual([]);
  const downloading = page.waitForEvent('download');
  await press(page, button);
  await downloading;
  expect(await asked()).toHaveLength(1);
});

test.describe('a file that does not come', () => {
  test.use({ expectedComplaints: failedRequests });

  test('leaves nothing behind, says why, and comes when it is asked for again', async ({ page, live }) => {
    test.setTimeout(240_000);
    await openLive(page, live);
    await expectAllRead(page);
    const saved: string[] = [];
    page.on('download', download => saved.push(download.suggestedFilename()));
    const isFile = { vendor: 'incydr', path: '/export$' };
    await openCase(page, incydr.title);
    const exportsSection = page.getByRole('region', { name: 'Exports' });
    const retry = exportsSection.getByRole('button', { name: 'Retry' });

    await setFaults(live, { match: isFile, fault: 'cut' });
    await press(page, exportsSection.getByRole('button', { name: /\(PDF\)/ }));
    await expect(
      exportsSection.getByText('The file broke off before it was whole. Nothing was saved.'),
    ).toBeVisible();

    await setFaults(live, { match: isFile, fault: 'html', args: { status: 200 } });
    await retry.click();
    await expect(
      exportsSection.getByText(/^A web page came in place of the file\..* Nothing was saved\.$/),
    ).toBeVisible();

    await setFaults(live, { match: isFile, fault: 'html', args: { status: 404 } });
    await retry.click();
    await expect(
      exportsSection.getByText(/^Incydr has no such case, or no longer\. Nothing was saved\.$/),
    ).toBeVisible();
    expect(saved).toEqual([]);

    await clearFaults(live);
    const downloading = page.waitForEvent('download');
    await retry.click();
    expect(readFileSync(await (await downloading).path()).toString('latin1')).toContain(incydr.title);
  });

  test('can be cancelled, and asked for again', async ({ page, live }) => {
    test.setTimeout(180_000);
    await openLive(page, live);
    await expectAllRead(page);
    await openCase(page, iris.title);
    await setFaults(live, { match: { vendor: 'iris', path: '/datastore/file/view/' }, fault: 'hang' });
    const button = page.getByRole('button', { name: /^Download inbox-rules/ });
    await press(page, button);
    await expect(page.getByRole('progressbar', { name: /^Fetching inbox-rules/ })).toBeVisible();
    await page.getByRole('button', { name: /^Cancel inbox-rules/ }).click();
    await expect(page.getByRole('progressbar')).toHaveCount(0);
    await clearFaults(live);
    const downloading = page.waitForEvent('download');
    await press(page, button);
    expect((await downloading).suggestedFilename()).toBe(inboxRules?.name);
  });
});
