import { describe, expect, test } from 'vitest';
import type { Problem } from '#domain/problem.ts';
import { createGateway } from './create-gateway.ts';
import { createMemoryStore } from './memory-store.ts';
import { plum, plumAuthenticator } from './test-kit/plum.ts';

type Answer = Response | (() => Response | Promise<Response>);

/** A gateway whose vendor answers sign-ins and calls as told, and a clock that stands still until moved. */
function createWorld(settings: Record<string, string> = { login: 'user', username: 'ann' }) {
  const clock = { now: 1_000_000 };
  const signIns: { basic: string; totp: string | null }[] = [];
  const calls: string[] = [];
  const world = {
    clock,
    signIns,
    calls,
    onSignIn: (() => Response.json({ token: `token-${signIns.length}`, seconds: 600 })) as Answer,
    onCall: ((_token: string) => Response.json({})) as (token: string) => Response | Promise<Response>,
    fetch: (path: string) => gateway.fetch(new Request(`http://x${path}`)),
    ask: async () => toOutcome(await world.fetch('/api/c/plum-1/v1/cases/7')),
    post: async (path: string, body?: unknown) =>
      gateway.fetch(
        new Request(`http://x/api/connections/plum-1${path}`, {
          method: path === '' ? 'PUT' : 'POST',
          ...(body === undefined
            ? {}
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        }),
      ),
  };
  const gateway = createGateway({
    vendors: new Map([['plum', plum]]),
    authenticators: new Map([['plum', plumAuthenticator]]),
    connections: createMemoryStore([
      {
        record: {
          id: 'plum-1',
          vendor: 'plum',
          name: 'Plum',
          settings: { origin: 'https://plum.example', ...settings },
          keep: 'all',
          source: 'screen',
        },
        secrets: { apiKey: 'key-1' },
      },
    ]),
    access: null,
    now: () => clock.now,
    async send(request) {
      if (!request.url.endsWith('/v1/token')) {
        const token =
          request.headers.get('authorization')?.slice(7) ?? request.headers.get('x-plum-key') ?? '';
        calls.push(token);
        return world.onCall(token);
      }
      const basic = atob(request.headers.get('authorization')?.slice(6) ?? '');
      signIns.push({ basic, totp: request.headers.get('totp-auth') });
      return typeof world.onSignIn === 'function' ? world.onSignIn() : world.onSignIn.clone();
    },
  });
  return world;
}

async function toOutcome(response: Response): Promise<string> {
  if (response.headers.get('content-type') !== 'application/problem+json') return String(response.status);
  return ((await response.json()) as Problem).code;
}

const expired = () => Response.json({ error: 'token expired' }, { status: 401 });
const refused = () => Response.json({ error: 'no' }, { status: 401 });

describe('a token', () => {
  test('is asked for once, by however many calls', async () => {
    const world = createWorld();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => world.ask()));
    expect(new Set(outcomes)).toEqual(new Set(['200']));
    expect(world.signIns).toEqual([{ basic: 'ann:key-1', totp: null }]);
    expect(new Set(world.calls)).toEqual(new Set(['token-1']));
  });

  test.each([
    [600, 539, 1],
    [600, 541, 2],
    [100, 79, 1],
    [100, 81, 2],
    [3600, 3539, 1],
    [3600, 3541, 2],
  ])('of %i s used after %i s: %i sign-ins', async (seconds, after, count) => {
    const world = createWorld();
    world.onSignIn = () => Response.json({ token: 't', seconds });
    await world.ask();
    world.clock.now += after * 1000;
    await world.ask();
    expect(world.signIns).toHaveLength(count);
  });

  test('that is about to end is used on while the vendor cannot give a new one', async () => {
    const world = createWorld();
    await world.ask();
    world.onSignIn = new Response('', { status: 500 });
    world.clock.now += 560_000;
    expect(await world.ask()).toBe('200');
    world.clock.now += 60_000;
    expect(await world.ask()).toBe('sign-in-failed');
  });

  test('that the vendor calls expired is renewed once for fifty calls, and each call repeated once', async () => {
    const world = createWorld();
    await world.ask();
    world.onCall = token => (token === 'token-1' ? expired() : Response.json({}));
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => world.ask()));
    expect(new Set(outcomes)).toEqual(new Set(['200']));
    expect(world.signIns).toHaveLength(2);
    expect(world.calls.filter(token => token === 'token-2')).toHaveLength(50);
  });

  test('that is called expired when fresh is not renewed again', async () => {
    const world = createWorld();
    world.onCall = expired;
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => world.ask()));
    expect(new Set(outcomes)).toEqual(new Set(['credential-refused']));
    expect(await world.ask()).toBe('credential-refused');
    expect(world.signIns).toHaveLength(2);
  });
});

describe('a credential that was refused', () => {
  test.each([
    ['at sign-in', { login: 'user', username: 'ann' }, 1, 0],
    ['at the first call', { login: 'key' }, 0, 1],
  ])('%s is not tried again', async (_, settings, signIns, calls) => {
    const world = createWorld(settings);
    world.onSignIn = refused;
    world.onCall = refused;
    for (let round = 0; round < 5; round += 1) expect(await world.ask()).toBe('credential-refused');
    expect([world.signIns.length, world.calls.length]).toEqual([signIns, calls]);
  });

  test('is tried again when a new one is set, and only then', async () => {
    const world = createWorld();
    world.onSignIn = refused;
    await world.ask();
    const settings = { origin: 'https://plum.example', login: 'user', username: 'ann' };
    await world.post('', { name: 'Renamed', settings });
    expect(await world.ask()).toBe('credential-refused');
    expect(world.signIns).toHaveLength(1);

    world.onSignIn = () => Response.json({ token: 't', seconds: 600 });
    await world.post('', { name: 'Renamed', settings, secrets: { apiKey: 'key-2' } });
    expect(await world.ask()).toBe('200');
    expect(world.signIns.map(({ basic }) => basic)).toEqual(['ann:key-1', 'ann:key-2']);
  });

  test('is tried again when somebody tests the connection', async () => {
    const world = createWorld();
    world.onSignIn = refused;
    await world.ask();
    const report = await (await world.post('/check')).json();
    expect(report).toMatchObject({
      isPassed: false,
      steps: [
        { state: 'passed' },
        { state: 'passed' },
        { state: 'passed' },
        { state: 'failed', reason: 'credential-refused' },
      ],
    });
    expect(world.signIns).toHaveLength(2);
  });

  test('by a server that is down is another matter: the next call tries again', async () => {
    const world = createWorld();
    world.onSignIn = new Response('', { status: 502 });
    expect(await world.ask()).toBe('sign-in-failed');
    world.onSignIn = () => Response.json({ token: 't', seconds: 600 });
    expect(await world.ask()).toBe('200');
  });
});

describe('a sign-in that never reached whoever knows the credential', () => {
  test.each([
    ['a login page', () => new Response('<!doctype html><title>Sign in</title>'), 'not-the-api'],
    ['a page that says not found', () => new Response('<h1>Not Found</h1>', { status: 404 }), 'not-the-api'],
    ['a limit', () => new Response('', { status: 429, headers: { 'retry-after': '60' } }), 'rate-limited'],
    ['an overload', () => new Response('', { status: 503 }), 'unavailable'],
  ])('as %s answered is no refusal: the next call tries again', async (_, answer, code) => {
    const world = createWorld();
    world.onSignIn = answer;
    expect(await world.ask()).toBe(code);
    world.onSignIn = () => Response.json({ token: 't', seconds: 600 });
    expect(await world.ask()).toBe('200');
  });

  test('is told with the time that the vendor asked for', async () => {
    const world = createWorld();
    world.onSignIn = new Response('', { status: 429, headers: { 'retry-after': '60' } });
    const response = await world.fetch('/api/c/plum-1/v1/cases/7');
    expect(await response.json()).toMatchObject({ code: 'rate-limited', retryAfterMs: 60_000 });
  });
});

describe('a one-time code', () => {
  test('is asked for, used once and not kept', async () => {
    const world = createWorld();
    world.onSignIn = () => {
      const isCoded = world.signIns.at(-1)?.totp !== null;
      return isCoded
        ? Response.json({ token: 't', seconds: 600 })
        : Response.json({ error: 'totp' }, { status: 401 });
    };
    expect(await world.ask()).toBe('totp-required');
    expect(await world.ask()).toBe('totp-required');
    expect(world.signIns).toHaveLength(1);

    expect((await world.post('/sign-in', { totp: '123456' })).status).toBe(204);
    expect(await world.ask()).toBe('200');
    world.clock.now += 700_000;
    expect(await world.ask()).toBe('totp-required');
    expect(world.signIns.map(({ totp }) => totp)).toEqual([null, '123456', null]);
  });

  test('is not asked for again by a test of the connection while the token it bought is valid', async () => {
    const world = createWorld();
    world.onSignIn = () =>
      world.signIns.at(-1)?.totp === '123456'
        ? Response.json({ token: 'coded', seconds: 600 })
        : Response.json({ error: 'totp' }, { status: 401 });
    await world.post('/sign-in', { totp: '123456' });
    for (let round = 0; round < 2; round += 1) {
      expect(await (await world.post('/check')).json()).toMatchObject({ isPassed: true });
    }
    expect(world.signIns).toHaveLength(1);
    expect(new Set(world.calls)).toEqual(new Set(['coded']));

    world.clock.now += 700_000;
    expect(await (await world.post('/check')).json()).toMatchObject({ isPassed: false });
    expect(world.signIns).toHaveLength(2);
  });

  test.each([
    ['missing', false, ['123456', null]],
    ['mistyped', true, ['123456', '999999']],
  ])('that is %s does not end the token in use before its time', async (_, isMistyped, asked) => {
    const world = createWorld();
    world.onSignIn = () =>
      world.signIns.at(-1)?.totp === '123456'
        ? Response.json({ token: 'coded', seconds: 600 })
        : Response.json({ error: 'totp' }, { status: 401 });
    await world.post('/sign-in', { totp: '123456' });
    if (isMistyped) {
      expect(await toOutcome(await world.post('/sign-in', { totp: '999999' }))).toBe('totp-required');
      expect(await world.ask()).toBe('200');
    }
    world.clock.now += 560_000;
    for (let round = 0; round < 3; round += 1) expect(await world.ask()).toBe('200');
    expect(new Set(world.calls)).toEqual(new Set(['coded']));
    expect(world.signIns.map(({ totp }) => totp)).toEqual(asked);

    world.clock.now += 60_000;
    expect(await world.ask()).toBe('totp-required');
  });

  test.each(['', '12', 'abcdef', '12345678901', '123456\r\nx: 1'])('%j is not one', async totp => {
    const world = createWorld();
    expect(await toOutcome(await world.post('/sign-in', { totp }))).toBe('settings-invalid');
    expect(world.signIns).toEqual([]);
  });
});

test('a sign-in that redirects is refused with the host', async () => {
  const world = createWorld();
  world.onSignIn = () => new Response(null, { status: 307, headers: { location: 'https://evil.example/x' } });
  expect(await world.ask()).toBe('redirected');
});

test('one caller who leaves does not end the sign-in of the others', async () => {
  const world = createWorld();
  let finish = (_: Response) => {};
  const started = new Promise<void>(resolve => {
    world.onSignIn = () => {
      resolve();
      return new Promise(done => {
        finish = done;
      });
    };
  });
  const staying = world.ask();
  await started;
  finish(Response.json({ token: 't', seconds: 600 }));
  expect(await staying).toBe('200');
});
