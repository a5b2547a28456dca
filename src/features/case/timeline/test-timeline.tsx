import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { type SectionId, sectionTitles } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { type SectionRead, sectionQuery } from '#store/case/sections.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { sampleEntry } from './sample-entries.ts';
import { TimelineSection } from './timeline-section.tsx';

export const caseRef = { connectionId: 'iris', id: '412' };
export const preferencesKey = 'casefold-preferences';

/** jsdom lays nothing out: what scrolls is 600 px high, and everything in it 30. */
export function setUpTimeline(): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
    vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(1_000_000);
    Element.prototype.scrollIntoView = () => {};
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        unobserve() {}
        disconnect() {}
      },
    );
    HTMLElement.prototype.setPointerCapture = () => {};
    Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
      if (typeof options !== 'object' || this.scrollTop === options.top) return;
      this.scrollTop = options.top ?? 0;
      queueMicrotask(() => act(() => void this.dispatchEvent(new Event('scroll'))));
    };
    localStorage.setItem(preferencesKey, JSON.stringify({ zone: 'utc' }));
  });
  afterEach(() => {
    cleanup();
    localStorage.clear();
  });
}

type Held = { entries: readonly TimelineEntry[]; count?: number; next?: string };

/** The timeline of a case of which this is held, over a section to go to. */
export function showTimeline(held: Partial<Record<SectionId, Held>>) {
  const client = new QueryClient();
  const sections = Object.keys(held).filter((id): id is SectionId => id in sectionTitles);
  for (const section of sections) {
    const { entries, count = null, next = null } = held[section] ?? { entries: [] };
    const value = { blocks: [], entries, observables: [], count, next };
    const read: SectionRead = { pages: [{ value, calls: [] }], next };
    client.setQueryData(sectionQuery(client, caseRef, section).queryKey, read);
  }
  const view = (
    <QueryClientProvider client={client}>
      <TestKit>
        <TimelineSection caseRef={caseRef} badge="IRIS" sections={sections} />
        <section data-case-section="Alerts" aria-label="Alerts" tabIndex={-1} />
      </TestKit>
    </QueryClientProvider>
  );
  return { client, ...render(view) };
}

export const story = [
  sampleEntry({
    id: 'alert',
    kind: 'alert',
    section: 'alerts',
    severity: 'critical',
    subject: 'Lateral movement: RDP to SRV-FIN-07',
    labels: ['T1021.001'],
    time: '2026-11-22T07:57:41Z',
  }),
  sampleEntry({
    id: 'note',
    kind: 'note',
    section: 'notes',
    actor: 'Ida Moen',
    action: 'wrote a note in',
    subject: 'Containment',
    body: { format: 'text', text: 'Sessions revoked for t.haugen and two others.' },
    time: '2026-11-22T07:31:00Z',
    precision: 'minute',
  }),
  sampleEntry({
    id: 'status',
    kind: 'status',
    section: 'history',
    actor: 'Jonas Berg',
    action: 'set status to',
    subject: 'In progress',
    support: 'priority High to Critical',
    status: 'in-progress',
    time: '2026-11-22T07:04:09.482Z',
    precision: 'millisecond',
    stamp: { original: '2026-11-22T08:04:09.482+01:00', zone: '+01:00' },
  }),
  sampleEntry({
    id: 'event',
    subject: 'Sign-in from 185.220.101.34',
    time: '2026-11-22T06:58:00Z',
    precision: 'minute',
    stamp: { doubt: 'The sensor rounds.', doubtMs: 20_000 },
    notBefore: { at: Date.parse('2026-11-22T06:59:40Z'), what: 'its own alert' },
  }),
  sampleEntry({ id: 'opened', kind: 'change', subject: 'Case opened', time: '2026-11-21', precision: 'day' }),
];

export const region = () => within(screen.getByRole('region', { name: 'Timeline' }));
export const lines = () =>
  region()
    .getAllByRole('listitem')
    .map(item => item.textContent?.replace(/\s+/g, ' ').trim() ?? '');
export const times = () =>
  region()
    .getAllByRole('button')
    .filter(button => button.dataset['entryTime'] !== undefined)
    .map(({ textContent }) => textContent);
export const heads = () =>
  region()
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
export const timeButton = (name: RegExp) => region().getByRole('button', { name });
