// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { sectionQuery } from '#store/case/sections.ts';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { sampleEntry } from './sample-entries.ts';
import {
  caseRef,
  heads,
  lines,
  preferencesKey,
  region,
  setUpTimeline,
  showTimeline,
  story,
  timeButton,
  times,
} from './test-timeline.tsx';
import { TimelineSection } from './timeline-section.tsx';

setUpTimeline();

describe('entries', () => {
  test('stand by day, the newest first, each as precise as its vendor was', () => {
    showTimeline({ events: { entries: story } });
    expect(times()).toEqual(['07:57:41', '07:31', '07:04:09.482', '06:58', 'all day']);
    expect(heads()[0]).toMatch(/Sunday 22 November/);
    expect(heads()[1]).toMatch(/Saturday 21 November/);
    expect(region().getByText('5 entries')).toBeDefined();
  });

  test('are sentences with glyphs, labels and words in a box', () => {
    showTimeline({ events: { entries: story } });
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
    showTimeline({ events: { entries: story } });
    const line = lines().find(text => text.includes('Sign-in'));
    expect(line).toContain('06:58±20 sclock skew?');
    expect(line).toContain('before its own alert, 06:59:40');
  });

  test('tell on hover and on focus what the vendor wrote, its zone and its precision', async () => {
    showTimeline({ events: { entries: story } });
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
    showTimeline({ events: { entries: story } });
    expect(times()).toEqual(['13:27:41', '13:01', '12:34:09.482', '12:28', 'all day']);
    expect(heads()[1]).toMatch(/Saturday 21 November/);
    vi.unstubAllEnvs();
  });

  test('are markup nowhere', () => {
    showTimeline({
      events: { entries: [sampleEntry({ subject: '<img src=x onerror=alert(1)>\u202etxt.exe' })] },
    });
    expect(lines()[1]).toContain('<img src=x onerror=alert(1)>[RLO]txt.exe');
    expect(document.querySelector('li img')).toBeNull();
  });

  test('a long text is cut until asked for', async () => {
    const body = { format: 'text', text: 'word '.repeat(400) } as const;
    showTimeline({ notes: { entries: [sampleEntry({ kind: 'note', body })] } });
    const button = region().getByRole('button', { name: 'Show all', expanded: false });
    await userEvent.click(button);
    expect(region().getByRole('button', { name: 'Show less', expanded: true })).toBeDefined();
  });

  test('lead to the section in which the record stands', async () => {
    showTimeline({ events: { entries: story } });
    await userEvent.click(timeButton(/go to Alerts/));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Alerts' }));
    act(() => timeButton(/go to Notes/).focus());
    await userEvent.click(region().getByText('Lateral movement: RDP to SRV-FIN-07'));
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Alerts' }));
  });
});

describe('sections', () => {
  test('are merged, and nothing stands twice', () => {
    const [alert, note] = story;
    showTimeline({
      alerts: { entries: story.slice(0, 1) },
      notes: { entries: [alert, note].flatMap(one => one ?? []) },
    });
    expect(times()).toEqual(['07:57:41', '07:31']);
  });

  test('nothing with a time is said', () => {
    showTimeline({ events: { entries: [] } });
    expect(region().getByText('Nothing that was read has a time.')).toBeDefined();
    expect(region().queryByRole('list')).toBeNull();
  });

  test('one that is not read is said, with another try, and leaves the others alone', async () => {
    // Nothing is held of the comments, and here is no engine to ask.
    const { client, rerender } = showTimeline({ events: { entries: story } });
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
    showTimeline({ alerts: { entries: story, count: 2_077, next: 'page 2' } });
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
