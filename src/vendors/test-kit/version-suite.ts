import { expect, test } from 'vitest';
import { createIrisSimulator } from '#mocks/vendors/iris/handlers.ts';
import { createChain, still } from './chain.ts';
import type { Subject } from './subject.ts';

/** IRIS is hosted by whoever uses it, in whatever version. */
export function versionSuite(subject: Subject): void {
  test.each([
    ['1.4.5', '1.0.1', '1.0.4', 'version-too-old'],
    ['2.4.20', '2.0.4', '2.1.0', 'version-too-new'],
  ])('a check knows version %s', async (version, apiMin, apiCurrent, reason) => {
    const chain = createChain(subject, {
      size: 1,
      create: options => createIrisSimulator(options, { version, apiMin, apiCurrent }),
    });
    const { isPassed, steps } = await chain.newAdapter().check(still());
    expect(isPassed).toBe(false);
    expect(steps.find(step => step.state === 'failed')).toMatchObject({ label: 'Version fits', reason });
  });
}
