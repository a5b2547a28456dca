// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { region, setUpTimeline, showTimeline, story, times } from './test-timeline.tsx';

setUpTimeline();

describe('what is shown', () => {
  test('people or machines alone', async () => {
    showTimeline({ events: { entries: story } });
    await userEvent.click(region().getByRole('radio', { name: 'People' }));
    await waitFor(() => expect(times()).toEqual(['07:31', '07:04:09.482']));
    expect(region().getByText('2 of 5 shown')).toBeDefined();
    await userEvent.click(region().getByRole('radio', { name: 'Machines' }));
    await waitFor(() => expect(times()).toEqual(['07:57:41', '06:58', 'all day']));
  });

  test('by kind, person and source, whose counts are told', async () => {
    showTimeline({ events: { entries: story } });
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
    showTimeline({ events: { entries: story } });
    await userEvent.type(region().getByRole('searchbox', { name: 'Search the timeline' }), 'revoked ida');
    await waitFor(() => expect(times()).toEqual(['07:31']));
  });

  test('the oldest first, if so chosen', async () => {
    showTimeline({ events: { entries: story } });
    await userEvent.click(region().getByRole('button', { name: 'Order: Newest first' }));
    await userEvent.click(await screen.findByRole('menuitemradio', { name: 'Oldest first' }));
    await waitFor(() => expect(times()).toEqual(['all day', '06:58', '07:04:09.482', '07:31', '07:57:41']));
  });
});

describe('copies', () => {
  test.each([
    ['Copy as Markdown', /^## Sunday 22 November 2026 \(UTC\)\n\n- 07:57:41 \*\*Lateral[\s\S]*all day/],
    ['Copy as CSV', /^Time \(UTC\),[\s\S]*185\.220\.101\[\.\]34[\s\S]*2026-11-21,day/],
    ['Copy as CSV, not defanged', /185\.220\.101\.34/],
  ])('%s takes everything that is shown', async (name, text) => {
    const user = userEvent.setup();
    showTimeline({ events: { entries: story } });
    await user.click(region().getByRole('button', { name: 'Copy timeline' }));
    await user.click(await screen.findByRole('menuitem', { name }));
    expect(await navigator.clipboard.readText()).toMatch(text);
    expect(await region().findByText('Copied')).toBeDefined();
  });
});
