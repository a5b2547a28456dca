import { expect, test } from 'vitest';
import { alertsPath, dayMs, minuteMs, startSimulator } from './test-client.ts';

type Service = Awaited<ReturnType<typeof startSimulator>>;

function firstAlert({ simulator }: Service, status: string) {
  const alert = simulator.service.records.alerts.find(candidate => candidate.status.value === status);
  if (alert === undefined) throw new Error(`no alert is ${status}`);
  return alert;
}

test('an alert has no title, no assignee and no asset', async () => {
  const { get } = await startSimulator();
  const keys = new Set((await get(alertsPath)).body.items.flatMap(item => Object.keys(item)));
  expect([...keys].sort()).toEqual([
    'etaFlag',
    'id',
    'modifiedAt',
    'note',
    'risk',
    'state',
    'status',
    'triggeredAt',
  ]);
});

test('closing reasons come as a list, as null, and not at all', async () => {
  const { get } = await startSimulator();
  const closed = (await get(alertsPath)).body.items
    .map(item => item['status'] as unknown as { value: string; closingReasons?: unknown })
    .filter(status => status.value === 'Closed');
  expect(closed.some(status => Array.isArray(status.closingReasons))).toBe(true);
  expect(closed.some(status => status.closingReasons === null)).toBe(true);
  expect(closed.some(status => !('closingReasons' in status))).toBe(true);
});

test('triggeredAfter and modifiedAfter leave out the very instant they name', async () => {
  const { get } = await startSimulator();
  const all = (await get(`${alertsPath}?sort=triggeredAt:asc`)).body.items;
  const last = all.at(-1);
  const triggered = await get(`${alertsPath}?triggeredAfter=${last?.['triggeredAt']}`);
  expect(triggered.body.items).toEqual([]);
  const newest = all
    .map(item => String(item['modifiedAt']))
    .sort()
    .at(-1);
  expect((await get(`${alertsPath}?modifiedAfter=${newest}`)).body.items).toEqual([]);
  const before = new Date(Date.parse(String(newest)) - 1).toISOString();
  expect((await get(`${alertsPath}?modifiedAfter=${before}`)).body.items).not.toEqual([]);
});

test('a time with microseconds is understood, and one without a zone is refused', async () => {
  const { get } = await startSimulator();
  expect((await get(`${alertsPath}?modifiedAfter=2026-11-20T10:00:00.123456Z`)).status).toBe(200);
  expect((await get(`${alertsPath}?modifiedAfter=2026-11-20`)).status).toBe(400);
});

test('an alert whose detections have all timed out is answered 404 and not listed', async () => {
  const service = await startSimulator();
  const { get, pass, simulator } = service;
  const before = simulator.count();
  const leaving = simulator.service.records.detections.reduce((a, b) =>
    a.modifiedAt < b.modifiedAt ? a : b,
  );
  const id = String(leaving.alertIds[0]);
  expect((await get(`${alertsPath}/${id}`)).status).toBe(200);
  pass(6 * 60 * minuteMs);
  await service.signInAgain();
  expect((await get(`${alertsPath}/${id}`)).status).toBe(404);
  expect(simulator.count()).toBe(before - 1);
});

test('an alert that lost one of its detections stays, and its modifiedAt moves', async () => {
  const { simulator, pass } = await startSimulator();
  const { records } = simulator.service;
  const alert = records.alerts.find(candidate => {
    const own = records.detections.filter(detection => detection.alertIds.includes(candidate.id));
    const times = own.map(detection => detection.modifiedAt);
    return own.length > 1 && Math.max(...times) - Math.min(...times) > dayMs;
  });
  if (alert === undefined) throw new Error('no such alert');
  const own = records.detections.filter(detection => detection.alertIds.includes(alert.id));
  const before = alert.modifiedAt;
  const first = Math.min(...own.map(detection => detection.modifiedAt));
  pass(first + 45 * dayMs - Date.parse('2026-11-22T08:04:00.000Z'));
  simulator.count();
  expect(simulator.service.findAlert(alert.id)?.modifiedAt).toBeGreaterThan(before);
});

test('a status is set with its closing reasons, and modifiedAt moves', async () => {
  const service = await startSimulator();
  const alert = firstAlert(service, 'New');
  const before = alert.modifiedAt;
  const answer = await service.patch(`${alertsPath}/${alert.id}/status`, {
    status: { value: 'Closed', closingReasons: ['FalsePositive'] },
  });
  expect(answer.body).toMatchObject({ status: { value: 'Closed', closingReasons: ['FalsePositive'] } });
  expect(alert.modifiedAt).toBeGreaterThan(before);
});

test('a status can go back to New, and no other word is taken', async () => {
  const service = await startSimulator();
  const path = `${alertsPath}/${firstAlert(service, 'Open').id}/status`;
  expect((await service.patch(path, { status: { value: 'Investigating' } })).status).toBe(400);
  expect((await service.patch(path, { status: 'Open' })).status).toBe(400);
  expect((await service.patch(path, { state: 'New' })).status).toBe(400);
  expect((await service.patch(path, { status: { value: 'New' } })).status).toBe(200);
});

test('the old resource names are gone', async () => {
  const service = await startSimulator();
  const path = `${alertsPath}/${firstAlert(service, 'Open').id}`;
  expect((await service.patch(`${path}/state`, { state: 'New' })).status).toBe(404);
  expect((await service.get(`${path}/threat-occurrences`)).status).toBe(404);
});

test('a note is one string that is overwritten whole, and can be removed', async () => {
  const service = await startSimulator();
  const path = `${alertsPath}/${firstAlert(service, 'Open').id}`;
  expect((await service.patch(`${path}/note`, { note: ['a'] })).status).toBe(400);
  await service.patch(`${path}/note`, { note: 'First.' });
  await service.patch(`${path}/note`, { note: 'Second.' });
  expect((await service.get(path)).body['note']).toBe('Second.');
  expect((await service.del(`${path}/note`)).status).toBe(204);
  expect((await service.get(path)).body['note']).toBeNull();
});

test('a note on a New alert is wiped at the next recalculation, on an Open one it stays', async () => {
  const service = await startSimulator();
  const fresh = `${alertsPath}/${firstAlert(service, 'New').id}`;
  const open = `${alertsPath}/${firstAlert(service, 'Open').id}`;
  await service.patch(`${fresh}/note`, { note: 'Seen.' });
  await service.patch(`${open}/note`, { note: 'Seen.' });
  service.pass(30 * minuteMs);
  await service.signInAgain();
  expect((await service.get(fresh)).body['note']).toBeNull();
  expect((await service.get(open)).body['note']).toBe('Seen.');
});
