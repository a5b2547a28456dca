import type { RequestHandler } from 'msw';
import { createFaults, type Faults } from './faults.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import {
  refusedVendors,
  type SimulatedVendor,
  simulatedVendors,
  sizes,
  standingFaults,
} from './scenarios.ts';
import type { ScenarioName, Simulator, SimulatorOptions } from './simulator.ts';
import { createArgusSimulator } from './vendors/argus/handlers.ts';
import { createGtaSimulator } from './vendors/gta/handlers.ts';
import { createIncydrSimulator } from './vendors/incydr/handlers.ts';
import { createIrisSimulator } from './vendors/iris/handlers.ts';
import { createStellarSimulator } from './vendors/stellar/handlers.ts';

export type WorldOptions = {
  scenario: ScenarioName;
  /** The world's clock, epoch ms. */
  now: () => number;
  /** The instant the records are relative to, epoch ms. */
  epoch: number;
  /** Where each vendor listens. Default: names that lead nowhere, for worlds within one process. */
  origins?: Readonly<Record<SimulatedVendor, string>>;
  /** Waits out a delay. Default: by the clock. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
};

export type ConnectionsFile = { connections: (Simulator['connection'] & { keep?: 'all' })[] };

export type World = {
  scenario: ScenarioName;
  simulators: readonly Simulator[];
  origins: Readonly<Record<SimulatedVendor, string>>;
  /** For MSW: one per vendor, faults included. */
  handlers: RequestHandler[];
  /** The hop to the vendors without a network. Rejects with NoAnswer, which has the `code` that Node would give. */
  send: (request: Request) => Promise<Response>;
  faults: Faults;
  log: RequestLog;
  /** Connections that lead to these vendors, in the shape of a connections file. */
  connections: ConnectionsFile;
};

const create: Readonly<Record<SimulatedVendor, (options: SimulatorOptions) => Simulator>> = {
  stellar: options => createStellarSimulator(options),
  argus: options => createArgusSimulator(options),
  incydr: options => createIncydrSimulator(options),
  iris: options => createIrisSimulator(options),
  gta: options => createGtaSimulator(options),
};

const namesOnly: Readonly<Record<SimulatedVendor, string>> = {
  stellar: 'https://stellar.casefold.example',
  argus: 'https://argus.casefold.example',
  incydr: 'https://incydr.casefold.example',
  iris: 'https://iris.casefold.example',
  gta: 'https://gta.casefold.example',
};

/** The five simulated vendors of a scenario, with what is broken in it. */
export function createWorld(options: WorldOptions): World {
  const { scenario, now, epoch, origins = namesOnly } = options;
  const made = simulatedVendors.map(vendor => {
    const origin = origins[vendor];
    const size = sizes[scenario][vendor];
    return { origin, simulator: create[vendor]({ origin, scenario, now, epoch, size }) };
  });
  const log = createRequestLog(now);
  const faults = createFaults({ log, ...(options.sleep === undefined ? {} : { sleep: options.sleep }) });
  faults.add(...standingFaults[scenario]);
  const byOrigin = new Map(made.map(({ origin, simulator }) => [origin, simulator]));

  return {
    scenario,
    simulators: made.map(({ simulator }) => simulator),
    origins,
    handlers: made.map(({ origin, simulator }) => faults.wrap(simulator.vendor, origin, simulator.handlers)),
    async send(request) {
      const simulator = byOrigin.get(new URL(request.url).origin);
      if (simulator === undefined) return new Response(null, { status: 404 });
      return faults.answer(simulator.vendor, simulator.handlers, request);
    },
    faults,
    log,
    connections: { connections: made.map(({ simulator }) => toConnection(simulator, scenario)) },
  };
}

function toConnection({ connection }: Simulator, scenario: ScenarioName) {
  const isRefused = refusedVendors[scenario].some(vendor => vendor === connection.vendor);
  const secrets = Object.entries(connection.secrets).map(([name, value]) => [
    name,
    isRefused ? 'revoked' : value,
  ]);
  return {
    ...connection,
    secrets: Object.fromEntries(secrets) as Record<string, string>,
    ...(scenario === 'large' ? { keep: 'all' as const } : {}),
  };
}
