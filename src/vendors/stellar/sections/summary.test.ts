import { expect, test } from 'vitest';
import recorded from '../fixtures/case-summary.json' with { type: 'json' };
import { createChain, signal } from '../test-kit/create-chain.ts';
import { findCase } from '../test-kit/find-case.ts';
import { triageBlocks } from './triage.ts';

const read = async (
  intercept: (request: Request) => Response | null = () => null,
  beginning = 'Kerberoasting',
) => {
  const chain = createChain({ intercept });
  const { blocks } = await chain.adapter.section('summary', findCase(chain, beginning), null, signal);
  return new Map(blocks.map(block => [block.key, block.kind === 'text' ? block.text.text : block]));
};

test('what was observed and what the AI makes of it stand beside the description', async () => {
  const blocks = await read(request => (request.url.includes('/summary') ? Response.json(recorded) : null));
  expect(blocks.get('observed')).toBe(recorded.data);
  expect(blocks.get('triage')).toMatchObject({
    fields: [{ label: 'AI triage verdict', text: 'True Positive' }],
  });
  expect(blocks.get('triage-reasoning')).toContain('Several techniques');
  expect(blocks.get('triage-recommendations')).toBe('Isolate the hosts.');
});

test('a text that the AI gives twice is shown once', async () => {
  const blocks = await read();
  expect(blocks.has('triage-concise')).toBe(true);
  expect(blocks.has('triage-summary')).toBe(false);
});

test('a release without AI triage is nothing to report', async () => {
  const withoutTriage = (answer: () => Response) => (request: Request) =>
    request.url.includes('/ai/') ? answer() : null;
  for (const answer of [
    () => Response.json({ error: 'x' }, { status: 404 }),
    () => new Response('Forbidden', { status: 403 }),
    () => Response.json({ data: {} }),
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  ])
    expect([...(await read(withoutTriage(answer))).keys()]).toEqual(['observed']);
});

test('a triage that could not be read just now is said', async () => {
  const blocks = await read(request =>
    request.url.includes('/ai/') ? Response.json({ error: 'x' }, { status: 503 }) : null,
  );
  expect(blocks.get('no-triage')).toMatchObject({
    text: expect.stringContaining('The AI triage was not read.'),
  });
});

test('where nobody described the case, the lines are its description and do not stand here again', async () => {
  const chain = createChain();
  const bare = chain.simulator.state.byCreated.find(({ record }) => record.description === undefined);
  const id = bare?.record._id ?? '';
  expect((await chain.adapter.get(id, signal)).description?.text).toContain('Observed 1');
  expect((await chain.adapter.section('summary', id, null, signal)).blocks).toEqual([]);
});

test('an answer of another shape is no triage', () => {
  for (const body of [
    null,
    [],
    'x',
    { data: { aiSummary: [] } },
    { data: { aiSummary: { ai_case_triage: 7 } } },
  ])
    expect(triageBlocks(body)).toEqual([]);
});
