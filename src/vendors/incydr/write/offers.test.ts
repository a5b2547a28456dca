import { expect, test } from 'vitest';
import { close, createWriterWorld, jonas, mari, rewrite, signal, type WriterWorld } from '../test-writer.ts';

const everything = [
  'assignee',
  'close',
  'post',
  'reopen',
  'severity',
  'status',
  'tags',
  'text',
  'text',
  'title',
];

async function refusalsOf(world: WriterWorld): Promise<Record<string, string>> {
  const offers = await world.writer.offers(world.id, signal);
  expect(offers.map(({ name }) => name).sort()).toEqual(everything);
  return Object.fromEntries(
    offers.flatMap(({ name, unavailable }) => (unavailable === null ? [] : [[name, unavailable]])),
  );
}

test('of an open case all is offered that Incydr has, with its lengths and what it holds now', async () => {
  const world = await createWriterWorld();
  expect(Object.keys(await refusalsOf(world)).sort()).toEqual(['reopen', 'severity', 'status', 'tags']);
  expect(await world.offers('title')).toMatchObject([{ maxLength: 50 }]);
  expect(await world.offers('text')).toMatchObject([
    { field: 'description', maxLength: 250, format: 'text', base: { description: 'A description' } },
    { field: 'findings', maxLength: 30_000, format: 'markdown', base: { findings: 'First\n\n- **found**' } },
  ]);
  expect(await world.offers('post')).toMatchObject([
    { field: 'notes', label: 'Append to findings', warning: expect.stringContaining('end of the findings') },
  ]);
  expect(await world.offers('close')).toMatchObject([
    { isFinal: true, choices: [{ value: 'CLOSED' }], warning: expect.stringContaining('final') },
  ]);
});

test.each([
  ['CLOSED', 'The case is closed in Incydr, and closed is final.'],
  ['ARCHIVED', 'The case is archived in Incydr, and archived is final.'],
])('of a case that is %s nothing is, with the reason', async (status, sentence) => {
  const world = await createWriterWorld();
  await world.meanwhile({ status });
  const refusals = await refusalsOf(world);
  expect(Object.keys(refusals).sort()).toEqual([...new Set(everything)]);
  for (const name of ['title', 'text', 'post', 'assignee', 'close', 'status'])
    expect(refusals[name]).toBe(sentence);
});

test('of a status that is not known nothing is, as it could not be sent back', async () => {
  const world = await createWriterWorld();
  world.hooks.afterSend = () => undefined;
  const whole = await world.read();
  world.hooks.beforeSend = (path, method) =>
    method === 'GET' && path.endsWith(`/${world.id}`)
      ? Response.json({ ...whole, status: 'ON_HOLD' })
      : undefined;
  expect((await refusalsOf(world))['title']).toContain('ON_HOLD');
  await expect(world.make(rewrite('findings', 'x'))).rejects.toMatchObject({ code: 'conflict' });
  expect(world.bodies).toEqual([]);
});

test('there is as much room for a note as the findings leave', async () => {
  const world = await createWriterWorld();
  const [before] = await world.offers('post');
  await world.make(rewrite('findings', 'f'.repeat(29_990)));
  const [after] = await world.offers('post');
  expect(before?.maxLength).toBeGreaterThan(29_000);
  expect(after).toMatchObject({ maxLength: 0, unavailable: expect.stringContaining('full') });
  const [closing] = await world.offers('close');
  expect(closing).toMatchObject({ maxLength: 0, unavailable: null });
});

test('people are the active users of the tenant by their uid, read once in a while', async () => {
  const world = await createWriterWorld();
  const [offer] = await world.offers('assignee');
  expect(offer?.choices).toEqual(
    expect.arrayContaining([
      { value: mari.uid, label: mari.email },
      { value: jonas.uid, label: jonas.email },
    ]),
  );
  expect(offer?.choices.some(({ label }) => label.startsWith('h.lie@'))).toBe(false);
  const lists = () => world.sent.filter(call => call.startsWith('GET /v1/users')).length;
  await world.offers('assignee');
  expect(lists()).toBe(1);
  world.advance(600_000);
  await world.offers('assignee');
  expect(lists()).toBe(2);
});

test('where users cannot be listed, who has the case is the only choice, and why is said', async () => {
  const legacy = await createWriterWorld('legacy');
  expect(await legacy.offers('assignee')).toMatchObject([
    {
      unavailable: null,
      choices: [{ value: jonas.uid, label: jonas.email }],
      warning: 'The legacy API has no list of users: only who has the case can be kept.',
    },
  ]);
  const forbidden = await createWriterWorld();
  forbidden.hooks.beforeSend = path =>
    path === '/v1/users' ? Response.json({ message: 'Forbidden' }, { status: 403 }) : undefined;
  const [offer] = await forbidden.offers('assignee');
  expect(offer?.choices).toEqual([{ value: jonas.uid, label: jonas.email }]);
  expect(offer?.warning).toContain('The users could not be listed.');
});

test('only what replaces a value may be sent twice', async () => {
  const { writer } = await createWriterWorld();
  expect(writer.isRepeatable(rewrite('findings', 'x'))).toBe(true);
  expect(writer.isRepeatable({ name: 'title', to: 'x' })).toBe(true);
  expect(writer.isRepeatable(close())).toBe(false);
  expect(writer.isFinal(rewrite('findings', 'x'))).toBe(false);
});
