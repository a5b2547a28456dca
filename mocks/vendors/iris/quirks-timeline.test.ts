import { expect, test } from 'vitest';
import { createClient } from './test-client.ts';

type Client = ReturnType<typeof createClient>;

function filter(client: Client, q: Record<string, string[]>, encode = (text: string) => text) {
  return client.get(
    `/case/timeline/advanced-filter?cid=412&q=${encodeURIComponent(encode(JSON.stringify(q)))}`,
  );
}

const titles = async (client: Client, q: Record<string, string[]>, encode?: (text: string) => string) =>
  (await filter(client, q, encode)).data.timeline.map((event: { event_title: string }) => event.event_title);

async function readRdp(client: Client) {
  const [found] = (await filter(client, { title: ['RDP'] })).data.timeline;
  return (await client.get(`/case/timeline/events/${found.event_id}?cid=412`)).data;
}

function toBody(event: Record<string, unknown>, date: unknown) {
  const { event_title, event_tz, event_category_id, event_assets, event_iocs } = event;
  return { event_title, event_tz, event_category_id, event_assets, event_iocs, event_date: date };
}

test('an event has UTC and its own wall clock', async () => {
  expect(await readRdp(createClient())).toMatchObject({
    event_date: '2026-11-22T07:57:00.000000',
    event_date_wtz: '2026-11-22T13:27:00.000000',
    event_tz: '+05:30',
  });
});

test('sending the fetched date back moves the event by its offset on every save', async () => {
  const client = createClient();
  for (const expected of ['2026-11-22T02:27:00.000000', '2026-11-21T20:57:00.000000']) {
    const event = await readRdp(client);
    await client.post(
      `/case/timeline/events/update/${event.event_id}?cid=412`,
      toBody(event, event.event_date),
    );
    expect((await readRdp(client)).event_date).toBe(expected);
  }
});

test('sending its wall clock back leaves it where it is', async () => {
  const client = createClient();
  const event = await readRdp(client);
  await client.post(
    `/case/timeline/events/update/${event.event_id}?cid=412`,
    toBody(event, event.event_date_wtz),
  );
  expect((await readRdp(client)).event_date).toBe(event.event_date);
});

test('a colour that is not on the palette becomes none', async () => {
  const client = createClient();
  const event = await readRdp(client);
  const body = { ...toBody(event, event.event_date_wtz), event_color: '#ff00aa' };
  const { data } = await client.post('/case/timeline/events/add?cid=412', body);
  expect(data.event_color).toBe('');
});

test('the flag is a GET that toggles, and counts nothing', async () => {
  const client = createClient();
  const event = await readRdp(client);
  const state = async () => (await client.get('/case/timeline/state?cid=412')).data.object_state;
  const before = await state();
  for (const isFlagged of [false, true]) {
    const { data } = await client.get(`/case/timeline/events/flag/${event.event_id}?cid=412`);
    expect(data).toMatchObject({ event_is_flagged: isFlagged, event_date: 'Sun, 22 Nov 2026 07:57:00 GMT' });
  }
  expect(await state()).toBe(before);
});

test('the plain list has neither assets nor authors nor flags; the filter has no ids', async () => {
  const client = createClient();
  const [plain] = (await client.get('/case/timeline/events/list?cid=412')).data.timeline;
  for (const key of ['assets', 'user', 'event_is_flagged']) expect(plain).not.toHaveProperty(key);
  const [rich] = (await filter(client, {})).data.timeline;
  expect(rich).not.toHaveProperty('event_category_id');
  expect(rich.assets[0]).toMatchObject({ name: 'WS-0412 (Windows - Computer)', compromised: true });
});

test('several assets must all be there; of several IOCs one is enough', async () => {
  const client = createClient();
  expect(await titles(client, { asset: ['WS-0412', 'SRV-FIN-07'] })).toEqual([
    'RDP to SRV-FIN-07 as svc-sql-fin',
  ]);
  expect(await titles(client, { ioc: ['login-vidar.app', '185.220.101.34'] })).toHaveLength(2);
});

test('a category is exact, a flag is text, values are patterns', async () => {
  const client = createClient();
  expect(await titles(client, { category: ['Lateral'] })).toEqual([]);
  expect(await titles(client, { category: ['Lateral Movement'] })).toHaveLength(1);
  expect(await titles(client, { flag: ['true'] })).toHaveLength(1);
  expect(await titles(client, { title: ['%'] })).toHaveLength(4);
});

test('a plus is read as a space unless `q` is encoded twice', async () => {
  const client = createClient();
  const event = await readRdp(client);
  const body = { ...toBody(event, event.event_date_wtz), event_title: '50%+ load' };
  await client.post('/case/timeline/events/add?cid=412', body);
  expect(await titles(client, { title: ['+ load'] })).toEqual([]);
  expect(await titles(client, { title: ['+ load'] }, encodeURIComponent)).toEqual(['50%+ load']);
});

test('a date that cannot be read filters nothing, in silence', async () => {
  const client = createClient();
  expect(await titles(client, { startDate: ['nonsense'] })).toHaveLength(4);
  expect(await titles(client, { startDate: ['2026-11-22 07:50'] })).toHaveLength(1);
});

test('what is not JSON is refused', async () => {
  expect(await createClient().get('/case/timeline/advanced-filter?cid=412&q=asset%3Ax')).toMatchObject({
    status: 400,
    message: 'Invalid query string',
  });
});
