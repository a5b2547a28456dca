import type { FaultRule } from './fault-rules.ts';
import type { ScenarioName } from './simulator.ts';

export const simulatedVendors = ['stellar', 'argus', 'incydr', 'iris', 'gta'] as const;
export type SimulatedVendor = (typeof simulatedVendors)[number];

type Sizes = Readonly<Record<SimulatedVendor, number>>;

const demo: Sizes = { stellar: 1_100, argus: 520, incydr: 260, iris: 96, gta: 424 };

/** How many records each vendor has. */
export const sizes: Readonly<Record<ScenarioName, Sizes>> = {
  demo,
  empty: { stellar: 0, argus: 0, incydr: 0, iris: 0, gta: 0 },
  large: { stellar: 139_380, argus: 6_000, incydr: 2_000, iris: 400, gta: 2_220 },
  degraded: demo,
};

/** What is broken from the start: one vendor down, one slow, one rate-limited; Stellar is fine. */
export const standingFaults: Readonly<Record<ScenarioName, readonly FaultRule[]>> = {
  demo: [],
  empty: [],
  large: [],
  degraded: [
    { match: { vendor: 'argus' }, fault: 'refuse' },
    { match: { vendor: 'iris' }, fault: 'delay', args: { ms: 2_000 } },
    // Signing in still works: only the calls after it are limited.
    {
      match: { vendor: 'incydr', path: '^(?!.*/(auth|oauth)(/|$))' },
      fault: 'retry-after',
      args: { status: 429, value: '300' },
    },
  ],
};

/** Whose secrets are wrong in a scenario. */
export const refusedVendors: Readonly<Record<ScenarioName, readonly SimulatedVendor[]>> = {
  demo: [],
  empty: [],
  large: [],
  degraded: ['gta'],
};
