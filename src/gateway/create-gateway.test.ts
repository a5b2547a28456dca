import { expect, test } from 'vitest';
import { createGateway } from './create-gateway.ts';
import { createMemoryStore } from './memory-store.ts';
import type { Send } from './send.ts';
import { plum, plumAuthenticator } from './test-kit/plum.ts';

function createPlumGateway(send: Send) {
  return createGateway({
    vendors: new Map([['plum', plum]]),
    authenticators: new Map([['plum', plumAuthenticator]]),
    connections: createMemoryStore([
      {
        record: {
          id: 'plum-1',
          vendor: 'plum',
          name: 'Plum',
          settings: { origin: 'https://plum.example', login: 'key' },
          keep: 'all',
          source: 'screen',
        },
        secrets: { apiKey: 'canary-key' },
      },
    ]),
    send,
    access: null,
  });
}

test('a listed call reaches the vendor with its credential and comes back with its bytes', async () => {
  const sent: Request[] = [];
  const gateway = createPlumGateway(async request => {
    sent.push(request);
    return new Response('{"id": 421380797518239242}', { headers: { 'content-type': 'application/json' } });
  });
  const response = await gateway.fetch(new Request('http://127.0.0.1/api/c/plum-1/v1/cases/7'));
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('{"id": 421380797518239242}');
  expect(response.headers.get('content-type')).toBe('application/json');
  expect(sent.map(request => [request.url, request.headers.get('x-plum-key')])).toEqual([
    ['https://plum.example/v1/cases/7', 'canary-key'],
  ]);
});

test('a check runs the adapter through the gateway', async () => {
  const gateway = createPlumGateway(async () => Response.json([]));
  const response = await gateway.fetch(
    new Request('http://127.0.0.1/api/connections/plum-1/check', { method: 'POST' }),
  );
  expect(await response.json()).toMatchObject({ isPassed: true });
});

test('a simulator that answers with a network error is a machine that is not there', async () => {
  const gateway = createPlumGateway(async () => Response.error());
  const response = await gateway.fetch(new Request('http://127.0.0.1/api/c/plum-1/v1/cases/7'));
  expect(await response.json()).toMatchObject({
    code: 'connection-refused',
    facts: { host: 'plum.example' },
  });
});
