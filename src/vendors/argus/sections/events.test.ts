import { expect, test } from 'vitest';
import partial from '../fixtures/event_single_partial.json';
import documented from '../fixtures/events_for_case.json';
import { answerWith, blockOf, createStory, readAll, signal, textsOf } from './test-sections.ts';

test('events: attack, both ends, how often, and what is an observable', async () => {
  const story = createStory('C2 domain');
  const [page] = await readAll(story, 'events', story.id);
  const { rows } = blockOf(page?.blocks ?? [], 'table');
  expect(rows).toHaveLength(7);
  expect(page?.count).toBe(7);
  const [row] = rows;
  expect(textsOf(row?.cells ?? {})).toMatchObject({
    severity: 'high',
    destination: '198.51.100.23:443',
    source: expect.stringMatching(/^10\.20\.4\.\d+:\d+$/),
    protocol: 'TCP',
    count: expect.stringMatching(/^\d+$/),
  });
  expect(row?.hasMore).toBe(true);
  const shown = Object.fromEntries(
    blockOf(row?.blocks ?? [], 'fields', 'event').fields.map(field => [field.label, field.text]),
  );
  expect(shown).toMatchObject({
    'Case status as the event has it': 'ATTACHMENT_ADDED',
    'Destination place': 'Amsterdam, Netherlands',
    Domain: 'cdn-telemetry.top',
    Flags: 'Established',
  });
  expect(blockOf(row?.blocks ?? [], 'fields', 'properties').fields).toContainEqual({
    label: 'client.hostname',
    text: 'HELSE-LT-2207',
    kind: 'mono',
  });
  expect(page?.observables).toContainEqual({ type: 'ipv4', value: '198.51.100.23', raw: 'destination' });
  expect(page?.observables).toContainEqual({ type: 'domain', value: 'cdn-telemetry.top', raw: 'domain' });
  expect(page?.entries[0]).toMatchObject({ kind: 'event', actor: null, severity: 'high' });
  expect(page?.entries[0]?.support).toMatch(/^from 10\.20\.4\.\d+:\d+ to 198\.51\.100\.23:443/);
});

test('one event whole: the event, its payload where there is one, and its packets to download', async () => {
  const story = createStory();
  const page = await story.adapter.section('events', story.id, null, signal);
  const { rows } = blockOf(page.blocks, 'table');
  const payloads: string[] = [];
  for (const { id } of rows) {
    const { blocks, observables } = await story.adapter.item('events', story.id, id, signal);
    expect(observables).toContainEqual({ type: 'ipv4', value: '203.0.113.77', raw: 'destination' });
    const payload = blocks.find(block => block.key === 'payload');
    payloads.push(
      payload?.kind === 'text' ? payload.text.text : payload?.kind === 'notice' ? payload.text : '',
    );
    const [download] = blockOf(blocks, 'downloads').downloads;
    if (download === undefined) throw new Error('no download');
    const { blob, name } = await story.adapter.download(story.id, download, {
      signal,
      onProgress: () => undefined,
    });
    expect([blob.size, name]).toEqual([24, `${id.split('/').at(-1)}.pcap`]);
  }
  expect(payloads).toContainEqual(expect.stringContaining('GET /beacon'));
});

test('a payload that may not be read leaves the event', async () => {
  const story = createStory();
  const page = await story.adapter.section('events', story.id, null, signal);
  const id = blockOf(page.blocks, 'table').rows[0]?.id ?? '';
  story.hooks.beforeSend = ({ path }) =>
    path.endsWith('/payload') ? Response.json({ messages: [] }, { status: 403 }) : undefined;
  const { blocks } = await story.adapter.item('events', story.id, id, signal);
  expect(blockOf(blocks, 'notice').text).toBe('This API key may not read the payload.');
  expect(blockOf(blocks, 'fields', 'event').fields.length).toBeGreaterThan(3);
});

test('an event as documented; its id is no path, so there is no more to it', async () => {
  const story = createStory();
  answerWith(story, story.id, { ...documented, responseCode: 200 });
  story.hooks.beforeSend = ({ path }) =>
    path.startsWith('/events/v1/case') ? Response.json({ ...documented, responseCode: 200 }) : undefined;
  const page = await story.adapter.section('events', story.id, null, signal);
  const [row] = blockOf(page.blocks, 'table').rows;
  expect(row?.id).toBe('string');
  expect(row).not.toHaveProperty('hasMore');
  expect(blockOf(row?.blocks ?? [], 'posts').posts).toHaveLength(1);
  await expect(story.adapter.item('events', story.id, 'string', signal)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the partial event that was recorded: no id, no destination, no times, no address', async () => {
  const story = createStory();
  story.hooks.beforeSend = ({ path }) =>
    path.startsWith('/events/v1/case')
      ? Response.json({ ...partial, count: 2, size: 2, data: [partial.data, partial.data] })
      : undefined;
  const page = await story.adapter.section('events', story.id, null, signal);
  const { rows } = blockOf(page.blocks, 'table');
  expect(rows.map(row => [row.id, textsOf(row.cells)['attack'], textsOf(row.cells)['source']])).toEqual([
    ['place 1', 'MALWARE - Andr.Trojan.Sysch variant activity', 'port 12342'],
    ['place 2', 'MALWARE - Andr.Trojan.Sysch variant activity', 'port 12342'],
  ]);
  expect(page.observables).toEqual([]);
  expect(page.entries).toEqual([]);
});
