// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultPreferences, PreferencesContext } from '#ui/preferences/preferences.ts';
import { absoluteTime, clockTime, longDuration, shortDuration } from './format-time.ts';
import { RelativeTime } from './relative-time.tsx';

const now = Date.UTC(2026, 10, 22, 7, 31, 9);

beforeEach(() => {
  vi.useFakeTimers({ now });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test.each([
  [0, '0s', '0 s'],
  [38_999, '38s', '38 s'],
  [12 * 60_000, '12m', '12 min'],
  [3 * 3_600_000 + 1, '3h', '3 h'],
  [45 * 86_400_000, '45d', '45 d'],
  [366 * 86_400_000, '1y', '1 year'],
  [800 * 86_400_000, '2y', '2 years'],
])('%i ms is %s in a cell and %s in a sentence', (durationMs, short, long) => {
  expect(shortDuration(durationMs)).toBe(short);
  expect(longDuration(durationMs)).toBe(long);
});

test('says how long ago, with the absolute time on hover', () => {
  render(<RelativeTime at={now - 38_000} zone="utc" />);
  const time = screen.getByText('38 s ago');
  expect(time.title).toBe('Sun, 22 Nov 2026 07:30:31 UTC');
  expect(time.getAttribute('datetime')).toBe('2026-11-22T07:30:31.000Z');
});

test('grows older by the one clock, which stops with its last reader', () => {
  const { unmount } = render(
    <>
      <RelativeTime at={now - 58_000} form="short" />
      <RelativeTime at={now - 3_600_000} form="short" />
    </>,
  );
  expect(vi.getTimerCount()).toBe(1);
  act(() => vi.advanceTimersByTime(2_000));
  expect(screen.getByText('1m')).toBeDefined();
  expect(screen.getByText('1h')).toBeDefined();
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});

test('what is to come is said so', () => {
  render(<RelativeTime at={now + 12 * 60_000} />);
  expect(screen.getByText('in 12 min')).toBeDefined();
});

test('takes the zone from the preferences', () => {
  render(
    <PreferencesContext value={{ ...defaultPreferences, zone: 'utc', change: () => {} }}>
      <RelativeTime at={now} />
    </PreferencesContext>,
  );
  expect(screen.getByText('now').title).toMatch(/07:31:09 UTC$/);
});

test.each([null, Number.NaN, 1e300])('%s shows nothing and throws nothing', at => {
  const { container } = render(<RelativeTime at={at} />);
  expect(container.textContent).toBe('');
});

test('an instant out of range is said to be none', () => {
  expect(absoluteTime(1e300, 'utc')).toBe('not a time');
  expect(clockTime(Number.NaN, 'utc')).toBe('not a time');
});
