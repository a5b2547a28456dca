import { getResponse } from 'msw';
import { expect, test } from 'vitest';
import { scenarioNow } from '#mocks/simulator.ts';
import recorded from './fixtures/recorded.json' with { type: 'json' };
import { createIrisSimulator } from './handlers.ts';
import { administratorKey, readerKey } from './users.ts';

/**
 * Answers recorded on a real v2.0.0 server, values replaced by their types, beside the same request on the simulator.
 * The numbers of its records differ from the real server's: case 412 is the one with everything in it.
 */
type Recorded = {
  name: string;
  request: { method: string; path: string; key: string; headers?: Record<string, string>; body?: string };
  real: { status: number; contentType: string; hasCookie: boolean; allow?: string; body: unknown };
};

const keys: Readonly<Record<string, string>> = { administrator: administratorKey, reader: readerKey };

async function replay({ method, path, key, headers, body }: Recorded['request']): Promise<Response> {
  const { handlers } = createIrisSimulator({
    origin: 'https://iris.example',
    scenario: 'demo',
    size: 30,
    now: () => scenarioNow + 1,
    epoch: scenarioNow,
  });
  const request = new Request(`https://iris.example${path}`, {
    method,
    headers: {
      authorization: `Bearer ${keys[key] ?? key}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const response = await getResponse(handlers, request);
  if (response === undefined) throw new Error(`${path} is not handled`);
  return response;
}

/** Where the keys or the kinds of values differ. A list that is empty, or a null, on either side says nothing. */
function differences(real: unknown, simulated: unknown, path = ''): string[] {
  const isList = Array.isArray(real);
  if (real === null || simulated === null || simulated === undefined) return [];
  if (isList !== Array.isArray(simulated)) return [`${path}: one is a list`];
  if (isList && Array.isArray(simulated)) {
    if (real.length === 0 || simulated.length === 0) return [];
    return differences(real[0], simulated[0], `${path}[]`);
  }
  if (typeof real !== 'object' || typeof simulated !== 'object') {
    return typeof simulated === real || typeof simulated === typeof real
      ? []
      : [`${path}: ${typeof simulated}`];
  }
  const realKeys = named(real);
  const simulatedKeys = named(simulated);
  // Folders of the file tree hold other things than the real ones: what is on both sides is compared.
  const missing = [...realKeys.keys()]
    .filter(key => !simulatedKeys.has(key) && !key.endsWith('-(id)'))
    .map(key => `${path}.${key} is missing`);
  const extra = [...simulatedKeys.keys()]
    .filter(key => !realKeys.has(key))
    .map(key => `${path}.${key} is extra`);
  const deeper = [...realKeys].flatMap(([key, value]) =>
    differences(value, simulatedKeys.get(key), `${path}.${key}`),
  );
  return [...missing, ...extra, ...deeper];
}

/** Keys that are instants or ids are taken for one another. */
function named(value: object): Map<string, unknown> {
  return new Map(
    Object.entries(value).map(([key, item]) => [
      key.replace(/^\d+\.\d+$/, '(time)').replace(/^([df])-\d+$/, '$1-(id)'),
      item,
    ]),
  );
}

test.each<Recorded>(recorded)('$name', async ({ request, real }) => {
  const response = await replay(request);
  expect(response.status).toBe(real.status);
  expect(response.headers.get('content-type')).toBe(real.contentType);
  expect(response.headers.has('set-cookie')).toBe(real.hasCookie);
  expect(response.headers.get('allow')?.split(', ').sort()).toEqual(real.allow?.split(', ').sort());
  if (real.contentType !== 'application/json') return;
  const text = await response.text();
  expect(differences(real.body, JSON.parse(text))).toEqual([]);
});
