import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '#domain/command.ts';
import type { Fault } from './test-kit/paper-vendor.ts';
import { createPaperWorld } from './test-kit/paper-world.ts';

const minute = 60_000;
const setTo = (to: string): Change => ({ name: 'status', to });
const say = (text: string): Change => ({
  name: 'post',
  section: 'comments',
  text,
  isInternal: false,
  replyTo: null,
});
const close: Change = { name: 'close', to: 'Closed', reason: 'done', withAlerts: false };

function begin() {
  const world = createPaperWorld();
  world.start();
  return world;
}

describe('a change', () => {
  test('is sent once, read back, and leaves a line in the ledger', async () => {
    const world = begin();
    await world.give('1', setTo('Open'), { status: 'New' });
    await world.pass(minute);
    expect(world.vendor.get('1').fields['status']).toBe('Open');
    expect(world.vendor.sends()).toBe(1);
    expect(world.entries()).toEqual([]);
    expect(world.ledger()).toMatchObject([
      { result: 'saved', who: 'me', before: { status: 'New' }, after: { status: 'Open' } },
    ]);
    await world.kill();
  });

  test('that is there already is not sent', async () => {
    const world = begin();
    world.vendor.get('1').fields['status'] = 'Open';
    await world.give('1', setTo('Open'), { status: 'New' });
    await world.pass(minute);
    expect(world.vendor.sends()).toBe(0);
    expect(world.ledger()).toHaveLength(1);
    await world.kill();
  });

  test('of a field that somebody changed meanwhile waits for a decision, and what stands there stays', async () => {
    const world = begin();
    world.vendor.get('1').fields['status'] = 'Resolved';
    await world.give('1', setTo('Open'), { status: 'New' });
    await world.pass(minute);
    expect(world.vendor.sends()).toBe(0);
    expect(world.entries()).toMatchObject([{ stage: { kind: 'conflict', theirs: { status: 'Resolved' } } }]);
    await world.kill();
  });

  test('that the vendor takes and does not keep is not called saved', async () => {
    const world = begin();
    world.vendor.plan(['not-kept']);
    await world.give('1', setTo('Open'), { status: 'New' });
    await world.pass(minute);
    expect(world.entries()).toMatchObject([{ stage: { kind: 'failed', error: { reason: 'not-kept' } } }]);
    expect(world.ledger()).toEqual([]);
    await world.kill();
  });

  test('that the vendor refuses is sent once and kept with the reason', async () => {
    const world = begin();
    world.vendor.plan(['denied']);
    await world.give('1', say('my words'));
    await world.pass(10 * minute);
    expect(world.vendor.sends()).toBe(1);
    expect(world.entries()).toMatchObject([
      {
        command: { change: { text: 'my words' } },
        stage: { kind: 'failed', error: { message: 'Not that.' } },
      },
    ]);
    await world.kill();
  });

  test('waits as long as the vendor asks', async () => {
    const world = begin();
    world.vendor.plan(['rate-limited']);
    await world.give('1', say('later'));
    await world.pass(4_900);
    expect(world.vendor.sends()).toBe(1);
    await world.pass(minute);
    expect(world.vendor.sends()).toBe(2);
    expect(world.vendor.get('1').posts).toHaveLength(1);
    await world.kill();
  });

  test('leaves only after the time to undo it', async () => {
    const world = begin();
    const { id } = await world.give('1', say('undone'), {}, 10_000);
    await world.pass(9_900);
    expect(world.vendor.sends()).toBe(0);
    await world.discard(id);
    await world.pass(minute);
    expect(world.vendor.sends()).toBe(0);
    await world.kill();
  });
});

describe('words whose answer is lost', () => {
  test.each<[string, readonly Fault[], number]>([
    ['that arrived are found and not sent again', ['lost-after'], 1],
    ['that did not arrive are looked for, then sent again', ['lost-before'], 2],
  ])('%s', async (_, faults, sends) => {
    const world = begin();
    world.vendor.plan(faults);
    await world.give('1', say('once'));
    await world.pass(5 * minute);
    expect(world.vendor.get('1').posts.map(post => post.text)).toEqual(['once']);
    expect(world.vendor.sends()).toBe(sends);
    expect(world.ledger()).toHaveLength(1);
    await world.kill();
  });

  test.each<[string, Fault]>([
    ['before it was done', 'killed-before'],
    ['after it was done', 'killed-after'],
  ])('because the page was killed %s stand there once after the next start', async (_, fault) => {
    const world = begin();
    world.vendor.plan([fault]);
    await world.give('1', say('kept'));
    await world.pass(minute);
    expect(world.isAlive()).toBe(false);
    await world.kill();
    world.start();
    await world.pass(5 * minute);
    expect(world.vendor.get('1').posts.map(post => post.text)).toEqual(['kept']);
    expect(world.ledger()).toHaveLength(1);
    await world.kill();
  });

  test('of what cannot be undone are not sent again unasked', async () => {
    const world = begin();
    world.vendor.plan(['lost-before']);
    await world.give('1', close, { status: 'New' });
    await world.pass(10 * minute);
    expect(world.vendor.sends()).toBe(1);
    expect(world.entries()).toMatchObject([{ stage: { kind: 'failed', error: { reason: 'ask-again' } } }]);
    await world.kill();
  });
});

describe('several changes', () => {
  test('of one record go in the order in which they were made', async () => {
    const world = begin();
    world.vendor.plan(['rate-limited']);
    await world.give('1', say('first'));
    await world.give('1', say('second'));
    await world.give('2', say('other'));
    await world.pass(1_000);
    expect(world.vendor.get('2').posts).toHaveLength(1);
    expect(world.vendor.get('1').posts).toHaveLength(0);
    await world.pass(minute);
    expect(world.vendor.get('1').posts.map(post => post.text)).toEqual(['first', 'second']);
    await world.kill();
  });

  test('wait behind one that needs a person, on that record alone', async () => {
    const world = begin();
    world.vendor.plan(['denied']);
    const refused = await world.give('1', say('no'));
    await world.pass(1_000);
    await world.give('1', say('after'));
    await world.give('2', say('other'));
    await world.pass(minute);
    expect(world.vendor.get('1').posts).toHaveLength(0);
    expect(world.vendor.get('2').posts).toHaveLength(1);
    await world.discard(refused.id);
    await world.pass(2 * minute);
    expect(world.vendor.get('1').posts.map(post => post.text)).toEqual(['after']);
    await world.kill();
  });
});

const faultArbitrary = fc.constantFrom<Fault | 'none'>(
  'none',
  'none',
  'refused',
  'rate-limited',
  'lost-after',
  'lost-before',
  'denied',
  'not-kept',
  'killed-before',
  'killed-after',
);
const stepArbitrary = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('say' as const), to: fc.nat(3), fault: faultArbitrary }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('set' as const), to: fc.nat(3), fault: faultArbitrary }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('colleague' as const), to: fc.nat(3), fault: faultArbitrary }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('kill' as const), to: fc.nat(3), fault: faultArbitrary }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), to: fc.nat(40), fault: faultArbitrary }),
  },
);

const runs = Number(process.env['SOAK_RUNS'] ?? 150);

test('whatever happens, no words are lost and none are there twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stepArbitrary, { minLength: 1, maxLength: 25 }), async steps => {
      const world = begin();
      const said: string[] = [];
      for (const [index, step] of steps.entries()) {
        if (step.fault !== 'none') world.vendor.plan([step.fault]);
        const record = String(step.to);
        if (step.do === 'say') {
          said.push(`words ${index}`);
          await world.give(record, say(`words ${index}`));
        } else if (step.do === 'set') {
          const status = world.vendor.get(record).fields['status'] ?? '';
          await world.give(record, setTo(`status ${index}`), { status });
        } else if (step.do === 'colleague') world.vendor.get(record).fields['status'] = `theirs ${index}`;
        else if (step.do === 'pass') await world.pass(step.to * 1_000);
        if (step.do === 'kill' || !world.isAlive()) {
          await world.kill();
          world.start();
        }
      }
      world.vendor.calm();
      for (let round = 0; round < 4; round += 1) {
        await world.pass(10 * minute);
        if (world.isAlive()) continue;
        await world.kill();
        world.start();
      }
      await world.kill();

      const posts = ['0', '1', '2', '3'].flatMap(id => world.vendor.get(id).posts.map(post => post.text));
      const savedIds = world.ledger().map(line => line.id);
      expect(new Set(savedIds).size).toBe(savedIds.length);
      for (const words of said) {
        const isSaved = world
          .ledger()
          .some(({ command: { change } }) => change.name === 'post' && change.text === words);
        const isHeld = world
          .entries()
          .some(({ command: { change } }) => change.name === 'post' && change.text === words);
        const there = posts.filter(text => text === words).length;
        // Saved: there, once. Anything else is still here with its text, and at most once there.
        expect(isSaved || isHeld, words).toBe(true);
        expect(there, words).toBeLessThanOrEqual(1);
        if (isSaved) expect(there, words).toBe(1);
      }
      expect(
        world.entries().every(({ stage }) => ['failed', 'conflict', 'queued'].includes(stage.kind)),
      ).toBe(true);
    }),
    { numRuns: runs, ...(process.env['SOAK_RUNS'] === undefined ? { seed: 20_261_125 } : {}) },
  );
}, 120_000);
