// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type SectionId, sectionTitles } from '#domain/section.ts';
import type { TimelineEntry } from '#domain/timeline.ts';
import { type SectionRead, sectionQuery } from '#store/case/sections.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { manyEntries, sampleEntry } from './sample-entries.ts';
import { TimelineSection } from './timeline-section.tsx';

const caseRef = { connectionId: 'iris', id: '412' };
const preferencesKey = 'casefold-preferences';

// jsdom lays nothing out: what scrolls is 600 px high, and everything in it 30.
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

type Held = { entries: readonly TimelineEntry[]; count?: number; next?: string };

function show(held: Partial<Record<SectionId, Held>>) {
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

const story = [
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

const region = () => within(screen.getByRole('region', { name: 'Timeline' }));
const lines = () =>
  region()
    .getAllByRole('listitem')
    .map(item => item.textContent?.replace(/\s+/g, ' ').trim() ?? '');
const times = () =>
  region()
    .getAllByRole('button')
    .filter(button => button.dataset['entryTime'] !== undefined)
    .map(({ textContent }) => textContent);
const heads = () =>
  region()
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
const timeButton = (name: RegExp) => region().getByRole('button', { name });

describe('entries', () => {
  test('stand by day, the newest first, each as precise as its vendor was', () => {
    show({ events: { entries: story } });
    expect(times()).toEqual(['07:57:41', '07:31', '07:04:09.482', '06:58', 'all day']);
    expect(heads()[0]).toMatch(/Sunday 22 November/);
    expect(heads()[1]).toMatch(/Saturday 21 November/);
    expect(region().getByText('5 entries')).toBeDefined();
  });

  test('are sentences with glyphs, labels and words in a box', () => {
    show({ events: { entries: story } });
    expect(region().getByRole('img', { name: 'Critical' })).toBeDefined();
    expect(region().getByRole('img', { name: 'Note' })).toBeDefined();
    expect(region().getByRole('img', { name: 'In progress' })).toBeDefined();
    expect(region().getByText('T1021.001')).toBeDefined();
    expect(lines().find(line => line.includes('Jonas'))).toContain(
      'Jonas Berg set status to In progress priority High to Critical',
    );
    expect(region().getByText('Sessions revoked for t.haugen and two others.')).toBeDefined();
  });

  test('doubt and impossible orders are marked and corrected nowhere', () => {
    show({ events: { entries: story } });
    const line = lines().find(text => text.includes('Sign-in'));
    expect(line).toContain('06:58±20 sclock skew?');
    expect(line).toContain('before its own alert, 06:59:40');
  });

  test('tell on hover and on focus what the vendor wrote, its zone and its precision', async () => {
    show({ events: { entries: story } });
    const button = timeButton(/^07:04:09\.482/);
    const words = 'The vendor wrote 2026-11-22T08:04:09.482+01:00, zone +01:00, to the millisecond.';
    expect(button.getAttribute('aria-description')).toContain(words);
    expect(screen.queryByRole('tooltip')).toBeNull();
    await userEvent.hover(button);
    expect(screen.getByRole('tooltip').textContent).toContain(words);
    await userEvent.unhover(button);
    expect(screen.queryByRole('tooltip')).toBeNull();
    act(() => button.focus());
    expect(screen.getByRole('tooltip').textContent).toContain(words);
  });

  test('follow the zone of the app, but for bare days', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata');
    localStorage.setItem(preferencesKey, JSON.stringify({ zone: 'local' }));
    show({ events: { entries: story } });
    expect(times()).toEqual(['13:27:41', '13:01', '12:34:09.482', '12:28', 'all day']);
    expect(heads()[1]).toMatch(/Saturday 21 November/);
    vi.unstubAllEnvs();
  });

  test('are markup nowhere', () => {
    show({ events: { entries: [sampleEntry({ subject: '<img src=x onerror=alert(1)>\u202etxt.exe' })] } });
    expect(lines()[1]).toContain('<img src=x onerror=alert(1)>[RLO]txt.exe');
    expect(document.querySelector('li img')).toBeNull();
  });

  test('a long text is cut until asked for', async () => {
    const body = { format: 'text', text: 'word '.repeat(400) } as const;
    show({ notes: { entries: [sampleEntry({ kind: 'note', body })] } });
    const button = region().getByRole('button', { name: 'Show all', expanded: false });
    await userEvent.click(button);
    expect(region().getByRole('button', { name: 'Show less', expanded: true })).toBeDefined();
  });

  test('lead to the section in which the record stands', async () => {
    show({ events: { entries: story } });
    await userEvent.click(timeButton(/go to Alerts/));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Alerts' }));
    act(() => timeButton(/go to Notes/).focus());
    await userEvent.click(region().getByText('Lateral movement: RDP to SRV-FIN-07'));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Alerts' }));
  });
});

describe('what is shown', () => {
  test('people or machines alone', async () => {
    show({ events: { entries: story } });
    await userEvent.click(region().getByRole('radio', { name: 'People' }));
    await waitFor(() => expect(times()).toEqual(['07:31', '07:04:09.482']));
    expect(region().getByText('2 of 5 shown')).toBeDefined();
    await userEvent.click(region().getByRole('radio', { name: 'Machines' }));
    await waitFor(() => expect(times()).toEqual(['07:57:41', '06:58', 'all day']));
  });

  test('by kind, person and source, whose counts are told', async () => {
    show({ events: { entries: story } });
    await userEvent.click(region().getByRole('button', { name: 'Kind' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: /^Notes\s*1$/ }));
    await userEvent.click(screen.getByRole('menuitemcheckbox', { name: /^Alerts\s*1$/ }));
    await waitFor(() => expect(times()).toEqual(['07:57:41', '07:31']));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(region().getByRole('button', { name: 'Person' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: /^Ida Moen/ }));
    await waitFor(() => expect(times()).toEqual(['07:31']));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(region().getByRole('button', { name: 'Source' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: /^Alerts/ }));
    expect(await region().findByText(/No entry matches\. 3 filters are on\./)).toBeDefined();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(region().getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(times()).toHaveLength(5));
  });

  test('by words', async () => {
    show({ events: { entries: story } });
    await userEvent.type(region().getByRole('searchbox', { name: 'Search the timeline' }), 'revoked ida');
    await waitFor(() => expect(times()).toEqual(['07:31']));
  });

  test('the oldest first, if so chosen', async () => {
    show({ events: { entries: story } });
    await userEvent.click(region().getByRole('button', { name: 'Order: Newest first' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Oldest first' }));
    await waitFor(() => expect(times()).toEqual(['all day', '06:58', '07:04:09.482', '07:31', '07:57:41']));
  });

  test('a stretch, chosen by keys, made finer, and cleared', async () => {
    show({ events: { entries: story } });
    const from = region().getByRole('slider', { name: 'From' });
    expect(from.getAttribute('aria-valuetext')).toBe('22 Nov 06:58');
    act(() => from.focus());
    await userEvent.keyboard('{PageUp}');
    expect(region().getByText(/^22 Nov, .* selected$/)).toBeDefined();
    await waitFor(() => expect(times()).toEqual(['07:57:41', '07:31']));
    await userEvent.click(region().getByRole('button', { name: 'Zoom in' }));
    await waitFor(() =>
      expect(region().getByRole('slider', { name: 'From' }).getAttribute('aria-valuenow')).toBe('0'),
    );
    await userEvent.click(region().getByRole('button', { name: 'Clear' }));
    await waitFor(() => expect(times()).toHaveLength(5));
    expect(region().getByRole('slider', { name: 'From' }).getAttribute('aria-valuetext')).toBe(
      '22 Nov 06:58',
    );
  });

  test('a stretch, drawn with the pointer', async () => {
    show({ events: { entries: story } });
    const plot = region().getByRole('slider', { name: 'From' }).parentElement;
    if (plot === null) throw new Error('no plot');
    vi.spyOn(plot, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 480, 44));
    fireEvent.pointerDown(plot, { clientX: 475, button: 0, pointerId: 1 });
    fireEvent.pointerMove(plot, { clientX: 300, pointerId: 1 });
    fireEvent.pointerUp(plot, { clientX: 300, pointerId: 1 });
    fireEvent.pointerMove(plot, { clientX: 0, pointerId: 1 });
    await waitFor(() => expect(times()).toEqual(['07:57:41']));
  });
});

describe('ten thousand entries', () => {
  test('draw only what is in view', () => {
    show({ events: { entries: manyEntries(10_000) } });
    expect(region().getByText('10,000 entries')).toBeDefined();
    expect(region().getAllByRole('listitem').length).toBeLessThan(60);
    expect(lines()[1]).toContain('Entry number 9999');
  });

  test('the nearest to a time is gone to and has the focus', async () => {
    show({ events: { entries: manyEntries(10_000) } });
    fireEvent.change(region().getByLabelText('Jump to a time (UTC)'), {
      target: { value: '2026-01-03T12:00:20' },
    });
    await userEvent.click(region().getByRole('button', { name: 'Jump' }));
    expect(document.activeElement?.textContent).toBe('12:00:00');
    expect(document.activeElement?.closest('li')?.textContent).toContain('Entry number 3600');
  });

  test('are walked by keys, past the heads of days, to both ends', async () => {
    show({ events: { entries: manyEntries(10_000) } });
    const focused = () => document.activeElement?.closest('li')?.textContent;
    await userEvent.keyboard('t');
    expect(focused()).toContain('Entry number 9999');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(focused()).toContain('Entry number 9997');
    await userEvent.keyboard('{ArrowUp}');
    expect(focused()).toContain('Entry number 9998');
    await userEvent.keyboard('{End}');
    expect(focused()).toContain('Entry number 0');
    await userEvent.keyboard('{PageUp}');
    expect(focused()).toContain('Entry number 10');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toContain('Entry number 9999');
    expect(document.querySelectorAll('[data-entry-time][tabindex="0"]')).toHaveLength(1);
  });
});

test('on paper every entry stands, and how many do not', () => {
  show({ events: { entries: manyEntries(2_000) } });
  const print = (name: string) => act(() => void window.dispatchEvent(new Event(name)));
  print('beforeprint');
  expect(region().getAllByRole('listitem')).toHaveLength(1_500);
  expect(region().getByText(/^502 more are not printed\./)).toBeDefined();
  print('afterprint');
  expect(region().getAllByRole('listitem').length).toBeLessThan(60);
});

test('what comes in above leaves what one reads where it is', async () => {
  const { client } = show({ events: { entries: manyEntries(2_000) } });
  const scroller = region().getByRole('list').parentElement;
  act(() => scroller?.scrollTo({ top: 3_000 }));
  expect(scroller?.scrollTop).toBe(3_000);
  const { queryKey } = sectionQuery(client, caseRef, 'events');
  const newer = Array.from({ length: 10 }, (_, index) => sampleEntry({ id: `newer ${index}` }));
  await act(async () => {
    client.setQueryData(queryKey, held => {
      const [page] = held?.pages ?? [];
      if (held === undefined || page === undefined) return held;
      const entries = [...page.value.entries, ...newer];
      return { ...held, pages: [{ ...page, value: { ...page.value, entries } }] };
    });
  });
  expect(region().getByText('2,010 entries')).toBeDefined();
  // Ten entries and the head of their day.
  await waitFor(() => expect(scroller?.scrollTop).toBe(3_000 + 10 * 30 + 29));
});

describe('copies', () => {
  test.each([
    ['Copy as Markdown', /^## Sunday 22 November 2026 \(UTC\)\n\n- 07:57:41 \*\*Lateral[\s\S]*all day/],
    ['Copy as CSV', /^Time \(UTC\),[\s\S]*185\.220\.101\[\.\]34[\s\S]*2026-11-21,day/],
    ['Copy as CSV, not defanged', /185\.220\.101\.34/],
  ])('%s takes everything that is shown', async (name, text) => {
    const user = userEvent.setup();
    show({ events: { entries: story } });
    await user.click(region().getByRole('button', { name: 'Copy timeline' }));
    await user.click(await screen.findByRole('menuitem', { name }));
    expect(await navigator.clipboard.readText()).toMatch(text);
    expect(await region().findByText('Copied')).toBeDefined();
  });
});

describe('sections', () => {
  test('are merged, and nothing stands twice', () => {
    const [alert, note] = story;
    show({
      alerts: { entries: story.slice(0, 1) },
      notes: { entries: [alert, note].flatMap(one => one ?? []) },
    });
    expect(times()).toEqual(['07:57:41', '07:31']);
  });

  test('nothing with a time is said', () => {
    show({ events: { entries: [] } });
    expect(region().getByText('Nothing that was read has a time.')).toBeDefined();
    expect(region().queryByRole('list')).toBeNull();
  });

  test('one that is not read is said, with another try, and leaves the others alone', async () => {
    // Nothing is held of the comments, and here is no engine to ask.
    const { client, rerender } = show({ events: { entries: story } });
    rerender(
      <QueryClientProvider client={client}>
        <TestKit>
          <TimelineSection caseRef={caseRef} badge="IRIS" sections={['events', 'comments']} />
        </TestKit>
      </QueryClientProvider>,
    );
    expect(await region().findByText(/^Comments were not read\. /)).toBeDefined();
    expect(region().getByRole('button', { name: 'Retry' })).toBeDefined();
    expect(times()).toHaveLength(5);
  });

  test('one whose next page does not come keeps what is here', async () => {
    show({ alerts: { entries: story, count: 2_077, next: 'page 2' } });
    expect(await region().findByText(/^Alerts: 5 of 2,077 read\. /)).toBeDefined();
    expect(region().getByRole('button', { name: 'Retry' })).toBeDefined();
    expect(times()).toHaveLength(5);
  });

  test('after twenty pages the rest is read only when asked for', () => {
    const client = new QueryClient();
    const pages = Array.from({ length: 20 }, (_, index) => ({
      value: {
        blocks: [],
        entries: [sampleEntry({ id: String(index) })],
        observables: [],
        count: 2_077,
        next: 'more',
      },
      calls: [],
    }));
    client.setQueryData(sectionQuery(client, caseRef, 'alerts').queryKey, { pages, next: 'more' });
    render(
      <QueryClientProvider client={client}>
        <TestKit>
          <TimelineSection caseRef={caseRef} badge="IRIS" sections={['alerts']} />
        </TestKit>
      </QueryClientProvider>,
    );
    expect(region().getByText('Alerts: 20 of 2,077 read.')).toBeDefined();
    expect(region().getByRole('button', { name: 'Read the rest of Alerts' })).toBeDefined();
  });
});
