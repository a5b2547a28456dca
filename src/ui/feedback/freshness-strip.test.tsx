// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Freshness } from './freshness-item.tsx';
import { FreshnessStrip } from './freshness-strip.tsx';

const now = Date.UTC(2026, 10, 22, 8, 1);

beforeEach(() => {
  vi.useFakeTimers({ now });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const fine: Freshness = {
  id: 'a',
  name: 'Stellar EMEA',
  state: 'current',
  trouble: null,
  held: 2_912,
  known: 139_380,
  isKnownPartial: false,
  readAt: now - 38_000,
};

test.each<[Partial<Freshness>, string]>([
  [{}, 'Stellar EMEA2,912 of 139,38038 s ago'],
  [{ held: 618, known: 618 }, 'Stellar EMEA61838 s ago'],
  [{ held: 618, known: null, readAt: null }, 'Stellar EMEA618'],
  [{ isKnownPartial: true }, 'Stellar EMEA2,912 of at least 139,38038 s ago'],
  [
    { state: 'waits', trouble: 'Rate limited until 08:07', readAt: now - 240_000 },
    'Stellar EMEARate limited until 08:07rows 4 min old',
  ],
])('%j reads %s', (part, expected) => {
  render(<FreshnessStrip items={[{ ...fine, ...part }]} />);
  expect(screen.getByRole('listitem').textContent).toBe(expected);
});
