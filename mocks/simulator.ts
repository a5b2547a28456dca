import type { RequestHandler } from 'msw';

/** The day the stories are set on. A world may be shifted to another one. */
export const scenarioNow = Date.parse('2026-11-22T08:04:00.000Z');

export const scenarioNames = ['demo', 'empty', 'large', 'degraded'] as const;
export type ScenarioName = (typeof scenarioNames)[number];

/** What every simulated vendor is built from. Same input, same records. */
export type SimulatorOptions = {
  /** Where its handlers listen, without a trailing slash. One origin serves all hosts of a vendor. */
  origin: string;
  scenario: ScenarioName;
  /** The world's clock, epoch ms: what "now" is for ages, token expiry and rate limits. */
  now: () => number;
  /** The instant the records are relative to, epoch ms. Fixed when the world is made. */
  epoch: number;
  /** How many records; the scenario's share for this vendor. */
  size: number;
};

/** A simulated vendor: real wire behaviour over records kept in memory. */
export type Simulator = {
  vendor: string;
  handlers: RequestHandler[];
  /** Settings and secrets with which a connection to it works, in the shape of a connections file. */
  connection: {
    id: string;
    vendor: string;
    name: string;
    settings: Record<string, string>;
    secrets: Record<string, string>;
  };
  /** How many records it holds now that a queue would show. */
  count: () => number;
  /** What it holds, as JSON: the truth that a test compares with what was shown. */
  dump?: () => unknown;
};

export function isScenarioName(text: string | null): text is ScenarioName {
  return scenarioNames.some(name => name === text);
}
