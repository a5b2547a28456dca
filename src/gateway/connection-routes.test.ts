import { beforeEach, describe, expect, test } from 'vitest';
import { createGateway, type Gateway } from './create-gateway.ts';
import { createMemoryStore } from './memory-store.ts';
import { plum, plumAuthenticator } from './test-kit/plum.ts';

const settings = { origin: 'https://plum.example' };
let asked: { url: string; key: string | null }[];
let gateway: Gateway;

function createPlumGateway(kind: 'memory' | 'demo' = 'memory'): Gateway {
  return createGateway({
    vendors: new Map([['plum', { ...plum, hosts: [/([a-z]+\.)?plum\.example/] }]]),
    authenticators: new Map([['plum', plumAuthenticator]]),
    access: null,
    connections: createMemoryStore(
      [
        {
          record: { id: 'declared', vendor: 'plum', name: 'Declared', settings, keep: 'all', source: 'file' },
          secrets: { apiKey: 'canary-declared' },
        },
      ],
      { kind },
    ),
    async send(request) {
      asked.push({ url: request.url, key: request.headers.get('x-plum-key') });
      return Response.json([]);
    },
  });
}

beforeEach(() => {
  asked = [];
  gateway = createPlumGateway();
});

async function call(method: string, path: string, body?: unknown) {
  const response = await gateway.fetch(
    new Request(`http://x/api/connections${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }),
  );
  const text = await response.text();
  return { status: response.status, text, json: text === '' ? null : JSON.parse(text) };
}

const add = (more: object = {}) =>
  call('POST', '', {
    vendor: 'plum',
    name: 'Plum EMEA',
    settings,
    secrets: { apiKey: 'canary-key' },
    ...more,
  });

test('a connection is added, listed, used and deleted, and its secret never comes back', async () => {
  const added = await add();
  expect(added).toMatchObject({
    status: 201,
    json: {
      id: 'plum-emea',
      vendor: 'plum',
      name: 'Plum EMEA',
      settings: { origin: 'https://plum.example', login: 'key' },
      keep: { closedDays: 90 },
      secrets: { apiKey: true, password: false },
      source: 'screen',
    },
  });
  const listed = await call('GET', '');
  expect(listed.json).toMatchObject({
    connections: [{ id: 'declared' }, { id: 'plum-emea', secrets: { apiKey: true, password: false } }],
    secretStore: { kind: 'memory' },
  });
  expect(added.text + listed.text).not.toContain('canary');

  const used = () => gateway.fetch(new Request('http://x/api/c/plum-emea/v1/cases'));
  expect((await used()).status).toBe(200);
  expect(asked).toEqual([{ url: 'https://plum.example/v1/cases', key: 'canary-key' }]);

  expect((await call('DELETE', '/plum-emea')).status).toBe(204);
  expect((await used()).status).toBe(404);
  expect((await call('DELETE', '/plum-emea')).json).toMatchObject({ code: 'unknown-connection' });
});

test('ids are made of names, each its own, and a taken one is refused', async () => {
  const ids = [];
  for (const name of ['Søk & Finn', 'Søk / Finn', '日本', 'x'.repeat(100)])
    ids.push((await add({ name })).json.id);
  expect(ids).toEqual(['s-k-finn', 's-k-finn-2', 'plum', 'x'.repeat(50)]);
  expect((await add({ id: 'declared' })).json).toMatchObject({ code: 'connection-exists' });
});

describe('a stored secret belongs to the address it was given for', () => {
  test.each([
    ['another host', { origin: 'https://b.plum.example' }],
    ['another port', { origin: 'https://plum.example:8443' }],
    ['this machine', { origin: 'http://127.0.0.1:9' }],
  ])('%s: the secret is forgotten and nothing is sent there', async (_, moved) => {
    await add();
    const changed = await call('PUT', '/plum-emea', { name: 'Plum', settings: moved });
    expect(changed.json).toMatchObject({ secrets: { apiKey: false } });
    const response = await gateway.fetch(new Request('http://x/api/c/plum-emea/v1/cases'));
    expect(await response.json()).toMatchObject({ code: 'secret-missing' });
    // And it does not come back with the old address.
    await call('PUT', '/plum-emea', { name: 'Plum', settings });
    expect((await call('GET', '')).json.connections[1].secrets).toEqual({ apiKey: false, password: false });
    expect(asked).toEqual([]);
  });

  test('the same address: the secret stays, is replaced, or is forgotten', async () => {
    await add();
    await call('PUT', '/plum-emea', { name: 'New name', settings: { ...settings, page: '5' } });
    await gateway.fetch(new Request('http://x/api/c/plum-emea/v1/cases'));
    await call('PUT', '/plum-emea', { name: 'New name', settings, secrets: { apiKey: 'canary-new' } });
    await gateway.fetch(new Request('http://x/api/c/plum-emea/v1/cases'));
    expect(asked.map(({ key }) => key)).toEqual(['canary-key', 'canary-new']);
    const cleared = await call('PUT', '/plum-emea', {
      name: 'New name',
      settings,
      secrets: { apiKey: null },
    });
    expect(cleared.json).toMatchObject({ secrets: { apiKey: false } });
  });

  test('a test of a draft borrows it for that address only', async () => {
    await add();
    const draft = { id: 'plum-emea', vendor: 'plum', settings };
    expect((await call('POST', '/check', draft)).json).toMatchObject({ isPassed: true });
    const moved = { ...draft, settings: { origin: 'https://b.plum.example' } };
    expect((await call('POST', '/check', moved)).json).toMatchObject({
      isPassed: false,
      steps: [{}, {}, {}, { reason: 'secret-missing' }],
    });
    const given = await call('POST', '/check', { ...moved, secrets: { apiKey: 'typed' } });
    expect(given.json).toMatchObject({ isPassed: true, steps: [{}, {}, {}, { detail: 'Plum 1.0' }] });
    expect(asked).toEqual([
      { url: 'https://plum.example/v1/cases', key: 'canary-key' },
      { url: 'https://b.plum.example/v1/cases', key: 'typed' },
    ]);
    expect((await call('GET', '')).json.connections).toHaveLength(2);
  });
});

test('a declared connection is changed in its file only, and may be tested', async () => {
  expect((await call('PUT', '/declared', { name: 'x', settings })).json).toMatchObject({
    code: 'connection-declared',
  });
  expect((await call('DELETE', '/declared')).json).toMatchObject({ code: 'connection-declared' });
  expect((await call('POST', '/declared/check')).json).toMatchObject({ isPassed: true });
});

describe('settings that cannot be right are refused, field by field', () => {
  test.each([
    ['no address', {}, 'origin'],
    ['http to elsewhere', { origin: 'http://plum.example' }, 'origin'],
    ['a path', { origin: 'https://plum.example/api' }, 'origin'],
    ['a user in the address', { origin: 'https://a:b@plum.example' }, 'origin'],
    ['a host that is not the vendor’s', { origin: 'https://plum.example.evil.example' }, 'origin'],
    ['a host that only begins like it', { origin: 'https://evilplum.example' }, 'origin'],
    ['a choice that there is not', { ...settings, login: 'magic' }, 'login'],
    ['a user login without a user', { ...settings, login: 'user' }, 'username'],
    ['no number', { ...settings, page: 'many' }, 'page'],
    ['what the vendor itself refuses', { ...settings, page: '13' }, 'page'],
    ['a setting that there is not', { ...settings, proxy: 'https://evil.example' }, 'proxy'],
    ['a secret among the settings', { ...settings, apiKey: 'canary' }, 'apiKey'],
    ['a fingerprint that is none', { ...settings, certificateSha256: 'abc' }, 'certificateSha256'],
    ['control characters', { ...settings, login: 'user', username: 'a\u0000b' }, 'username'],
  ])('%s', async (_, wrong, field) => {
    const { status, json, text } = await add({ settings: wrong });
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: 'settings-invalid', facts: { [field]: expect.any(String) } });
    expect(text).not.toContain('canary');
    expect((await call('POST', '/check', { vendor: 'plum', settings: wrong })).status).toBe(422);
    expect((await call('GET', '')).json.connections).toHaveLength(1);
  });

  test.each([
    ['an unknown vendor', { vendor: 'pear' }],
    ['an unknown secret', { secrets: { otherKey: 'canary' } }],
    ['a bad id', { id: 'A b' }],
    ['an id that is a path', { id: '..' }],
    ['no name', { name: ' ' }],
    ['a keep policy that is none', { keep: { closedDays: -1 } }],
    ['a source', { source: 'file' }],
    ['settings that are no texts', { settings: { origin: 7 } }],
  ])('%s', async (_, more) => {
    expect((await add(more)).json).toMatchObject({ code: 'settings-invalid' });
  });
});

test('the demo takes settings but no secret', async () => {
  gateway = createPlumGateway('demo');
  expect((await add()).json).toMatchObject({ code: 'store-failed' });
  expect((await add({ secrets: {} })).status).toBe(201);
});
