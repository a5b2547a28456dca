import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDayReader } from './day-reader.ts';
import { dayMs, instantAt, isInstant, wallTime, zoneNameAt } from './zone-time.ts';

const zones = [
  'UTC',
  'Europe/Oslo',
  'America/New_York',
  'Asia/Kolkata',
  'Africa/Cairo',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
];
const instant = fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2030, 0, 1) });
const zone = fc.constantFrom(...zones);

test.each([
  ['2026-11-22T07:31:09.482Z', 'Europe/Oslo', '2026-11-22T08:31:09.482Z'],
  ['2026-07-01T23:30:00.000Z', 'Europe/Oslo', '2026-07-02T01:30:00.000Z'],
  ['2026-11-22T20:00:00.000Z', 'Asia/Kolkata', '2026-11-23T01:30:00.000Z'],
  ['2026-11-22T02:00:00.000Z', 'America/New_York', '2026-11-21T21:00:00.000Z'],
  ['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31T23:59:59.999Z'],
])('at %s the clock in %s shows %s', (at, timeZone, shown) => {
  expect(new Date(wallTime(Date.parse(at), timeZone)).toISOString()).toBe(shown);
});

test('a time on the wall leads back to an instant that shows it', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const wall = wallTime(at, timeZone);
      expect(wallTime(instantAt(wall, timeZone), timeZone)).toBe(wall);
    }),
    { numRuns: 500 },
  );
});

test('of an hour that comes twice the first is meant, and of one that never comes the one after', () => {
  expect(new Date(instantAt(Date.UTC(2026, 9, 25, 2, 30), 'Europe/Oslo')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
  expect(new Date(instantAt(Date.UTC(2026, 2, 29, 2, 30), 'Europe/Oslo')).toISOString()).toBe(
    '2026-03-29T01:30:00.000Z',
  );
});

test('instants asked for in rising order lie on the day that the calendar says', () => {
  fc.assert(
    fc.property(
      zone,
      instant,
      fc.array(fc.integer({ min: 0, max: 3 * 3_600_000 }), { minLength: 1, maxLength: 60 }),
      (timeZone, start, steps) => {
        const dayOf = createDayReader(timeZone);
        let at = start;
        for (const step of steps) {
          at += step;
          expect(dayOf(at)).toBe(Math.floor(wallTime(at, timeZone) / dayMs));
        }
      },
    ),
    { numRuns: 300 },
  );
});

// Oslo and New York move the clock at night, Cairo and São Paulo at midnight itself, Lord Howe by half an hour.
test.each([
  ['Europe/Oslo', '2026-03-28T20:00:00Z'],
  ['Europe/Oslo', '2026-10-24T20:00:00Z'],
  ['America/New_York', '2026-03-08T00:00:00Z'],
  ['America/New_York', '2026-11-01T00:00:00Z'],
  ['Africa/Cairo', '2026-04-23T18:00:00Z'],
  ['Africa/Cairo', '2026-10-29T18:00:00Z'],
  ['America/Sao_Paulo', '2018-02-17T20:00:00Z'],
  ['America/Sao_Paulo', '2018-11-03T20:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T10:00:00Z'],
])('every quarter of an hour around the change in %s from %s on is on its day', (timeZone, from) => {
  const dayOf = createDayReader(timeZone);
  for (let quarter = 0; quarter < 4 * 48; quarter += 1) {
    const at = Date.parse(from) + quarter * 900_000;
    expect(dayOf(at)).toBe(Math.floor(wallTime(at, timeZone) / dayMs));
  }
});

test('a zone has the name that it has on that day', () => {
  expect(zoneNameAt(Date.UTC(2026, 10, 22), 'Europe/Oslo')).toBe('CET');
  expect(zoneNameAt(Date.UTC(2026, 6, 1), 'Europe/Oslo')).toBe('CEST');
  expect(zoneNameAt(Date.UTC(2026, 6, 1), 'UTC')).toBe('UTC');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, -8.64e15, 1e300])('%s is no instant', at => {
  expect(isInstant(at)).toBe(false);
});
