import { describe, expect, it } from 'vitest';
import { scenarioNow } from '../../simulator.ts';
import { createCases } from './seed.ts';
import { createWorld } from './test-world.ts';

const options = { origin: 'https://stellar.test', now: () => scenarioNow, epoch: scenarioNow };

describe('scenarios', () => {
  it('hold as many cases as asked for, the same ones every time', () => {
    const first = createCases({ ...options, scenario: 'demo', size: 250 });
    expect(first).toHaveLength(250);
    expect(createCases({ ...options, scenario: 'demo', size: 250 })).toEqual(first);
    expect(new Set(first.map(({ record }) => record._id)).size).toBe(250);
    expect(first.every(({ record }) => record.modified_at >= record.created_at)).toBe(true);
    expect(first.every(({ record }) => record.modified_at <= scenarioNow)).toBe(true);
  });

  it('empty holds none, and large spreads over two years', () => {
    expect(createCases({ ...options, scenario: 'empty', size: 0 })).toEqual([]);
    const large = createCases({ ...options, scenario: 'large', size: 5000 });
    const oldest = large[0]?.record.created_at ?? 0;
    expect(scenarioNow - oldest).toBeGreaterThan(700 * 86_400_000);
  });

  it('have many false positives among the closed, and some that were reopened', () => {
    const cases = createCases({ ...options, scenario: 'demo', size: 1200 });
    const closed = cases.filter(({ record }) => record.status === 'Resolved');
    const isFalse = closed.filter(({ record }) => record.resolution === 'False Positive');
    expect(isFalse.length / closed.length).toBeGreaterThan(0.5);
    expect(cases.some(({ isReopened }) => isReopened)).toBe(true);
  });

  it('keep both orders after changes', async () => {
    const world = createWorld();
    const [row] = (await world.cases('limit=1&sort=created_at&order=asc')).cases;
    world.clock.now += 1000;
    world.simulator.joinAlert(row?._id ?? '');
    const [newest] = (await world.cases('limit=1&sort=modified_at&order=desc')).cases;
    expect(newest?._id).toBe(row?._id);
    expect((await world.cases('limit=1')).total).toBe(300);
  });
});
