// @vitest-environment jsdom
import { act, fireEvent, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { region, setUpTimeline, showTimeline, story, times } from './test-timeline.tsx';

setUpTimeline();

test('a stretch, chosen by keys, made finer, and cleared', async () => {
  showTimeline({ events: { entries: story } });
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
  expect(region().getByRole('slider', { name: 'From' }).getAttribute('aria-valuetext')).toBe('22 Nov 06:58');
});

test('a stretch, drawn with the pointer', async () => {
  showTimeline({ events: { entries: story } });
  const plot = region().getByRole('slider', { name: 'From' }).parentElement;
  if (plot === null) throw new Error('no plot');
  vi.spyOn(plot, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 480, 44));
  fireEvent.pointerDown(plot, { clientX: 475, button: 0, pointerId: 1 });
  fireEvent.pointerMove(plot, { clientX: 300, pointerId: 1 });
  fireEvent.pointerUp(plot, { clientX: 300, pointerId: 1 });
  fireEvent.pointerMove(plot, { clientX: 0, pointerId: 1 });
  await waitFor(() => expect(times()).toEqual(['07:57:41']));
});
