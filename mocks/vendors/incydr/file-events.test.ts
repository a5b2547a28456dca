import { describe, expect, it } from 'vitest';
import { createTestWorld } from './test-world.ts';

type Event = { eventId: string; fileName: string; fileAvailability: string; riskScore: number };
type Events = { events: Event[]; totalCount: number };

async function open() {
  const world = createTestWorld();
  const call = await world.as('gateway');
  return {
    world,
    call,
    forecast: await world.pathOf('Q4-forecast'),
    leaver: await world.pathOf('Departing'),
  };
}

async function eventsOf(call: Awaited<ReturnType<ReturnType<typeof createTestWorld>['as']>>, path: string) {
  return (await call('GET', `${path}/fileevent`)).body as Events;
}

describe('file events of a case', () => {
  it('tell what the case says, with risk indicators', async () => {
    const { call, forecast, leaver } = await open();
    const { events, totalCount } = await eventsOf(call, forecast);
    expect(totalCount).toBe(6);
    expect(events[0]).toMatchObject({
      fileName: 'Q4-forecast.zip',
      fileAvailability: 'EXACT_FILE_AVAILABLE',
      riskScore: 8,
      riskSeverity: 'HIGH',
    });
    const leaving = await eventsOf(call, leaver);
    expect(leaving.totalCount).toBe(9);
    const sizes = await Promise.all(
      leaving.events.map(async event => {
        const path = `${leaver}/fileevent/${encodeURIComponent(event.eventId)}`;
        return ((await call('GET', path)).body as { file: { sizeInBytes: number } }).file.sizeInBytes;
      }),
    );
    expect(Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100_000_000)).toBe(24);
  });

  it('come in pages', async () => {
    const { call, leaver } = await open();
    const { body } = await call('GET', `${leaver}/fileevent?pgSize=4&pgNum=3`);
    expect((body as Events).events).toHaveLength(1);
    expect((body as Events).totalCount).toBe(9);
  });

  it('have the shape of 2020 in the legacy generation, without a total', async () => {
    const { world, forecast } = await open();
    const call = await world.as('legacy');
    const { body } = await call('GET', `${forecast.replace('/v1/cases', '/api/v1/case')}/fileevent`);
    expect(Object.keys(body as object)).toEqual(['events']);
    expect(Object.keys((body as Events).events[0] ?? {})).toEqual([
      'eventId',
      'eventTimestamp',
      'exposure',
      'fileName',
      'filePath',
    ]);
  });

  it('are found by an id that holds double quotes, when it is encoded', async () => {
    const { call, leaver } = await open();
    const all = [...(await eventsOf(call, leaver)).events];
    const quoted = all.find(event => event.eventId.includes('"'));
    expect(quoted).toBeDefined();
    const path = `${leaver}/fileevent/${encodeURIComponent(quoted?.eventId ?? '')}`;
    const { body } = await call('GET', path);
    expect(body).toMatchObject({
      event: { id: quoted?.eventId },
      file: { name: quoted?.fileName },
      user: { email: 'r.fossum@kystlab.example' },
      risk: { severity: 'CRITICAL' },
    });
  });

  it('are added one by one or many at once, and once a case', async () => {
    const { call, forecast, leaver } = await open();
    const ids = (await eventsOf(call, leaver)).events.map(event => event.eventId);
    const one = `${forecast}/fileevent/${encodeURIComponent(ids[0] ?? '')}`;
    expect((await call('POST', one)).status).toBe(204);
    expect(await call('POST', one)).toMatchObject({
      status: 400,
      body: { problem: 'CASE_ALREADY_HAS_EVENT' },
    });
    expect((await call('POST', `${forecast}/fileevent`, { events: ids.slice(1, 4) })).status).toBe(204);
    expect((await eventsOf(call, forecast)).totalCount).toBe(10);
    expect((await call('DELETE', one)).status).toBe(204);
    expect((await call('DELETE', one)).status).toBe(404);
    expect((await eventsOf(call, forecast)).totalCount).toBe(9);
  });

  it('are refused with 400 for a case that does not exist, an unknown event and too many', async () => {
    const { call, forecast } = await open();
    const add = (path: string, events: string[]) => call('POST', `${path}/fileevent`, { events });
    expect(await add('/v1/cases/4711', [])).toMatchObject({
      status: 400,
      body: { problem: 'CASE_DOES_NOT_EXIST' },
    });
    expect(await add(forecast, ['none'])).toMatchObject({
      status: 400,
      body: { problem: 'EVENT_DOES_NOT_EXIST' },
    });
    const many = Array.from({ length: 1001 }, (_, index) => String(index));
    expect(await add(forecast, many)).toMatchObject({
      status: 400,
      body: { problem: 'TOO_MANY_EVENTS_IN_REQUEST' },
    });
    expect((await call('GET', '/v1/cases/4711/fileevent')).status).toBe(404);
  });

  it('cannot be changed once the case is closed, with another word than the case itself', async () => {
    const { call, leaver } = await open();
    const id = (await eventsOf(call, leaver)).events[0]?.eventId ?? '';
    await call('PUT', leaver, { name: 'Departing', status: 'CLOSED' });
    const path = `${leaver}/fileevent/${encodeURIComponent(id)}`;
    expect(await call('POST', path)).toMatchObject({ status: 400, body: { problem: 'CASE_IS_CLOSED' } });
    expect(await call('DELETE', path)).toMatchObject({ status: 400, body: { problem: 'CASE_IS_CLOSED' } });
  });

  it('give the file as a stream, or a 404 that is not JSON', async () => {
    const { call, forecast } = await open();
    const id = encodeURIComponent((await eventsOf(call, forecast)).events[0]?.eventId ?? '');
    const file = await call('GET', `${forecast}/fileevent/${id}/file`);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="Q4-forecast.zip"');
    expect(file.text).toContain('Q4-forecast.zip');
    const none = await call('GET', `${forecast}/fileevent/none/file`);
    expect(none.status).toBe(404);
    expect(none.headers.get('content-type')).toBe('text/plain');
  });
});
