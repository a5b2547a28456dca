import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binCount, binsOfRange, extentOf, rangeOfBins, toHistogram } from './histogram.ts';
import { mergeEntries } from './merge-entries.ts';
import { placeOnDays } from './place-on-days.ts';
import { sampleEntry } from './sample-entries.ts';
import { rangeText, toTicks } from './time-ticks.ts';
import { withinRange } from './within-range.ts';
import { dayMs } from './zone-time.ts';

function placedAt(ats: readonly number[]) {
  const entries = ats.map((at, index) =>
    sampleEntry({ id: String(index), precision: 'microsecond', stamp: { at } }),
  );
  return placeOnDays(mergeEntries([{ pages: [entries], readAt: 0 }]).entries, 'UTC');
}

const start = Date.UTC(2026, 10, 20);
const somePlaced = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 1e11 }), fc.integer({ min: 0, max: 300 }), fc.constant(0.482)), {
    minLength: 1,
    maxLength: 80,
  })
  .map(pasts => placedAt(pasts.map(past => start + past)));

test('every instant is in one bin, and a range of bins keeps what those bins count', () => {
  fc.assert(
    fc.property(
      somePlaced,
      fc.integer({ min: 0, max: binCount - 1 }),
      fc.integer({ min: 0, max: binCount - 1 }),
      (placed, one, other) => {
        const extent = extentOf(placed);
        if (extent === null) return;
        const histogram = toHistogram(placed, extent);
        const { counts } = histogram;
        expect(counts.length).toBeLessThanOrEqual(binCount);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(placed.length);

        const [first, last] = [Math.min(one, other), Math.max(one, other)];
        if (last >= counts.length) return;
        const range = rangeOfBins(histogram, one, other);
        expect(binsOfRange(histogram, range)).toEqual({ first, last });
        const counted = counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
        expect(withinRange(placed, range, 'UTC')).toHaveLength(counted);
      },
    ),
    { numRuns: 300 },
  );
});

test('there is nothing to zoom with one instant, or with bare days alone', () => {
  expect(extentOf(placedAt([start]))).toBeNull();
  const days = ['2026-11-20', '2026-11-22'].map(time => sampleEntry({ time, precision: 'day' }));
  expect(extentOf(placeOnDays(mergeEntries([{ pages: [days], readAt: 0 }]).entries, 'UTC'))).toBeNull();
});

test('a range beside the bins touches none', () => {
  const histogram = toHistogram(placedAt([start, start + 480]), { fromAt: start, toAt: start + 480 });
  expect(binsOfRange(histogram, { fromAt: start + 480, toAt: start + 900 })).toBeNull();
  expect(binsOfRange(histogram, { fromAt: 0, toAt: start })).toBeNull();
});

test('ticks are round times of the zone', () => {
  const extent = { fromAt: Date.parse('2026-11-20T21:00:00Z'), toAt: Date.parse('2026-11-22T07:00:00Z') };
  expect(toTicks(extent, 'Europe/Oslo').map(({ text }) => text)).toEqual(['20 Nov', '12:00', '22 Nov 00:00']);
});

test('ticks of a day on which the clock is moved are still round', () => {
  const extent = { fromAt: Date.parse('2026-10-24T22:00:00Z'), toAt: Date.parse('2026-10-25T23:00:00Z') };
  expect(toTicks(extent, 'Europe/Oslo').map(({ text }) => text)).toEqual(['25 Oct', '12:00']);
});

test('ticks never crowd, whatever the span', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 500 * 365 * dayMs }),
      fc.constantFrom('UTC', 'Europe/Oslo', 'Asia/Kolkata'),
      (spanMs, timeZone) => {
        const ticks = toTicks({ fromAt: start, toAt: start + spanMs }, timeZone);
        expect(ticks[0]?.share).toBe(0);
        for (const [index, tick] of ticks.entries()) {
          if (index > 0) expect(tick.share - (ticks[index - 1]?.share ?? 0)).toBeGreaterThan(0.13);
          expect(tick.share).toBeLessThan(1);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('a range is said with as many days as it has', () => {
  const range = (from: string, to: string) => ({ fromAt: Date.parse(from), toAt: Date.parse(to) });
  expect(rangeText(range('2026-11-22T03:10:00Z', '2026-11-22T07:02:00Z'), 60_000, 'Europe/Oslo')).toBe(
    '22 Nov, 04:10 to 08:02',
  );
  expect(rangeText(range('2025-12-31T03:10:00Z', '2026-01-02T07:02:30Z'), 1_000, 'UTC')).toBe(
    '31 Dec 2025 03:10:00 to 2 Jan 07:02:30',
  );
});
