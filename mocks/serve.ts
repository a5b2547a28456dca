import { answerControl } from './control.ts';
import { type SimulatedVendor, simulatedVendors } from './scenarios.ts';
import { scenarioNames } from './simulator.ts';
import { createSimulatorServer } from './simulator-server.ts';
import { StartProblem } from './start-problem.ts';
import { createWorld, type World } from './world.ts';
import { writeConnections } from './write-connections.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export type RunningWorld = {
  world: World;
  /** Where the connections file was written. */
  file: string;
  close: () => Promise<void>;
};

/**
 * The simulated vendors as HTTP servers on this machine: SCENARIO, one port each from MOCKS_PORT on, and a connections
 * file at CASEFOLD_CONNECTIONS. Throws StartProblem with one sentence for what cannot be done.
 */
export async function serveWorld(environment: Environment): Promise<RunningWorld> {
  const scenario = scenarioNames.find(name => name === (environment['SCENARIO'] || 'demo'));
  if (scenario === undefined)
    throw new StartProblem(`SCENARIO is one of ${scenarioNames.join(', ')}, not ${environment['SCENARIO']}.`);
  const ports = portsFrom(environment['MOCKS_PORT'] || '4690');
  const epoch = Date.now();
  const world = createWorld({
    scenario,
    now: Date.now,
    epoch,
    origins: mapVendors(vendor => originOf(ports[vendor])),
  });

  const servers = world.simulators.map(({ vendor, handlers }) => ({
    vendor,
    server: createSimulatorServer(portOf(ports, vendor), async request => {
      const control = await answerControl(world, request);
      if (control === null) return world.faults.answer(vendor, handlers, request);
      if (request.method === 'PUT' || request.method === 'DELETE') setImmediate(() => void follow());
      return control;
    }),
  }));
  /** A vendor that is down has no open port; one that is up again gets it back. */
  async function follow(): Promise<void> {
    for (const { vendor, server } of servers)
      await (world.faults.isDown(vendor) ? server.close() : server.open());
  }
  const close = async () => {
    await Promise.all(servers.map(({ server }) => server.close()));
  };

  try {
    await follow();
    const file = await writeConnections(
      environment['CASEFOLD_CONNECTIONS'] || './connections.local.json',
      world.connections,
    );
    return { world, file, close };
  } catch (error) {
    await close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new StartProblem(
        `A port from ${ports.stellar} to ${ports.gta} is in use: set MOCKS_PORT to another.`,
      );
    throw error;
  }
}

/** One line per vendor: its port, how many records, what is wrong with it. */
export function describeWorld({ world }: RunningWorld): string[] {
  const refused = new Set(
    world.connections.connections
      .filter((connection, index) => {
        const own = world.simulators[index]?.connection.secrets;
        return JSON.stringify(own) !== JSON.stringify(connection.secrets);
      })
      .map(connection => connection.vendor),
  );
  return world.simulators.map(({ vendor, count }) => {
    const faults = world.faults
      .rules()
      .filter(rule => rule.match.vendor === undefined || rule.match.vendor === vendor)
      .map(rule => rule.fault);
    const notes = [...faults, ...(refused.has(vendor) ? ['credential refused'] : [])];
    const origin = Object.entries(world.origins).find(([name]) => name === vendor)?.[1] ?? '';
    return `${vendor.padEnd(8)} ${origin}  ${String(count()).padStart(7)} records  ${notes.join(', ')}`.trimEnd();
  });
}

function portsFrom(text: string): Record<SimulatedVendor, number> {
  const first = Number(text);
  if (!Number.isInteger(first) || first < 1 || first > 65_531)
    throw new StartProblem(`MOCKS_PORT is a port number, not ${text}.`);
  return mapVendors((_, index) => first + index);
}

function mapVendors<Value>(
  toValue: (vendor: SimulatedVendor, index: number) => Value,
): Record<SimulatedVendor, Value> {
  const entries = simulatedVendors.map((vendor, index) => [vendor, toValue(vendor, index)] as const);
  return Object.fromEntries(entries) as Record<SimulatedVendor, Value>;
}

function originOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

function portOf(ports: Readonly<Record<string, number>>, vendor: string): number {
  const port = ports[vendor];
  if (port === undefined) throw new RangeError(`${vendor} has no port.`);
  return port;
}
