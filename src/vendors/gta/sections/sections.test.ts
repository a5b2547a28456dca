import { expect, test } from 'vitest';
import type { Block, SectionId, SectionPage, TableRow } from '#domain/section.ts';
import { dayMs, startChain } from '../test-chain.ts';

const signal = new AbortController().signal;

function open(options: Parameters<typeof startChain>[0] = {}) {
  // The stories alone: an asset of theirs has no other context.
  const chain = startChain({ size: 3, ...options });
  const { records } = chain.simulator.service;
  const adapter = chain.newAdapter();
  const beacon = records.alerts[0];
  const trojan = records.alerts[1];
  if (beacon === undefined || trojan === undefined) throw new Error('no stories');
  const read = (section: SectionId, id = beacon.id) => adapter.section(section, id, null, signal);
  return { ...chain, adapter, records, beacon, trojan, read };
}

function rowsOf(blocks: readonly Block[]): readonly TableRow[] {
  return blocks.flatMap(block => (block.kind === 'table' ? block.rows : []));
}

function noticesOf({ blocks }: SectionPage): string[] {
  return blocks.flatMap(block => (block.kind === 'notice' ? block.text : []));
}

test('the clock: 45 days from the latest malicious activity of any detection', async () => {
  const { read, records } = open();
  const [block] = (await read('summary')).blocks;
  const fields = block?.kind === 'fields' ? block.fields : [];
  const active = Math.max(...records.detections.slice(0, 3).map(detection => detection.modifiedAt));
  expect(fields.map(({ label, at }) => [label, at])).toEqual([
    ['Last malicious activity', active],
    ['Removed after', active + 45 * dayMs],
  ]);
});

test('each threat detection stands with its catalogue record and its asset', async () => {
  const { read, records } = open();
  const page = await read('alerts');
  expect(page.blocks[0]).toMatchObject({ kind: 'table', title: 'Threat detections' });
  const rows = rowsOf(page.blocks);
  expect(rows).toHaveLength(3);
  expect(rows[0]?.cells).toMatchObject({
    threat: { text: 'Cobalt Strike beacon', support: 'Attack tool, Command and control' },
    severity: { severity: { value: 'critical', raw: 'Critical' } },
    asset: { observable: { value: 'HELSE-LT-2207', raw: 'assumedOwner' } },
  });
  const [detection] = records.detections;
  const detected = new Date(detection?.detectedAt ?? 0).toISOString();
  expect(page.entries.find(({ id }) => id === `detection ${detection?.id}`)).toMatchObject({
    kind: 'alert',
    subject: 'Cobalt Strike beacon',
    support: 'detected on HELSE-LT-2207',
    severity: 'critical',
    stamp: { at: detection?.detectedAt, original: detected, precision: 'millisecond', zone: 'UTC' },
  });
});

test('what a detection refers to may be gone: it stays, and says what is not known', async () => {
  const { read, records } = open();
  for (const detection of records.detections) detection.threatIntelRecordId = 'CTAL999999';
  records.assets.length = 0;
  const [row] = rowsOf((await read('alerts')).blocks);
  expect(row?.cells['threat']).toMatchObject({ text: 'A threat that the catalogue does not name' });
  expect(row?.cells['asset']).toBeUndefined();
  const [asset] = rowsOf((await read('assets')).blocks);
  expect(asset?.cells).toMatchObject({ owner: { text: 'Not known' }, addresses: { observables: [] } });
});

test('detections that may not be read are said to be so, and the rest of the page stands', async () => {
  const { read } = open({
    intercept: request =>
      request.url.includes('/threat-detection/') || request.url.includes('threat-detections')
        ? Response.json({ error: 'Forbidden' }, { status: 403 })
        : undefined,
  });
  expect(noticesOf(await read('alerts'))).toEqual([
    expect.stringContaining('may not read threat detections'),
  ]);
  expect((await read('summary')).blocks).toEqual([]);
  expect((await read('history')).count).toBe(2);
});

test('affected assets stand with the addresses they were seen with', async () => {
  const { read } = open();
  const page = await read('assets');
  expect(rowsOf(page.blocks)[0]?.cells).toMatchObject({
    owner: { observable: { value: 'HELSE-LT-2207' } },
    addresses: { observables: [{ type: 'ipv4', value: '10.20.4.118', raw: 'ipAddress' }] },
    detections: { value: 3 },
  });
  expect((await read('observables')).observables).toEqual(page.observables);
});

test('convicting and contextual events are told apart, and each stands once', async () => {
  const { read, records, beacon } = open();
  const page = await read('events');
  const roles = rowsOf(page.blocks).map(({ cells }) =>
    cells['role']?.kind === 'state' ? cells['role'].text : '',
  );
  expect(roles.toSorted()).toEqual(['Context', 'Convicting', 'Convicting', 'Convicting']);
  expect(new Set(rowsOf(page.blocks).map(({ id }) => id)).size).toBe(4);
  const ours = new Set(
    records.detections.filter(({ alertIds }) => alertIds.includes(beacon.id)).map(({ id }) => id),
  );
  const convicting = records.events.find(event => event.threatDetectionIds.some(id => ours.has(id)));
  expect(page.entries.find(({ id }) => id === `event ${convicting?.id}`)).toMatchObject({
    kind: 'event',
    subject: 'Cobalt Strike beacon',
    support: `${convicting?.subtitle}, on HELSE-LT-2207`,
    labels: ['convicting'],
    stamp: { precision: 'millisecond' },
  });
});

test('where the events of a detection are gone, the list of all events gives the same', async () => {
  const usual = open();
  const gone = open({
    intercept: request =>
      request.url.includes('/events/convicting') || request.url.includes('/events/contextual')
        ? Response.json({ error: 'Not Found' }, { status: 404 })
        : undefined,
  });
  const [one, other] = [await usual.read('events'), await gone.read('events')];
  expect(rowsOf(other.blocks)).toEqual(rowsOf(one.blocks));
  expect(noticesOf(one)).toEqual([]);
  expect(noticesOf(other)).toEqual([expect.stringContaining('before the first detection')]);
});

test('a detection that is gone by now leaves the events of the others alone', async () => {
  const { read, records } = open({
    intercept: request =>
      request.url.includes(`/threat-detections/${goneId}/`)
        ? Response.json({ error: 'Not Found' }, { status: 404 })
        : undefined,
  });
  const goneId = records.detections[0]?.id;
  expect(rowsOf((await read('events')).blocks).map(({ cells }) => cells['role'])).toHaveLength(3);
});

test('a service that gives no events at all is not taken for one without any', async () => {
  const { read } = open({
    intercept: request =>
      /\/events\/(convicting|contextual)|enriched-events/.test(request.url)
        ? Response.json({ error: 'Not Found' }, { status: 404 })
        : undefined,
  });
  const page = await read('events');
  expect(noticesOf(page)).toEqual(['This service gives no events.']);
  expect(page.count).toBeNull();
});

test('the flows of an event come on demand, whatever keys they have', async () => {
  const { adapter, read, records, beacon } = open();
  const [row] = rowsOf((await read('events')).blocks.slice(0, 1)).filter(
    ({ cells }) => cells['role']?.kind === 'state' && cells['role'].text === 'Convicting',
  );
  const flows = records.flows.filter(flow => flow.networkSecurityEventId === row?.id);
  const { blocks, observables } = await adapter.item('events', beacon.id, row?.id ?? '', signal);
  expect(blocks[0]).toMatchObject({
    columns: [{ id: 'timeStamp' }, { id: 'serverIPAddress' }, { id: 'serverPort', isNumeric: true }],
  });
  expect(rowsOf(blocks)).toHaveLength(flows.length);
  expect(rowsOf(blocks)[0]?.cells['timeStamp']).toMatchObject({ kind: 'instant' });
  expect(observables.length).toBeGreaterThan(0);
});

test('an event without flows, and a service that gives none any more, are told apart', async () => {
  const { adapter, beacon } = open();
  const none = await adapter.item('events', beacon.id, 'no-such-event', signal);
  expect(none.blocks).toMatchObject([{ text: 'No flows of this event are kept.' }]);
  const gone = open({
    intercept: request =>
      request.url.includes('/flows') ? Response.json({ error: 'Not Found' }, { status: 404 }) : undefined,
  });
  expect((await gone.adapter.item('events', gone.beacon.id, 'any', signal)).blocks).toMatchObject([
    { text: 'Global Threat Alerts does not give the flows of this event, or no longer.' },
  ]);
});

test('the note has no time of its own, and says so', async () => {
  const { read, trojan } = open();
  const page = await read('notes', trojan.id);
  expect(page.blocks).toMatchObject([
    {
      posts: [
        {
          author: null,
          text: { text: 'DESKTOP-7K2 talks to known banking trojan infrastructure.' },
          marks: [],
        },
      ],
    },
  ]);
  expect(page.entries).toMatchObject([
    {
      kind: 'note',
      stamp: {
        at: trojan.modifiedAt,
        doubt: expect.stringContaining('or before it'),
        doubtMs: trojan.modifiedAt - trojan.triggeredAt,
      },
    },
  ]);
});

test('a note on a New alert is marked: the service may delete it', async () => {
  const { read, beacon } = open();
  expect(await read('notes')).toMatchObject({ blocks: [], count: 0 });
  beacon.note = 'Looks real.';
  expect((await read('notes')).blocks).toMatchObject([
    { posts: [{ marks: [{ text: expect.stringContaining('while the alert is New'), tone: 'wait' }] }] },
  ]);
});

test('the history is what two instants tell', async () => {
  const { read, beacon } = open();
  const page = await read('history');
  expect(page.entries).toMatchObject([
    { id: 'triggered', kind: 'alert', severity: 'critical', stamp: { at: beacon.triggeredAt } },
    {
      id: 'changed',
      kind: 'change',
      stamp: { at: beacon.modifiedAt },
      notBefore: { at: beacon.triggeredAt },
    },
  ]);
  expect(noticesOf(page)).toEqual([expect.stringContaining('keeps no history')]);
});

test('an alert that has aged out is not found, in any section', async () => {
  const { read, simulator, pass } = open();
  pass(60 * dayMs);
  for (const section of ['summary', 'observables', 'alerts', 'events', 'assets', 'notes', 'history'] as const)
    await expect(read(section), section).rejects.toMatchObject({ code: 'not-found' });
  expect(simulator.count()).toBe(0);
});
