// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { observableKey } from '#domain/observable-key.ts';
import type { Observable, SectionPage } from '#domain/section.ts';
import { sectionQuery } from '#store/case/sections.ts';
import { whereSeenKey } from '#store/case/where-seen.ts';
import type { Sightings } from '#store/engine/engine-port.ts';
import { queries } from '#store/queries.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { sampleDetail, sampleRow } from '../sample-case.ts';
import { CaseContext } from './case-context.tsx';
import { CaseObservablesProvider } from './case-observables-provider.tsx';
import { ObservablesSection } from './observables-section.tsx';
import { ObservedRichText } from './observed-rich-text.tsx';
import { ObservedText } from './observed-text.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const ip: Observable = { type: 'ipv4', value: '185.220.101.34', raw: 'ip-src' };
const host: Observable = { type: 'host', value: 'SRV-FIN-07', raw: 'Windows server' };
const hash: Observable = {
  type: 'hash',
  value: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  raw: '',
};
const none: Sightings = { count: 0, vendorCount: 0, closedCount: 0, latest: [] };
const seven: Sightings = {
  count: 7,
  vendorCount: 3,
  closedCount: 2,
  latest: [
    { ...sampleRow, connectionId: 'stellar', id: '48213', number: '48213', title: 'Lateral movement' },
    { ...sampleRow, id: '398', number: '#398', title: 'Older', status: { value: 'closed', raw: 'Closed' } },
  ],
};

/** What was read of the case, as the page remembers it. The observables stand in the order of their types. */
function readCase(observables: readonly Observable[], sightings: readonly Sightings[]) {
  const client = new QueryClient();
  const page: SectionPage = { blocks: [], entries: [], observables, count: null, next: null };
  client.setQueryData(queries.detail(sampleRow).queryKey, { value: sampleDetail, calls: [] });
  client.setQueryData(sectionQuery(client, sampleRow, 'events').queryKey, {
    pages: [{ value: page, calls: [] }],
    next: null,
  });
  client.setQueryData(
    whereSeenKey(sampleRow, observables),
    new Map(observables.map((observable, index) => [observableKey(observable), sightings[index] ?? none])),
  );
  return client;
}

function show(what: ReactNode, client = readCase([ip, host], [seven])) {
  return render(
    <MemoryRouter>
      <QueryClientProvider client={client}>
        <TestKit>
          <CaseObservablesProvider caseRef={sampleRow} sections={['events']}>
            {what}
          </CaseObservablesProvider>
        </TestKit>
      </QueryClientProvider>
    </MemoryRouter>,
  );
}

test('a text keeps its words and shows its observables as chips, with their counts', () => {
  const { container } = show(<ObservedText text={'From 185.220.101[.]34 to srv-fin-07 \u202e at 07:31'} />);
  expect(container.textContent).toBe('From 185.220.101[.]34in 7 to SRV-FIN-07 [RLO] at 07:31');
  expect(screen.getAllByRole('button').map(button => button.getAttribute('aria-label'))).toEqual([
    'Menu of 185.220.101[.]34',
    'Menu of SRV-FIN-07',
  ]);
});

test('a chip leads to the queue and to the other cases that hold it', async () => {
  const user = userEvent.setup();
  show(<ObservedText text="From 185.220.101.34" />);
  await user.click(screen.getByRole('button', { name: 'Menu of 185.220.101[.]34' }));
  const menu = within(await screen.findByRole('menu'));
  const link = (name: string | RegExp) => menu.getByRole('menuitem', { name }).getAttribute('href');
  expect(link('Filter the queue by this')).toBe('/queue?q=185.220.101.34');
  expect(menu.getByText('Seen in 7 other cases, 3 vendors, 2 closed')).toBeDefined();
  expect(link(/48213 Lateral movement Containment/)).toBe('/case/stellar/48213');
  expect(link(/#398 Older Closed/)).toBe('/case/iris/398');
  expect(menu.getByText('and 5 more')).toBeDefined();
  await user.click(menu.getByRole('menuitem', { name: 'Copy as it is' }));
  expect(await navigator.clipboard.readText()).toBe('185.220.101.34');
});

test('nothing under investigation is a link, however much of it there is', () => {
  const iocs = Array.from(
    { length: 200 },
    (_, n) => `https://a${n}.example/x 10.1.1.${n} b${n}.example m${n}@c.example`,
  );
  const { container } = show(<ObservedText text={iocs.join(' ')} />);
  expect(screen.getAllByRole('button')).toHaveLength(800);
  expect(container.querySelector('a')).toBeNull();
  expect(container.textContent).not.toMatch(/https?:|\d\.example|\w@c/);
});

test('a name in letters of another script says its ASCII form', () => {
  const { container } = show(<ObservedText text="at аррӏе.com" />);
  expect(container.textContent).toBe('at аррӏе[.]comxn--80ak6aa92e.com');
});

test('chips stand in markup, also where code is quoted', async () => {
  show(<ObservedRichText text={{ format: 'markdown', text: 'page at `login-vidar[.]app`' }} />);
  const chip = await screen.findByRole('button', { name: 'Menu of login-vidar[.]app' });
  expect(chip.closest('code')).not.toBeNull();
});

test('the section lists them by type with what is known, and what the vendor lists itself', () => {
  show(
    <ObservablesSection caseRef={sampleRow} sections={['events']}>
      <p>the vendor's own</p>
    </ObservablesSection>,
  );
  const region = within(screen.getByRole('region', { name: 'Observables' }));
  expect(region.getAllByRole('rowheader').map(head => head.textContent)).toEqual([
    'IPv4 addresses 1',
    'Hosts 1',
  ]);
  const row = region.getByText('ip-src').closest('tr');
  expect(row?.textContent).toBe('185.220.101[.]34in 7ip-srcEventsseen in 7 other cases, 3 vendors, 2 closed');
  expect(region.getByText('Windows server').closest('tr')?.textContent).toContain('none');
  expect(region.getByText("the vendor's own")).toBeDefined();
});

test('all can be copied: plain, defanged, and as a table that no spreadsheet runs', async () => {
  const user = userEvent.setup();
  const file: Observable = { type: 'file', value: '=cmd.exe', raw: 'Name, full' };
  show(
    <ObservablesSection caseRef={sampleRow} sections={['events']} />,
    readCase([ip, host, file], [seven, none, none]),
  );
  async function copy(name: string) {
    await user.click(screen.getByRole('button', { name: 'Copy all observables' }));
    await user.click(await screen.findByRole('menuitem', { name }));
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
    return navigator.clipboard.readText();
  }
  expect(await copy('Copy as they are')).toBe('185.220.101.34\nSRV-FIN-07\n=cmd.exe');
  expect((await copy('Copy defanged')).split('\n')[0]).toBe('185.220.101[.]34');
  expect((await copy('Copy as CSV')).split('\r\n')).toEqual([
    'Type,Value,Defanged,"Vendor\'s word",Named by the vendor,Stands in,In other cases',
    'ipv4,185.220.101.34,185.220.101[.]34,ip-src,yes,Events,7',
    'host,SRV-FIN-07,SRV-FIN-07,Windows server,yes,Events,0',
    'file,"\'=cmd.exe","\'=cmd.exe","Name, full",yes,Events,0',
    '',
  ]);
});

test('beside the case stand those that most others share, and how long the vendor keeps it', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
  const client = readCase([ip, hash, host], [none, none, seven]);
  const expiresAt = Date.parse('2027-01-29T08:00:00Z');
  client.setQueryData(['row', 'iris:412'], { ...sampleRow, expiresAt });
  show(<CaseContext caseRef={sampleRow} />, client);
  const context = screen.getByRole('complementary', { name: 'Context' });
  expect(
    within(context)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    'hostSRV-FIN-07seen in 7 other cases, 3 vendors, 2 closed',
    'ipv4185.220.101[.]34',
    'sha256e3b0c442…b855',
  ]);
  expect(context.textContent).toMatch(/Evidence expires ?Leaves iris in 68 d, /);
});

test('many are cut until asked for', async () => {
  const many = Array.from(
    { length: 30 },
    (_, n): Observable => ({ type: 'ipv4', value: `10.0.0.${n}`, raw: '' }),
  );
  show(<ObservablesSection caseRef={sampleRow} sections={['events']} />, readCase(many, []));
  expect(screen.getAllByRole('button', { name: /^Menu of/ })).toHaveLength(20);
  await userEvent.click(screen.getByRole('button', { name: 'Show all 30' }));
  expect(screen.getAllByRole('button', { name: /^Menu of/ })).toHaveLength(30);
});

test('a case without any says so', () => {
  show(<ObservablesSection caseRef={sampleRow} sections={['events']} />, readCase([], []));
  expect(screen.getByText('None in what was read.')).toBeDefined();
});
