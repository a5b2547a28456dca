import { describe, expect, test } from 'vitest';
import { VendorError, type VendorErrorCode } from '#domain/vendor-error.ts';
import type { FaultRule } from '#mocks/fault-rules.ts';
import { type Chain, createChain, readPages } from './chain.ts';
import { wrongSecrets } from './check-suite.ts';
import { takeAll } from './held.ts';
import type { Subject } from './subject.ts';

type Told = { code: VendorErrorCode; reason?: string; retryAfterMs?: number | null; retryable?: boolean };
type FaultCase = [name: string, fault: FaultRule, told: Told];

function answered(body: unknown): FaultRule {
  return { fault: 'status', args: { status: 200, body } };
}

const unreadable: Told = { code: 'unreadable' };

/** What becomes of every call to the vendor's data, and how it is told. */
const faultCases: readonly FaultCase[] = [
  [
    'nobody there',
    { fault: 'refuse' },
    { code: 'unavailable', reason: 'connection-refused', retryable: true },
  ],
  [
    'a lost connection',
    { fault: 'drop' },
    { code: 'unavailable', reason: 'connection-reset', retryable: true },
  ],
  ['an answer that breaks off', { fault: 'cut' }, { code: 'unavailable', reason: 'connection-reset' }],
  [
    'a limit with a time',
    { fault: 'retry-after', args: { value: '300' } },
    { code: 'rate-limited', retryAfterMs: 300_000, retryable: true },
  ],
  [
    'a limit without a time',
    { fault: 'retry-after', args: {} },
    { code: 'rate-limited', retryAfterMs: null },
  ],
  [
    'a limit with nonsense for a time',
    { fault: 'retry-after', args: { value: 'soon' } },
    { code: 'rate-limited', retryAfterMs: null },
  ],
  [
    'an overload with a time',
    { fault: 'retry-after', args: { status: 503, value: '90' } },
    { code: 'unavailable', retryAfterMs: 90_000, retryable: true },
  ],
  ['an overload', { fault: 'status', args: { status: 503 } }, { code: 'unavailable', retryable: true }],
  ['a failure of the server', { fault: 'status', args: { status: 500 } }, { code: 'unavailable' }],
  ['an error page of a proxy', { fault: 'html', args: { status: 502 } }, { code: 'unavailable' }],
  ['a login page', { fault: 'html', args: { status: 200 } }, { code: 'unreadable', reason: 'not-the-api' }],
  [
    'a redirect',
    { fault: 'redirect', args: { location: 'https://login.example/' } },
    { code: 'unreadable', reason: 'redirected', retryable: false },
  ],
  ['an empty answer', { fault: 'empty', args: { status: 200 } }, unreadable],
  ['half an answer', { fault: 'truncate' }, unreadable],
  ['null', answered(null), unreadable],
  ['an empty list', answered([]), unreadable],
  ['an empty object', answered({}), unreadable],
  ['a text', answered('ok'), unreadable],
  ['a number', answered(0), unreadable],
];

export function faultSuite(subject: Subject): void {
  describe('where there is', () => {
    test.each(faultCases)('%s, it says so, loses nothing and recovers', async (_, fault, told) => {
      const chain = createChain(subject, { size: 12 });
      breakData(chain, subject, fault);
      await expectFailure(chain, null, told);
      chain.faults.clear();
      const pages = await readPages(chain.pull());
      const held = takeAll(pages);
      expect(held.size).toBe(chain.simulator.count());

      breakData(chain, subject, fault);
      await expectFailure(chain, pages.at(-1)?.watermark ?? '', told);
      chain.faults.clear();
      takeAll(await readPages(chain.pull(pages.at(-1)?.watermark)), held);
      expect(held.size).toBe(chain.simulator.count());
      expect(chain.waits.every(ms => ms >= 0 && ms <= 10_000)).toBe(true);
    });
  });

  test('a time to wait is kept to: nothing is asked again', async () => {
    const chain = createChain(subject, { size: 12 });
    breakData(chain, subject, { fault: 'retry-after', args: { value: '300' } });
    await expectFailure(chain, null, { code: 'rate-limited', retryAfterMs: 300_000 });
    expect(chain.dataCalls().length).toBeLessThanOrEqual(subject.vendor.maxConcurrency);
    expect(chain.waits).toEqual([]);
  });

  test('a single failure is tried again and not told', async () => {
    const chain = createChain(subject, { size: 12 });
    for (const fault of ['drop', 'truncate'] as const) {
      chain.faults.set({ match: { path: dataPath(subject), nth: 2 }, fault });
      expect(takeAll(await readPages(chain.pull())).size).toBe(chain.simulator.count());
    }
  });

  test('a slow vendor is waited for', async () => {
    const chain = createChain(subject, { size: 12 });
    chain.faults.set({ fault: 'delay', args: { ms: 5_000 } });
    expect(takeAll(await readPages(chain.pull())).size).toBe(chain.simulator.count());
  });

  test.each([1, 2])('a 401 at call %d of a pull', async nth => {
    const chain = createChain(subject, { size: 12 });
    chain.faults.set({
      match: { path: dataPath(subject), nth },
      fault: 'status',
      args: { status: 401, body: { error: 'unauthorized', message: 'unauthorized' } },
    });
    if (subject.signInPath !== null) {
      expect(takeAll(await readPages(chain.pull())).size).toBe(chain.simulator.count());
      expect(chain.sent.length - chain.dataCalls().length).toBe(2);
    } else {
      // There is nothing to sign in with anew, so it is final until somebody sets another key.
      await expectFailure(chain, null, {
        code: 'unauthorized',
        reason: 'credential-refused',
        retryable: false,
      });
      const { length } = chain.sent;
      await expectFailure(chain, null, { code: 'unauthorized' });
      expect(chain.sent).toHaveLength(length);
    }
  });

  test('a credential refused for good is sent once, however often it is asked', async () => {
    const chain = createChain(subject, { size: 12, secrets: wrongSecrets(subject) });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await expectFailure(chain, null, {
        code: 'unauthorized',
        reason: 'credential-refused',
        retryable: false,
      });
    }
    expect(chain.sent).toHaveLength(1);
  });

  if (subject.signInPath !== null) {
    test.each<FaultCase>([
      ['drops the line', { fault: 'drop' }, { code: 'unavailable', retryable: true }],
      ['fails', { fault: 'status', args: { status: 500 } }, { code: 'unavailable', retryable: true }],
      [
        'asks to wait',
        { fault: 'retry-after', args: { value: '60' } },
        { code: 'rate-limited', retryAfterMs: 60_000 },
      ],
      ['is a page', { fault: 'html', args: { status: 200 } }, { code: 'unreadable', reason: 'not-the-api' }],
    ])('where what gives out tokens %s, no credential is refused', async (_, fault, told) => {
      const chain = createChain(subject, { size: 12 });
      chain.faults.set(fault);
      await expectFailure(chain, null, told);
      await chain.rest();
      chain.faults.clear();
      expect(takeAll(await readPages(chain.pull())).size).toBe(chain.simulator.count());
    });

    test('a token that runs out during a pull is replaced before anybody notices', async () => {
      const chain = createChain(subject, { size: 12 });
      const pages = await readPages(chain.pull());
      chain.clock.now += 2 * 3_600_000;
      await readPages(chain.pull(pages.at(-1)?.watermark));
      expect(chain.sent.length - chain.dataCalls().length).toBe(2);
      expect(chain.problems).toEqual([]);
    });
  }
}

/** A pattern for the paths of calls that do not sign in. */
function dataPath(subject: Subject): string {
  return subject.signInPath === null ? '.' : `^(?!${subject.signInPath}$)`;
}

function breakData(chain: Chain, subject: Subject, fault: FaultRule): void {
  chain.faults.set({ ...fault, match: { path: dataPath(subject) } });
}

async function expectFailure(chain: Chain, since: string | null, told: Told): Promise<void> {
  const error: unknown = await readPages(chain.pull(since)).catch(reason => reason);
  expect(error).toBeInstanceOf(VendorError);
  expect(error).toMatchObject(told);
}
