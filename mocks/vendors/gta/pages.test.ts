import { expect, test } from 'vitest';
import { customerId } from './state.ts';
import { alertsPath, startSimulator } from './test-client.ts';

const detectionsPath = `/threat-detection/customer/${customerId}/threat-detections`;

test('a page holds 1,000 unasked, and more than 1,000 is refused', async () => {
  const { get } = await startSimulator(1100);
  expect((await get(alertsPath)).body.items).toHaveLength(1000);
  expect((await get(`${alertsPath}?size=1001`)).status).toBe(400);
  expect((await get(`${alertsPath}?size=0`)).status).toBe(400);
});

test('following next reads every alert once, twenty of the same instant at a page edge included', async () => {
  const { get, simulator } = await startSimulator(60);
  const seen: string[] = [];
  let path: string | null = `${alertsPath}?sort=triggeredAt:asc&size=7`;
  while (path !== null) {
    const { body } = await get(path);
    seen.push(...body.items.map(item => String(item['id'])));
    path = body.pageInfo.next;
  }
  expect(seen).toHaveLength(simulator.count());
  expect(new Set(seen).size).toBe(simulator.count());
});

test('cursors are opaque: with a comma in endCursor, without in next, and both are taken', async () => {
  const { get } = await startSimulator();
  const { pageInfo } = (await get(`${alertsPath}?size=3`)).body;
  expect(pageInfo.endCursor).toMatch(/^(Critical|High),[0-9a-f]{64}$/);
  expect(pageInfo.next).toMatch(/\?size=3&after=[0-9a-f]{64}$/);
  const byLink = await get(String(pageInfo.next));
  const byCursor = await get(`${alertsPath}?size=3&after=${encodeURIComponent(String(pageInfo.endCursor))}`);
  expect(byCursor.body.items).toEqual(byLink.body.items);
});

test('next is a path without a host and keeps the query', async () => {
  const { get } = await startSimulator();
  const { pageInfo } = (await get(`${alertsPath}?sort=triggeredAt:asc&size=3`)).body;
  const next = new URL(String(pageInfo.next), 'https://any.test');
  expect(String(pageInfo.next).startsWith(alertsPath)).toBe(true);
  expect(next.searchParams.get('sort')).toBe('triggeredAt:asc');
});

test('the first page names a previous one beside hasPreviousPage false, as in the vendor example', async () => {
  const { get } = await startSimulator();
  const { pageInfo } = (await get(`${alertsPath}?size=3`)).body;
  expect(pageInfo.hasPreviousPage).toBe(false);
  expect(pageInfo.previous).not.toBeNull();
});

test('the previous page ends before the first item of this one', async () => {
  const { get } = await startSimulator();
  const first = (await get(`${alertsPath}?size=3`)).body;
  const second = (await get(String(first.pageInfo.next))).body;
  const back = (await get(String(second.pageInfo.previous))).body;
  expect(back.items).toEqual(first.items);
});

test('a POST has no links: only cursors lead on', async () => {
  const { get, post } = await startSimulator();
  const ids = (await get(`${alertsPath}?size=5`)).body.items.map(item => item['id']);
  const body = { filter: { alertIds: ids } };
  const first = (await post(`${alertsPath}/search?size=2`, body)).body;
  expect(first.pageInfo).toMatchObject({ next: null, previous: null, hasNextPage: true });
  const after = encodeURIComponent(String(first.pageInfo.endCursor));
  const second = (await post(`${alertsPath}/search?size=2&after=${after}`, body)).body;
  expect(second.items).toHaveLength(2);
  expect(second.items).not.toEqual(first.items);
});

test('on the last page endCursor is null, except in order of the sequence number', async () => {
  const { get } = await startSimulator();
  expect((await get(alertsPath)).body.pageInfo).toMatchObject({ hasNextPage: false, endCursor: null });
  const numbered = (await get(`${detectionsPath}?sort=modificationSequenceNumber`)).body;
  expect(numbered.pageInfo.hasNextPage).toBe(false);
  expect(numbered.pageInfo.endCursor).toMatch(/^\d+$/);
});

test('the last sequence number is a checkpoint: nothing after it, and no cursor, until something changes', async () => {
  const { get, simulator } = await startSimulator();
  const path = `${detectionsPath}?sort=modificationSequenceNumber`;
  const checkpoint = (await get(path)).body.pageInfo.endCursor;
  const quiet = (await get(`${path}&after=${checkpoint}`)).body;
  expect(quiet).toMatchObject({ items: [], pageInfo: { endCursor: null, hasNextPage: false } });

  const detection = simulator.service.records.detections[0];
  if (detection === undefined) throw new Error('no detection');
  simulator.service.seeActivity(detection);
  const changed = (await get(`${path}&after=${checkpoint}`)).body;
  expect(changed.items.map(item => item['id'])).toEqual([detection.id]);
  expect(Number(changed.pageInfo.endCursor)).toBeGreaterThan(Number(checkpoint));
});

test('alerts do not take the sequence number, nor a sort that nobody documented', async () => {
  const { get } = await startSimulator();
  expect((await get(`${alertsPath}?sort=modificationSequenceNumber`)).status).toBe(400);
  expect((await get(`${alertsPath}?sort=modifiedAt:desc`)).status).toBe(400);
});

test('a cursor whose alert is gone is refused', async () => {
  const { get } = await startSimulator();
  expect((await get(`${alertsPath}?after=${'0'.repeat(64)}`)).status).toBe(400);
});

test('nothing found is an empty list', async () => {
  const { get } = await startSimulator(0);
  expect((await get(alertsPath)).body).toMatchObject({ items: [], pageInfo: { hasNextPage: false } });
});
