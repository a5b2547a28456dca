import { getResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { answerControl } from './control.ts';
import { simulatedVendors, sizes } from './scenarios.ts';
import { type ScenarioName, scenarioNow } from './simulator.ts';
import { createWorld } from './world.ts';

function startWorld(scenario: ScenarioName) {
  const waits: number[] = [];
  const world = createWorld({
    scenario,
    now: () => scenarioNow,
    epoch: scenarioNow,
    sleep: async ms => {
      waits.push(ms);
    },
  });
  const control = (method: string, path: string, body?: unknown) =>
    answerControl(
      world,
      new Request(`https://any.test${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return { world, waits, control };
}

test.each(['demo', 'empty'] as const)('scenario %s has exactly the records it promises', scenario => {
  const { world } = startWorld(scenario);
  const counts = Object.fromEntries(world.simulators.map(({ vendor, count }) => [vendor, count()]));
  expect(counts).toEqual(sizes[scenario]);
});

test('every connection leads to its own vendor, and the ids are all different', () => {
  const { world } = startWorld('empty');
  const { connections } = world.connections;
  expect(connections.map(connection => connection.vendor)).toEqual([...simulatedVendors]);
  expect(new Set(connections.map(connection => connection.id)).size).toBe(simulatedVendors.length);
  for (const { vendor, settings } of connections) {
    const origins = Object.values(settings).filter(value => value.startsWith('https://'));
    expect(new Set(origins)).toEqual(new Set([`https://${vendor}.casefold.example`]));
  }
});

describe('a degraded world', () => {
  const ask = (origin: string) => new Request(`${origin}/anything`);

  test('has one vendor down, in process and behind a service worker', async () => {
    const { world } = startWorld('degraded');
    await expect(world.send(ask(world.origins.argus))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect((await getResponse(world.handlers, ask(world.origins.argus)))?.type).toBe('error');
  });

  test('has one slow', async () => {
    const { world, waits } = startWorld('degraded');
    await world.send(ask(world.origins.iris));
    expect(waits).toEqual([2_000]);
  });

  test('has one rate-limited, where signing in still works', async () => {
    const { world } = startWorld('degraded');
    const limited = await world.send(ask(world.origins.incydr));
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '300']);
    const signIn = await world.send(new Request(`${world.origins.incydr}/v1/auth`));
    expect(signIn.status).not.toBe(429);
  });

  test('has one with a wrong secret', () => {
    const { world } = startWorld('degraded');
    const secrets = world.connections.connections.filter(connection =>
      Object.values(connection.secrets).includes('revoked'),
    );
    expect(secrets.map(connection => connection.vendor)).toEqual(['gta']);
  });

  test('has one that is fine', async () => {
    const { world, waits } = startWorld('degraded');
    expect((await world.send(ask(world.origins.stellar))).status).toBeLessThan(500);
    expect(waits).toEqual([]);
  });
});

describe('control', () => {
  test('sets, tells and clears the faults', async () => {
    const { world, control } = startWorld('empty');
    const rule = { match: { vendor: 'gta' }, fault: 'drop' };
    expect((await control('PUT', '/__faults', rule))?.status).toBe(200);
    expect(await (await control('GET', '/__faults'))?.json()).toMatchObject([rule]);
    await expect(world.send(new Request(world.origins.gta))).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect((await control('DELETE', '/__faults'))?.status).toBe(204);
    expect((await world.send(new Request(world.origins.gta))).status).toBe(404);
    expect((await control('PUT', '/__faults', { fault: 'nonsense' }))?.status).toBe(400);
  });

  test('tells every request, with headers and body', async () => {
    const { world, control } = startWorld('empty');
    const headers = { authorization: 'Bearer canary' };
    await world.send(new Request(`${world.origins.gta}/x?y=1`, { method: 'POST', headers, body: 'z' }));
    expect(await (await control('GET', '/__log'))?.json()).toMatchObject([
      { at: scenarioNow, vendor: 'gta', method: 'POST', path: '/x?y=1', headers, body: 'z', status: 404 },
    ]);
  });

  test('tells what every vendor truly holds', async () => {
    const { control } = startWorld('demo');
    const state = await (await control('GET', '/__state'))?.json();
    expect(state.gta.count).toBe(sizes.demo.gta);
    expect(state.gta.records).toHaveLength(sizes.demo.gta);
  });

  test('leaves the vendors their own paths', async () => {
    const { control } = startWorld('empty');
    expect(await control('GET', '/alert-management')).toBeNull();
    expect((await control('GET', '/__other'))?.status).toBe(404);
  });
});
