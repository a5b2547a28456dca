import * as v from 'valibot';
import { expect, test } from 'vitest';
import seedAlert from './fixtures/alert.json' with { type: 'json' };
import alertWithState from './fixtures/alert-with-state.json' with { type: 'json' };
import { type KnownAlert, shortId, toRow } from './mapping.ts';
import { wireAlert, wireAsset, wireDetection, wireThreat } from './wire.ts';

const detection = (fields: object) =>
  v.parse(wireDetection, {
    id: 'd1',
    affectedAssetId: 'asset',
    threatIntelRecordId: 'beacon',
    confidence: 'High',
    detectedAt: '2026-11-20T10:00:00.000Z',
    modifiedAt: '2026-11-21T10:00:00.000Z',
    alertIds: ['a'],
    ...fields,
  });
const threats = new Map(
  [
    { id: 'beacon', title: 'Cobalt Strike beacon', severity: 'Critical' },
    { id: 'adware', title: 'Adware', severity: 'Low' },
    { id: 'nameless', title: null, severity: 'Critical' },
    { id: 'ungraded', title: 'Something new', severity: 7 },
  ].map(record => [record.id, v.parse(wireThreat, record)]),
);
const assets = new Map(
  [
    { id: 'asset', assumedOwner: 'HELSE-LT-2207' },
    { id: 'other', assumedOwner: 'WS-0412' },
    { id: 'nobody', assumedOwner: null },
  ].map(asset => [asset.id, v.parse(wireAsset, asset)]),
);

function row(alert: object, detections: KnownAlert['detections'] = [detection({})]) {
  return toRow('gta', {
    alert: v.parse(wireAlert, { id: 'a'.repeat(64), ...alert }),
    detections,
    threats,
    assets,
  });
}

test("the vendor's own alert, closed without reasons", () => {
  expect(row(seedAlert)).toMatchObject({
    connectionId: 'gta',
    id: seedAlert.id,
    number: '1404…5057',
    kind: 'alert',
    title: 'Cobalt Strike beacon: HELSE-LT-2207',
    status: { value: 'closed', raw: 'Closed' },
    severity: { value: 'critical', raw: 'Critical' },
    assignee: null,
    tenant: null,
    tags: [],
    createdAt: Date.parse('2020-10-14T13:59:54.047Z'),
    updatedAt: Date.parse('2020-10-14T13:59:54.047Z'),
    closedAt: Date.parse('2020-10-14T13:59:54.047Z'),
    expiresAt: Date.parse('2027-01-05T10:00:00.000Z'),
    alertCount: 1,
  });
});

test('an alert of before 2022 has a state and no status', () => {
  expect(row(alertWithState).status).toEqual({ value: 'resolved', raw: 'Remediated' });
});

test.each([
  [{ status: { value: 'New' } }, 'new', 'New'],
  [{ status: { value: 'Open', closingReasons: null } }, 'open', 'Open'],
  [{ status: { value: 'Closed', closingReasons: ['x'] } }, 'closed', 'Closed'],
  [{ status: { value: 'Snoozed' } }, 'other', 'Snoozed'],
  [{ status: 'Open' }, 'other', ''],
  [{ status: null, state: 'Investigating' }, 'in-progress', 'Investigating'],
  [{}, 'other', ''],
])('status of %j is %s', (alert, value, raw) => {
  expect(row(alert).status).toEqual({ value, raw });
});

test.each([
  ['Critical', 'critical'],
  ['High', 'high'],
  ['Medium', 'medium'],
  ['Low', 'low'],
  ['Apocalyptic', 'unknown'],
])('risk %s is %s', (risk, value) => {
  expect(row({ risk }).severity).toEqual({ value, raw: risk });
});

test('an alert of which nothing but the id is right is still a row', () => {
  const bare = row(
    { risk: 3, status: [], note: {}, triggeredAt: 'yesterday', modifiedAt: 1, extra: true },
    [],
  );
  expect(bare).toMatchObject({
    title: 'Alert aaaa…aaaa',
    severity: { value: 'unknown', raw: '' },
    status: { value: 'other', raw: '' },
    createdAt: null,
    updatedAt: null,
    expiresAt: null,
    alertCount: 0,
  });
});

test('of several detections the gravest gives the name, and each counts', () => {
  const named = row({}, [
    detection({ id: 'd1', threatIntelRecordId: 'adware', affectedAssetId: 'other' }),
    detection({ id: 'd2' }),
  ]);
  expect([named.title, named.alertCount]).toEqual(['Cobalt Strike beacon: HELSE-LT-2207', 2]);
});

test('of equally grave detections the one active last gives the name', () => {
  const named = row({}, [
    detection({ id: 'd1' }),
    detection({ id: 'd2', affectedAssetId: 'other', modifiedAt: '2026-11-22T10:00:00.000Z' }),
  ]);
  expect(named.title).toBe('Cobalt Strike beacon: WS-0412');
  expect(named.expiresAt).toBe(Date.parse('2027-01-06T10:00:00.000Z'));
});

test('a grave threat without a name gives way to one that has one', () => {
  const named = row({}, [
    detection({ id: 'd1', threatIntelRecordId: 'nameless' }),
    detection({ id: 'd2', threatIntelRecordId: 'adware', affectedAssetId: 'other' }),
  ]);
  expect(named.title).toBe('Adware: WS-0412');
});

test.each([
  ['the catalogue record', { threatIntelRecordId: 'gone' }, 'Alert aaaa…aaaa: HELSE-LT-2207'],
  ['the asset', { affectedAssetId: 'gone' }, 'Cobalt Strike beacon'],
  ["the asset's owner", { affectedAssetId: 'nobody' }, 'Cobalt Strike beacon'],
  ['both references', { threatIntelRecordId: null, affectedAssetId: null }, 'Alert aaaa…aaaa'],
  ['a grade that is a word', { threatIntelRecordId: 'ungraded' }, 'Something new: HELSE-LT-2207'],
])('without %s the title says what is left', (_, fields, title) => {
  expect(row({}, [detection(fields)]).title).toBe(title);
});

test('a detection without a change is dated by its beginning', () => {
  expect(row({}, [detection({ modifiedAt: null })]).expiresAt).toBe(Date.parse('2027-01-04T10:00:00.000Z'));
});

test('a short id is not shortened', () => {
  expect(shortId('7708412')).toBe('7708412');
});
