import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { throttle } from './throttle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function record(): { runs: number[]; call: ReturnType<typeof throttle> } {
  const startedAt = Date.now();
  const runs: number[] = [];
  return { runs, call: throttle(() => runs.push(Date.now() - startedAt), 250) };
}

test('runs at once, then once an interval, and once more for the last call', () => {
  const { runs, call } = record();
  for (let at = 0; at < 600; at += 50) {
    call();
    vi.advanceTimersByTime(50);
  }
  vi.advanceTimersByTime(1_000);
  expect(runs).toEqual([0, 250, 500, 750]);
});

test('runs now when told to, and not once more for what that has covered', () => {
  const { runs, call } = record();
  call();
  vi.advanceTimersByTime(40);
  call();
  call.now();
  vi.advanceTimersByTime(1_000);
  expect(runs).toEqual([0, 40]);
});
