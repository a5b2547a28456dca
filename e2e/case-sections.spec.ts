import type { Page } from '@playwright/test';
import { test as demoTest } from './casefold.ts';
import { expect, openLive, test } from './live.ts';
import { openDemo, rowAt, searchBox } from './queue-screen.ts';

/** What the richest case of each vendor holds: a word of every section, as an analyst would look for it. */
const told: Readonly<Record<string, { search: string; missing: string; sections: Record<string, RegExp> }>> =
  {
    Stellar: {
      search: 'shadow copies',
      missing: 'file events, tasks',
      sections: {
        Summary: /vssadmin delete shadows/,
        Timeline: /[1-9]\d* entries/,
        Observables: /IPv4|Hosts|Users/i,
        Alerts: /T\d{4}/,
        Comments: /First look: 9 alerts/,
        History: /status/i,
      },
    },
    Argus: {
      search: '4180520',
      missing: 'alerts, file events',
      sections: {
        Summary: /Volume shadow copies/,
        Timeline: /Jonas Berg/,
        Observables: /203\.0\.113\[\.\]77/,
        Events: /Beacon to known command and control/,
        Comments: /Asked for the sign-in logs/,
        Attachments: /indicators-4180520\.txt/,
        Access: /roleBased/i,
        History: /pendingSoc/,
      },
    },
    Incydr: {
      search: 'Q4-forecast.zip',
      missing: 'alerts, events',
      sections: {
        Summary: /personal Dropbox/,
        Timeline: /[1-9]\d* entries/,
        Observables: /Q4-forecast\.zip/,
        'File events': /Q4-forecast/,
        History: /Changed last/,
        Exports: /PDF/,
      },
    },
    IRIS: {
      search: '#412',
      missing: 'alerts, file events',
      sections: {
        Summary: /adversary-in-the-middle/,
        Timeline: /[1-9]\d* entries/,
        Observables: /185\.220\.101\[\.\]34/,
        Events: /SRV-FIN-07/,
        Tasks: /Done|In progress/,
        Assets: /WS-0412/,
        Evidence: /[0-9a-f]{16}/i,
        Notes: /WS-0412 triage/,
        Comments: /On asset WS-0412/,
        Files: /login-page\.md/,
        'Linked cases': /#\d+/,
        Access: /Mari Dahl/,
        History: /case info updated/,
        Exports: /JSON/,
      },
    },
    GTA: {
      search: 'Banking trojan',
      missing: 'file events, tasks',
      sections: {
        Summary: /45 days/,
        Timeline: /[1-9]\d* entries/,
        Observables: /10\.20\.7\[\.\]21/,
        Alerts: /Banking trojan traffic/,
        Events: /convicting/i,
        Assets: /\d+\.\d+/,
        Notes: /does not say when the note was written/,
        History: /Alert triggered/,
      },
    },
  };

async function expectWhole(page: Page, vendor: string): Promise<void> {
  const { search, missing, sections } = told[vendor] ?? { search: '', missing: '', sections: {} };
  await searchBox(page).fill(search);
  const row = rowAt(page, 1);
  await expect(row).toContainText(new RegExp(search.replace('#', '#?'), 'i'));
  await row.dblclick();
  await expect(page).toHaveURL(/\/case\//);
  for (const [name, words] of Object.entries(sections)) {
    const section = page.getByRole('region', { name, exact: true });
    await expect(section, `${vendor}: ${name}`).toContainText(words);
    await expect(section, `${vendor}: ${name}`).not.toContainText(/was not read|Not read\./);
  }
  await expect(page.getByText(`Not offered by ${vendor}`)).toContainText(missing);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/queue/);
  await searchBox(page).fill('');
}

for (const vendor of Object.keys(told)) {
  demoTest(`the richest case of ${vendor} has every section in the demo`, async ({ page, demoOrigin }) => {
    await openDemo(page, demoOrigin);
    await expectWhole(page, vendor);
  });
}

test('the richest case of each vendor has every section live', async ({ page, live }) => {
  test.setTimeout(180_000);
  await openLive(page, live);
  for (const vendor of Object.keys(told)) await test.step(vendor, () => expectWhole(page, vendor));
});

test.describe('a case of a long night', () => {
  test.use({ scenario: 'large' });
  test.setTimeout(180_000);

  test('has its 10,000 entries on one axis, from the first to the last', async ({ page, live }) => {
    await openLive(page, live);
    await searchBox(page).fill('#411');
    await expect(rowAt(page, 1)).toContainText('Anonymous proxy login', { timeout: 90_000 });
    await rowAt(page, 1).dblclick();
    const timeline = page.getByRole('region', { name: 'Timeline', exact: true });
    await expect(timeline).toContainText(/10,0\d\d entries/, { timeout: 60_000 });
    await timeline.getByRole('searchbox').fill('Firewall line 5000:');
    await expect(timeline).toContainText('Firewall line 5000:');
    await timeline.getByRole('searchbox').fill('');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('t');
    await page.keyboard.press('End');
    await expect(timeline).toContainText('Firewall line 1:');
  });
});
