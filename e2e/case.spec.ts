import type { Page } from '@playwright/test';
import type { DeclaredConnection, LiveCasefold } from './casefold.ts';
import {
  clearFaults,
  expect,
  expectAllRead,
  failedRequests,
  openLive,
  setFaults,
  stripItem,
  test,
} from './live.ts';
import { rowAt, rowOf } from './queue-screen.ts';

const consoles: Readonly<Record<string, string | null>> = {
  // Built from the address of the connection, which is plain http here.
  stellar: null,
  argus: 'https://portal.mnemonic.no/spa/case/view/',
  incydr: null,
  iris: null,
  gta: null,
};

function declared(live: LiveCasefold, vendor: string): DeclaredConnection {
  const found = live.connections.find(connection => connection.vendor === vendor);
  if (found === undefined) throw new Error(`nothing is simulated of ${vendor}`);
  return found;
}

function region(page: Page, name: string) {
  return page.getByRole('region', { name, exact: true });
}

/** The first row of a vendor in the queue, once its connection was read. */
async function findRow(page: Page, live: LiveCasefold, vendor: string) {
  const { id, name } = declared(live, vendor);
  await page.goto(`${live.origin}/queue?connection=${id}`);
  await expect(stripItem(page, name)).toHaveText(/(now|\d+ (s|min) ago)$/, { timeout: 60_000 });
  const row = rowAt(page, 1);
  await expect(row).toHaveAttribute('data-ref', new RegExp(`^${id}:`));
  const ref = (await row.getAttribute('data-ref')) ?? '';
  const title = (await row.locator('[data-column=title]').textContent()) ?? '';
  return { row: rowOf(page, ref), ref, recordId: ref.slice(id.length + 1), title };
}

/** Every call about one record fails; the list of them goes on. */
function pathOf(recordId: string): string {
  return `/${recordId.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(/|\\?|$)`;
}

test('a case of each vendor opens from the queue with all its parts, and Escape leads back', async ({
  page,
  live,
}) => {
  test.setTimeout(180_000);
  await openLive(page, live);
  await expectAllRead(page);
  for (const [vendor, consoleStart] of Object.entries(consoles)) {
    await test.step(vendor, async () => {
      const { row, recordId, title } = await findRow(page, live, vendor);
      await row.dblclick();
      await expect(page).toHaveURL(new RegExp(`/case/${declared(live, vendor).id}/`));
      await expect(page.locator('h1')).toHaveCount(1);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(region(page, 'Fields')).toContainText('Status');
      await expect(region(page, 'Summary')).not.toBeEmpty();
      await expect(region(page, 'Details')).toContainText(recordId);
      const raw = region(page, 'Raw');
      // The call that asked for the record itself; others came beside it.
      const call = new RegExp(`^GET .*/${recordId}(\\?|$)`);
      const firstCall = raw.getByRole('button', { name: call }).first();
      await firstCall.click();
      await raw.getByRole('searchbox').fill(recordId);
      await expect(raw.getByRole('tree')).toContainText(recordId);

      const link = page.getByRole('link', { name: /^Open in / });
      if (consoleStart === null) await expect(link).toHaveCount(0);
      else {
        await expect(link).toHaveAttribute('href', consoleStart + recordId);
        await expect(link).toHaveAttribute('target', '_blank');
        await expect(link).toHaveAttribute('rel', /\bnoopener\b/);
      }
      // Escape within a search box is its own.
      await firstCall.click();
      await page.keyboard.press('Escape');
      await expect(page).toHaveURL(/\/queue\?connection=/);
      await expect(row).toHaveAttribute('data-cursor', 'true');
    });
  }
});

test.describe('a case that cannot be read', () => {
  test.use({ expectedComplaints: failedRequests });

  for (const vendor of ['stellar', 'argus', 'incydr', 'gta'])
    test(`keeps its row and says that ${vendor} has it no longer`, async ({ page, live }) => {
      await openLive(page, live);
      const { row, recordId, title } = await findRow(page, live, vendor);
      await setFaults(live, {
        match: { vendor, path: pathOf(recordId) },
        fault: 'status',
        args: { status: 404, body: { messages: [], error: 'not found' } },
      });
      await row.dblclick();
      await expect(page.getByText(/^No longer at /)).toHaveText(
        /^No longer at \w+\. What is shown is the row from the queue, read .+\.$/,
      );
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(region(page, 'Fields')).toContainText('Status');
      await expect(region(page, 'Summary')).toContainText('Not read.');
      await page.keyboard.press('Escape');
      await expect(row).toContainText(title);
    });

  test('says that IRIS does not let it be seen, which looks there as if it were gone', async ({
    page,
    live,
  }) => {
    await openLive(page, live);
    const { row, recordId, title } = await findRow(page, live, 'iris');
    const refusal = {
      status: 'error',
      message: 'Permission denied (EC1)',
      data: { user_id: 2, case_id: Number(recordId) },
    };
    await setFaults(live, {
      match: { vendor: 'iris', path: `^/case|/manage/cases/${recordId}` },
      fault: 'status',
      args: { status: 403, body: refusal },
    });
    await row.dblclick();
    await expect(
      page.getByText(
        `Case ${recordId} is not in IRIS, or the owner of this API key may not see it. IRIS does not say which. What is shown is the row from the queue`,
      ),
    ).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.keyboard.press('Escape');
    await expect(row).toContainText(title);
  });

  test('shows the row that is held, with its age, until its vendor answers again', async ({ page, live }) => {
    await openLive(page, live);
    const { row, recordId, title } = await findRow(page, live, 'argus');
    await setFaults(live, { match: { vendor: 'argus' }, fault: 'refuse' });
    await row.dblclick();
    const trouble = page.getByRole('status').filter({ hasText: 'What is shown is the row from the queue' });
    await expect(trouble).toContainText(/nothing answers|refused|reach/i, { timeout: 30_000 });
    await expect(trouble).toContainText(/read .*(now|ago)/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await clearFaults(live);
    await trouble.getByRole('button', { name: 'Retry' }).click();
    await expect(trouble).toBeHidden();
    await expect(region(page, 'Details')).toContainText(recordId);
    await expect(region(page, 'Summary')).not.toContainText('Not read.');
  });
});

test('an address that names a connection which is not set up leads to a sentence', async ({ page, live }) => {
  await openLive(page, live, '/case/nowhere/17');
  await expect(page.getByText('This case belongs to a connection that is not set up here.')).toBeVisible();
  await expect(page.getByText('The address names the connection nowhere.')).toBeVisible();
  await expect(page.locator('h1')).toHaveCount(1);
  await page.getByRole('link', { name: 'Go to the queue' }).click();
  await expect(page).toHaveURL(/\/queue/);
});

test.describe('hostile text', () => {
  // The sanitizer parses what it takes away: the policy then speaks of what never came to the page.
  test.use({ expectedComplaints: [/Content Security Policy/i] });

  const name = '<img src=x onerror="window.__x=1">\u202efdp.exe';
  const shownName = '<img src=x onerror="window.__x=1">[RLO]fdp.exe';
  const description = [
    '# Read me',
    '<script>window.__x=1</script><img src="https://evil.example/pixel.png" onerror="window.__x=1" alt="logo">',
    '<a href="javascript:window.__x=1" onclick="window.__x=1">click here</a>',
    '[a script](javascript:window.__x=1) and ![remote](https://evil.example/remote.png)',
    '<iframe src="https://evil.example/"></iframe><form action="https://evil.example/"><input name="key"></form>',
    '<svg onload="window.__x=1"><style>*{display:none}</style></svg>',
    'The end of it.',
  ].join('\n\n');

  async function expectHarmless(page: Page): Promise<void> {
    const found = await page.evaluate(() => ({
      x: Reflect.get(window, '__x'),
      // The product's own mark is the only image there is.
      elements: [
        ...document.querySelectorAll(
          'img:not([src="/icon.svg"]), iframe, form[action], object, embed, svg[onload]',
        ),
      ].map(element => element.outerHTML),
      scripts: [...document.querySelectorAll('script')].filter(({ src }) => src === '').map(one => one.text),
      handlers: [...document.querySelectorAll('*')].flatMap(element =>
        element.getAttributeNames().filter(attribute => attribute.startsWith('on')),
      ),
      links: [...document.querySelectorAll('a[href]')]
        .map(link => link.getAttribute('href') ?? '')
        .filter(href => !/^(https?:|\/|#main$)/.test(href)),
    }));
    expect(found).toEqual({ x: undefined, elements: [], scripts: [], handlers: [], links: [] });
  }

  test('of a case is text in queue, peek and case, and nothing leaves for it', async ({ page, live }) => {
    const left: string[] = [];
    page.on('request', request => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== live.origin)
        left.push(request.url());
    });
    const { settings, secrets, id } = declared(live, 'iris');
    const cases = await fetch(`${settings['origin']}/manage/cases/list?cid=1`, {
      headers: { authorization: `Bearer ${secrets['apiKey']}` },
    });
    const { data } = (await cases.json()) as { data: { case_id: number; access_level?: number }[] };
    const caseId = data.at(-1)?.case_id;
    const renamed = await fetch(`${settings['origin']}/manage/cases/update/${caseId}?cid=${caseId}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secrets['apiKey']}`, 'content-type': 'application/json' },
      body: JSON.stringify({ case_name: name, case_description: description }),
    });
    expect(renamed.status, await renamed.text()).toBe(200);

    await openLive(page, live, `/queue?connection=${id}&q=fdp.exe`);
    const row = rowOf(page, `${id}:${caseId}`);
    await expect(row).toContainText(shownName, { timeout: 60_000 });
    await expectHarmless(page);

    await row.click();
    await page.keyboard.press('Space');
    const peek = page.getByRole('complementary', { name: 'Peek' });
    await expect(peek.getByRole('heading', { level: 2 })).toContainText(shownName);
    await expect(peek.getByText('click here')).toBeVisible();
    await expectHarmless(page);

    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(shownName);
    const summary = region(page, 'Summary');
    await expect(summary).toContainText('The end of it.');
    await expect(summary).toContainText('[blocked image');
    await region(page, 'Raw').getByRole('button', { name: /^GET / }).first().click();
    await expect(region(page, 'Raw')).toContainText('window.__x=1');
    await expectHarmless(page);
    await expect(page).toHaveTitle(/\[RLO\]fdp\.exe/);
    expect(left).toEqual([]);
  });
});
