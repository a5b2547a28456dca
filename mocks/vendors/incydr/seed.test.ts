import { describe, expect, it } from 'vitest';
import { scenarioNow } from '../../simulator.ts';
import { longest } from './case-body.ts';
import { createIncydrSimulator } from './handlers.ts';
import { seedIncydr } from './seed.ts';

const options = { origin: 'https://incydr.test', now: () => scenarioNow, epoch: scenarioNow };
const dayMs = 86_400_000;

describe('the seeded tenant', () => {
  it('is the same every time', () => {
    const seed = () => seedIncydr({ ...options, scenario: 'demo', size: 120 });
    expect([...seed().cases.values()]).toEqual([...seed().cases.values()]);
  });

  it.each([
    ['empty', 0, 0],
    ['demo', 1, 1],
    ['demo', 134, 134],
    ['large', 2000, 2000],
  ] as const)('holds in %s of %i exactly %i cases', (scenario, size, count) => {
    expect(createIncydrSimulator({ ...options, scenario, size }).count()).toBe(count);
  });

  it('obeys the limits that it enforces', () => {
    const { cases, events } = seedIncydr({ ...options, scenario: 'large', size: 2000 });
    const all = [...cases.values()];
    expect(new Set(all.map(stored => stored.name)).size).toBe(2000);
    for (const stored of all) {
      expect(stored.name.length).toBeLessThanOrEqual(longest.name);
      expect(stored.description?.length ?? 0).toBeLessThanOrEqual(longest.description);
      expect(stored.updatedAtMicros).toBeGreaterThanOrEqual(stored.createdAtMicros);
      expect(stored.updatedAtMicros).toBeLessThanOrEqual(scenarioNow * 1000);
      expect(stored.eventIds.every(id => events.has(id))).toBe(true);
    }
  });

  it('has open, closed and a few archived cases, none of them done for more than 90 days', () => {
    const all = [...seedIncydr({ ...options, scenario: 'demo', size: 134 }).cases.values()];
    const count = (status: string) => all.filter(stored => stored.status === status).length;
    expect(count('OPEN')).toBeGreaterThan(20);
    expect(count('CLOSED')).toBeGreaterThan(20);
    expect(count('ARCHIVED')).toBeGreaterThan(0);
    expect(count('ARCHIVED')).toBeLessThan(15);
    const oldest = Math.min(...all.map(stored => stored.updatedAtMicros / 1000));
    expect(oldest).toBeGreaterThan(scenarioNow - 90 * dayMs);
  });

  it('moves with its epoch', () => {
    const epoch = scenarioNow + 10 * dayMs;
    const moved = [...seedIncydr({ ...options, scenario: 'demo', epoch, size: 5 }).cases.values()];
    const first = [...seedIncydr({ ...options, scenario: 'demo', size: 5 }).cases.values()];
    expect(moved.map(stored => stored.createdAtMicros - 10 * dayMs * 1000)).toEqual(
      first.map(stored => stored.createdAtMicros),
    );
  });
});
