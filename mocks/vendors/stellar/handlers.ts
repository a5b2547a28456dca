import type { DefaultBodyType } from 'msw';
import { HttpResponse, http } from 'msw';
import type { Simulator, SimulatorOptions } from '../../simulator.ts';
import { issueToken, readCaller, readKey, stellarCredentials } from './access.ts';
import { createAnswers } from './answers.ts';
import { createCaseHandlers } from './case-handlers.ts';
import { createDirectoryHandlers } from './directory-handlers.ts';
import { type StellarQuirks, usualQuirks } from './quirks.ts';
import type { Route } from './route.ts';
import { createState, joinAlert, type StellarState } from './state.ts';

type StellarSimulator = Simulator & {
  /** The records themselves, for a test that lets something happen at the vendor. */
  state: StellarState;
  /** One more alert joins a case, as it does by itself at the vendor. */
  joinAlert: (caseId: string) => void;
};

/** Stellar Cyber's API over records kept in memory. */
export function createStellarSimulator(
  options: SimulatorOptions,
  quirks: StellarQuirks = usualQuirks,
): StellarSimulator {
  const state = createState(options);
  const answers = createAnswers(quirks);
  const root = `${options.origin}/connect/api/v1`;

  const route: Route = (method, path, answer) =>
    http[method]<Record<string, string>, DefaultBodyType>(
      `${options.origin}${path}`,
      ({ request, params }) => {
        // Only the token that the key was exchanged for opens a data endpoint: the key itself does not.
        const caller = readCaller(request.headers.get('authorization'), options.now());
        if (caller === null) return answers.fail(401, 'Unauthorized');
        return answer({ caller, query: new URL(request.url).searchParams, params }, request);
      },
    );

  const signIn = http.post(`${root}/access_token`, ({ request }) => {
    const kind = readKey(request.headers.get('authorization'));
    if (kind === null) return answers.fail(401, 'Unauthorized');
    return HttpResponse.json(issueToken(kind, options.now()));
  });

  return {
    vendor: 'stellar',
    handlers: [
      signIn,
      ...createCaseHandlers(state, answers, quirks, options.now, route),
      ...createDirectoryHandlers(state, answers, route),
      http.all(`${options.origin}/*`, () => answers.fail(404, 'Not Found')),
    ],
    connection: {
      id: 'stellar',
      vendor: 'stellar',
      name: 'Stellar',
      settings: { origin: options.origin, username: stellarCredentials.username },
      secrets: { apiKey: stellarCredentials.refreshToken },
    },
    count: () => state.byCreated.length,
    state,
    joinAlert: caseId => {
      const simulated = state.byId.get(caseId);
      if (simulated !== undefined) joinAlert(state, simulated, options.now());
    },
  };
}
