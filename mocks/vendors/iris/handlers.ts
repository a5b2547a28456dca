import { http } from 'msw';
import type { Simulator, SimulatorOptions } from '#mocks/simulator.ts';
import { assetRoutes } from './assets.ts';
import { caseRoutes } from './cases.ts';
import { caseWriteRoutes } from './cases-write.ts';
import { commentRoutes } from './comments.ts';
import { datastoreRoutes } from './datastore.ts';
import { evidenceRoutes } from './evidences.ts';
import { exportRoutes } from './export.ts';
import { globalTaskRoutes } from './global-tasks.ts';
import { iocRoutes } from './iocs.ts';
import { journalRoutes } from './journal.ts';
import { stateRoutes } from './lists.ts';
import { noteRoutes } from './notes.ts';
import { referenceRoutes } from './reference.ts';
import { answerRequest, type Route } from './router.ts';
import { seedIris } from './seed.ts';
import { serverRoutes } from './server.ts';
import { accessLevel, createState, type IrisVariant } from './state.ts';
import { taskRoutes } from './tasks.ts';
import { timelineRoutes } from './timeline.ts';
import { timelineFilterRoutes } from './timeline-filter.ts';
import { analystKey, seedUsers } from './users.ts';

const routes: readonly Route[] = [
  ...caseRoutes,
  ...caseWriteRoutes,
  ...stateRoutes,
  ...assetRoutes,
  ...noteRoutes,
  ...iocRoutes,
  ...timelineRoutes,
  ...timelineFilterRoutes,
  ...taskRoutes,
  ...globalTaskRoutes,
  ...evidenceRoutes,
  ...commentRoutes,
  ...datastoreRoutes,
  ...journalRoutes,
  ...exportRoutes,
  ...referenceRoutes,
  ...serverRoutes,
];

/** A simulated DFIR-IRIS v2.0.0, as measured on a real one. `variant` makes it another version or another zone. */
export function createIrisSimulator(options: SimulatorOptions, variant: IrisVariant = {}): Simulator {
  const state = createState(options.now, variant);
  seedUsers(state);
  seedIris(state, options);

  return {
    vendor: 'iris',
    handlers: [
      http.all(`${options.origin}/*`, async ({ request }) => {
        const answer = await answerRequest(state, routes, request);
        // A plain Response: MSW would keep the cookie of its own kind and send it back, which no client of IRIS may do.
        return new Response(answer.text, {
          status: answer.status,
          headers: { ...answer.headers, 'content-type': answer.contentType },
        });
      }),
    ],
    connection: {
      id: 'iris-demo',
      vendor: 'iris',
      name: 'IRIS',
      settings: { origin: options.origin, defaultCid: '1' },
      secrets: { apiKey: analystKey },
    },
    count: () => {
      const analyst = state.users.find(user => user.key === analystKey);
      if (analyst === undefined) return 0;
      return state.cases.filter(item => accessLevel(state, analyst, item.id) > 1).length;
    },
  };
}
