import type { Simulator, SimulatorOptions } from '../../simulator.ts';
import { accessOf } from './access.ts';
import { accessEndpoints } from './access-endpoints.ts';
import { attachmentEndpoints } from './attachment-endpoints.ts';
import { caseReads } from './case-endpoints.ts';
import { catalogueEndpoints } from './catalogue-endpoints.ts';
import { commentEndpoints } from './comment-endpoints.ts';
import { createLastHandler, type Endpoint, toHandler } from './endpoint.ts';
import { eventEndpoints } from './event-endpoints.ts';
import { historyEndpoints } from './history-endpoints.ts';
import { apiKeys, demoCaller } from './keys.ts';
import { seedWorld } from './seed.ts';
import { type ArgusWorld, createWorld, isDeleted } from './state.ts';
import { tagEndpoints } from './tag-endpoints.ts';
import { caseWrites } from './write-endpoints.ts';

/** Everything whose path is known for certain. Workflows, watchers, publishing and case fields are not among it. */
const endpoints: readonly Endpoint[] = [
  ...caseReads,
  ...caseWrites,
  ...commentEndpoints,
  ...attachmentEndpoints,
  ...tagEndpoints,
  ...accessEndpoints,
  ...historyEndpoints,
  ...catalogueEndpoints,
  ...eventEndpoints,
];

export type ArgusSimulator = Simulator & { world: ArgusWorld };

/** A simulated mnemonic Argus: cases v2 and what belongs to a case. */
export function createArgusSimulator(options: SimulatorOptions): ArgusSimulator {
  const world = createWorld(options.now);
  seedWorld(world, options);
  return {
    vendor: 'argus',
    world,
    handlers: [
      ...endpoints.map(endpoint => toHandler(world, options.origin, endpoint)),
      createLastHandler(world, options.origin),
    ],
    connection: {
      id: 'argus',
      vendor: 'argus',
      name: 'Argus',
      settings: { origin: options.origin },
      secrets: { apiKey: apiKeys.tech },
    },
    count: () =>
      [...world.cases.values()].filter(record => !isDeleted(record) && accessOf(demoCaller, record) !== null)
        .length,
  };
}
