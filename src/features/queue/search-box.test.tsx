// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TestKit } from '#ui/theme/test-kit.tsx';
import { SearchBox } from './search-box.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const searchRef = createRef<HTMLInputElement>();

/** A search box over an address that answers late: `arrive` is when it holds what was sent. */
function start() {
  const sent: string[] = [];
  const box = (q: string) => (
    <TestKit>
      <SearchBox q={q} onSearch={text => sent.push(text)} searchRef={searchRef} onLeave={() => {}} />
    </TestKit>
  );
  const { rerender } = render(box(''));
  return {
    sent,
    arrive: (q: string) => rerender(box(q)),
    type: (text: string) => {
      fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
      act(() => vi.advanceTimersByTime(200));
    },
    value: () => (screen.getByRole('searchbox') as HTMLInputElement).value,
  };
}

test('an address that comes late takes no letter away', () => {
  const { sent, arrive, type, value } = start();
  type('r');
  type('rd');
  type('rdp');
  expect(sent).toEqual(['r', 'rd', 'rdp']);
  arrive('r');
  expect(value()).toBe('rdp');
  arrive('rdp');
  expect(value()).toBe('rdp');
});

test('a change by other means shows, also back to what was typed before', () => {
  const { arrive, type, value } = start();
  type('rdp');
  arrive('rdp');
  arrive('');
  expect(value()).toBe('');
  arrive('rdp');
  expect(value()).toBe('rdp');
});
