import { getResponse } from 'msw';
import { type ScenarioName, scenarioNow } from '../../simulator.ts';
import { type ArgusSimulator, createArgusSimulator } from './handlers.ts';
import { apiKeys } from './keys.ts';

const origin = 'https://argus.example';

/** What an answer's container holds, as loosely as a test wants to look into it. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into any answer
type Answered = { status: number; body: any };

export type Asker = (method: string, path: string, body?: unknown, key?: string | null) => Promise<Answered>;

export function createTestSimulator(scenario: ScenarioName, size: number): ArgusSimulator {
  return createArgusSimulator({ origin, scenario, size, now: () => scenarioNow, epoch: scenarioNow });
}

/** Sends to a simulator as the demo's analyst; another key, or null for none, as the last argument. */
export function createAsker(simulator: ArgusSimulator): Asker {
  return async (method, path, body, key = apiKeys.tech) => {
    const response = await send(simulator, method, path, body, key);
    return { status: response.status, body: await response.json() };
  };
}

export async function send(
  simulator: ArgusSimulator,
  method: string,
  path: string,
  body?: unknown,
  key: string | null = apiKeys.tech,
): Promise<Response> {
  const request = new Request(`${origin}${path}`, {
    method,
    headers: { ...(key === null ? {} : { 'argus-api-key': key }), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await getResponse(simulator.handlers, request);
  if (response === undefined) throw new Error(`${method} ${path} is not handled`);
  return response;
}
