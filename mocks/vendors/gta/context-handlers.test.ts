import { expect, test } from 'vitest';
import { customerId } from './state.ts';
import { alertsPath, startSimulator, type WireAnswer } from './test-client.ts';

const enrichedDetections = `/alert-management/customer/${customerId}/enriched-threat-detections-with-alert-ids/search`;
const detections = `/threat-detection/customer/${customerId}/threat-detections`;
const enrichedEvents = `/threat-detection/customer/${customerId}/enriched-events-with-threat-detection-ids`;
const flowsSearch = `/event-detection/customer/${customerId}/flows/search`;
const assetsSearch = `/asset-management/customer/${customerId}/assets/search`;
const catalogueSearch = '/threat-catalog/records/search';

function values(body: WireAnswer, key: string): unknown[] {
  return body.items.map(item => item[key]);
}

test('detections come with their alerts from the search alone', async () => {
  const { get, post } = await startSimulator();
  const plain = (await get(`${detections}?size=2`)).body;
  expect(plain.items[0]).not.toHaveProperty('alertIds');
  const enriched = await post(enrichedDetections, { filter: { threatDetectionIds: values(plain, 'id') } });
  expect(enriched.body.items).toHaveLength(2);
  expect(enriched.body.items[0]?.['alertIds']).toHaveLength(1);
});

test('1,000 ids are taken at once, 1,001 are refused', async () => {
  const { post } = await startSimulator();
  const ids = Array.from({ length: 1001 }, (_, index) => String(index));
  expect((await post(`${alertsPath}/search`, { filter: { alertIds: ids } })).status).toBe(400);
  expect((await post(`${alertsPath}/search`, { filter: { alertIds: ids.slice(1) } })).status).toBe(200);
});

test('an empty list of ids means everything', async () => {
  const { post, simulator } = await startSimulator();
  const { body } = await post(`${alertsPath}/search`, { filter: { alertIds: [] } });
  expect(body.items).toHaveLength(simulator.count());
});

test('a search without a filter is refused, with an empty one it is answered', async () => {
  const { post } = await startSimulator();
  expect((await post(flowsSearch, {})).status).toBe(400);
  expect((await post(flowsSearch, { filter: {} })).status).toBe(200);
});

test('assets and catalogue records are searched by a singular key that holds a list', async () => {
  const { post } = await startSimulator();
  expect((await post(assetsSearch, { filter: { assetIds: ['a'] } })).status).toBe(400);
  expect((await post(catalogueSearch, { filter: { threatIntelRecordIds: ['a'] } })).status).toBe(400);
  const named = await post(catalogueSearch, { filter: { threatIntelRecordId: ['CTAL000101'] } });
  expect(values(named.body, 'title')).toEqual(['Cobalt Strike beacon']);
});

test('ids that are gone are left out in silence', async () => {
  const { post } = await startSimulator();
  const { body } = await post(catalogueSearch, {
    filter: { threatIntelRecordId: ['CTAL000101', 'CTAL999999'] },
  });
  expect(values(body, 'id')).toEqual(['CTAL000101']);
});

test('references dangle: alerts, assets and catalogue records that nothing returns', async () => {
  const { post, simulator } = await startSimulator(600);
  const { records } = simulator.service;
  const body = (await post(enrichedDetections, { filter: {} })).body;
  const alertIds = new Set(records.alerts.map(alert => alert.id));
  const assetIds = new Set(records.assets.map(asset => asset.id));
  const recordIds = new Set(records.catalogue.map(record => record.id));
  const items = body.items as unknown as {
    alertIds: string[];
    affectedAssetId: string;
    threatIntelRecordId: string;
  }[];
  expect(items.some(item => item.alertIds.some(id => !alertIds.has(id)))).toBe(true);
  expect(items.some(item => !assetIds.has(item.affectedAssetId))).toBe(true);
  expect(items.some(item => !recordIds.has(item.threatIntelRecordId))).toBe(true);
});

test('the enriched detections do not take the sequence number', async () => {
  const { post } = await startSimulator();
  const path = `${enrichedDetections}?sort=modificationSequenceNumber`;
  expect((await post(path, { filter: {} })).status).toBe(400);
});

test('events name their detections when convicting and nothing when contextual', async () => {
  const { get } = await startSimulator();
  const { body } = await get(`${enrichedEvents}?sort=modificationSequenceNumber`);
  const lengths = new Set(values(body, 'threatDetectionIds').map(ids => (ids as string[]).length));
  expect(lengths).toEqual(new Set([0, 1]));
  const numbers = [body.pageInfo.startCursor, body.pageInfo.endCursor].map(Number);
  expect(numbers[0]).toBeLessThan(Number(numbers[1]));
});

test('detectedOrModifiedAfter narrows the events', async () => {
  const { get } = await startSimulator();
  const all = (await get(enrichedEvents)).body.items.length;
  const late = (await get(`${enrichedEvents}?detectedOrModifiedAfter=2026-11-22T00:00:00.000000Z`)).body
    .items;
  expect(late.length).toBeGreaterThan(0);
  expect(late.length).toBeLessThan(all);
});

test('a contextual event belongs to every detection of its asset', async () => {
  const { get, simulator } = await startSimulator();
  const [first, second] = simulator.service.records.detections;
  expect(first?.affectedAssetId).toBe(second?.affectedAssetId);
  const one = (await get(`${detections}/${first?.id}/events/contextual`)).body;
  const two = (await get(`${detections}/${second?.id}/events/contextual`)).body;
  expect(values(one, 'id')).toEqual(values(two, 'id'));
  expect(one.items.length).toBeGreaterThan(0);
});

test('flows are stamped timeStamp, with a capital S, and may outlive their event', async () => {
  const { post, simulator } = await startSimulator(300);
  const { body } = await post(`${flowsSearch}?sort=modificationSequenceNumber`, { filter: {} });
  expect(body.items[0]).toHaveProperty('timeStamp');
  const events = new Set(simulator.service.records.events.map(event => event.id));
  expect(values(body, 'networkSecurityEventId').some(id => !events.has(String(id)))).toBe(true);
});

test('addresses of an asset are its ip-assignments', async () => {
  const { get, simulator } = await startSimulator();
  const beacon = simulator.service.records.assets.find(asset => asset.assumedOwner === 'HELSE-LT-2207');
  const path = `/asset-management/customer/${customerId}/assets/${beacon?.id}/ip-assignments`;
  expect(values((await get(`${path}?distinctIPAddresses=true`)).body, 'ipAddress')).toEqual(['10.20.4.118']);
});
