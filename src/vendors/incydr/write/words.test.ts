import { describe, expect, test } from 'vitest';
import { close, createWriterWorld, generations, jonas, must, note, signal, subject } from '../test-writer.ts';

const heading = /\*\*mari\.dahl@soc\.example\*\*, \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} UTC/g;

describe.each(generations)('a note, %s', api => {
  test('is added to the findings as they are then, with everything else as it was', async () => {
    const world = await createWriterWorld(api);
    const fresh = await world.writer.fresh(world.id, note('Ours'), signal);
    await world.meanwhile({ findings: 'Theirs', assignee: null });
    await world.writer.send(world.id, note('Ours'), fresh, signal);
    const verdict = await world.writer.verify(world.id, note('Ours'), world.now(), signal);
    expect(verdict).toEqual({ kind: 'applied', after: { note: 'Ours' } });
    const { findings, ...rest } = await world.read();
    expect(findings).toMatch(/^Theirs\n\n\*\*mari\.dahl@soc\.example\*\*, .* UTC\n\nOurs$/);
    expect(rest).toMatchObject({ status: 'OPEN', description: 'A description', subject, assignee: null });
  });

  test.each([
    ['after', 'applied'],
    ['before', 'absent'],
  ] as const)('whose answer is lost %s it was done is found or not: %s', async (when, kind) => {
    const world = await createWriterWorld(api);
    world.lose(when);
    const sentAt = world.now();
    await expect(world.make(note('once'))).rejects.toMatchObject({ retryable: true });
    // After a reload of the page, some time later.
    world.advance(3_600_000);
    const writer = must(world.createAdapter().writer);
    expect((await writer.verify(world.id, note('once'), sentAt, signal)).kind).toBe(kind);
  });
});

test('the same words said before are not taken for what is said now', async () => {
  const world = await createWriterWorld();
  await world.make(note('ok'));
  world.advance(200);
  world.lose('before');
  await expect(world.make(note('ok'))).rejects.toMatchObject({ retryable: true });
  expect((await world.writer.verify(world.id, note('ok'), world.now(), signal)).kind).toBe('absent');
  expect((await world.make(note('ok'))).verdict.kind).toBe('applied');
  expect((await world.read()).findings?.match(heading)).toHaveLength(2);
});

test('words that show late are there at the next try, and not sent again', async () => {
  const world = await createWriterWorld();
  world.lose('after');
  await expect(world.make(note('late'))).rejects.toMatchObject({ retryable: true });
  world.advance(60_000);
  const fresh = await world.writer.fresh(world.id, note('late'), signal);
  expect(world.writer.wanted(note('late'), fresh)).toEqual(fresh);
});

test('a colleague who rewrote the findings at once: the words are not there, and that is said', async () => {
  const world = await createWriterWorld();
  world.hooks.afterSend = async (_, method) => {
    if (method === 'PUT') await world.meanwhile({ findings: 'Theirs' });
  };
  expect((await world.make(note('Ours'))).verdict).toEqual({ kind: 'absent', after: { note: '' } });
});

test('an API client signs with its id; nothing is not a note', async () => {
  const world = await createWriterWorld('gateway', 'client');
  expect((await world.make(note('x'))).verdict.kind).toBe('applied');
  expect((await world.read()).findings).toMatch(/\*\*API client key-4251b2cf-.*\*\*, .* UTC\n\nx$/);
  await expect(world.make(note(' \n'))).rejects.toMatchObject({ code: 'invalid' });
  expect(world.bodies).toHaveLength(1);
});

describe.each(generations)('closing, %s', api => {
  test('is one call, with the reason in the findings, and final', async () => {
    const world = await createWriterWorld(api);
    const { fresh, verdict } = await world.make(close('Nothing left'));
    expect(fresh).toEqual({ status: 'OPEN', note: '' });
    expect(verdict).toEqual({ kind: 'applied', after: { status: 'CLOSED', note: 'Nothing left' } });
    expect(world.bodies).toHaveLength(1);
    expect(await world.read()).toMatchObject({
      status: 'CLOSED',
      description: 'A description',
      assignee: jonas.uid,
      findings: expect.stringMatching(/^First\n\n- \*\*found\*\*\n\n.* UTC\n\nNothing left$/),
    });
    expect(world.writer.isFinal(close())).toBe(true);
    expect(world.writer.isRepeatable(close())).toBe(false);
  });

  test('without a reason leaves the findings alone', async () => {
    const world = await createWriterWorld(api);
    expect((await world.make(close(' '))).verdict).toEqual({ kind: 'applied', after: { status: 'CLOSED' } });
    expect(world.bodies).toMatchObject([{ findings: 'First\n\n- **found**' }]);
  });

  test('what is closed already is there; a reason cannot be added any more, and that is said', async () => {
    const world = await createWriterWorld(api);
    await world.meanwhile({ status: 'CLOSED' });
    const fresh = await world.writer.fresh(world.id, close(), signal);
    expect(world.writer.wanted(close(), fresh)).toEqual(fresh);
    await expect(world.make(close('too late'))).rejects.toMatchObject({
      code: 'conflict',
      message: 'The case is closed in Incydr, and closed is final.',
      retryable: false,
    });
    expect(world.bodies).toEqual([]);
  });

  test.each(['CLOSED', 'ARCHIVED'])('nothing is sent to what became %s meanwhile', async status => {
    const world = await createWriterWorld(api);
    const fresh = await world.writer.fresh(world.id, note('x'), signal);
    await world.meanwhile({ status });
    await expect(world.writer.send(world.id, note('x'), fresh, signal)).rejects.toMatchObject({
      code: 'conflict',
      retryable: false,
    });
    await expect(world.make(note('x'))).rejects.toMatchObject({ code: 'conflict' });
    expect(world.bodies).toEqual([]);
  });

  test('at the vendor between our read and our write: its own refusal, in the words of its generation', async () => {
    const world = await createWriterWorld(api);
    world.hooks.beforeSend = async (_, method) => {
      if (method === 'PUT') {
        world.hooks.beforeSend = () => undefined;
        await world.meanwhile({ status: 'CLOSED' });
      }
      return undefined;
    };
    await expect(world.make(note('x'))).rejects.toMatchObject({
      code: 'conflict',
      reason: 'NO_EDITS_ONCE_CLOSED',
      retryable: false,
    });
  });

  test.each([
    ['after', 'applied'],
    ['before', 'absent'],
  ] as const)('an answer lost %s it was done: %s', async (when, kind) => {
    const world = await createWriterWorld(api);
    const sentAt = world.now();
    world.lose(when);
    await expect(world.make(close('why'))).rejects.toMatchObject({ retryable: true });
    const writer = must(world.createAdapter().writer);
    expect((await writer.verify(world.id, close('why'), sentAt, signal)).kind).toBe(kind);
  });
});
