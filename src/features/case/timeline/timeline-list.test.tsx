// @vitest-environment jsdom
import { act, fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { sectionQuery } from '#store/case/sections.ts';
import { manyEntries, sampleEntry } from './sample-entries.ts';
import { caseRef, lines, region, setUpTimeline, showTimeline } from './test-timeline.tsx';

setUpTimeline();

describe('ten thousand entries', () => {
  test('draw only what is in view', () => {
    showTimeline({ events: { entries: manyEntries(10_000) } });
    expect(region().getByText('10,000 entries')).toBeDefined();
    expect(region().getAllByRole('listitem').length).toBeLessThan(60);
    expect(lines()[1]).toContain('Entry number 9999');
  });

  test('the nearest to a time is gone to and has the focus', async () => {
    showTimeline({ events: { entries: manyEntries(10_000) } });
    fireEvent.change(region().getByLabelText('Jump to a time (UTC)'), {
      target: { value: '2026-01-03T12:00:20' },
    });
    await userEvent.click(region().getByRole('button', { name: 'Jump' }));
    expect(document.activeElement?.textContent).toBe('12:00:00');
    expect(document.activeElement?.closest('li')?.textContent).toContain('Entry number 3600');
  });

  test('are walked by keys, past the heads of days, to both ends', async () => {
    showTimeline({ events: { entries: manyEntries(10_000) } });
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
  showTimeline({ events: { entries: manyEntries(2_000) } });
  const print = (name: string) => act(() => void window.dispatchEvent(new Event(name)));
  print('beforeprint');
  expect(region().getAllByRole('listitem')).toHaveLength(1_500);
  expect(region().getByText(/^502 more are not printed\./)).toBeDefined();
  print('afterprint');
  expect(region().getAllByRole('listitem').length).toBeLessThan(60);
});

test('what comes in above leaves what one reads where it is', async () => {
  const { client } = showTimeline({ events: { entries: manyEntries(2_000) } });
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
