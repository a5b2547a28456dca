import { beforeAll, describe, expect, test } from 'vitest';
import type { ChangeName } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { still } from './chain.ts';
import { isOpen } from './held.ts';
import { baseOf, sampleWords } from './sample-change.ts';
import type { Subject } from './subject.ts';
import type { Loss } from './watch-writes.ts';
import { hostileSuite } from './write-hostile-suite.ts';
import { outboxSuite } from './write-outbox-suite.ts';
import {
  countWords,
  createWriteStand,
  errorOf,
  isRefusal,
  readShown,
  runChange,
  type Sample,
  type WriteStand,
} from './write-stand.ts';

const everyName: readonly ChangeName[] = [
  'status',
  'severity',
  'assignee',
  'tags',
  'title',
  'post',
  'text',
  'close',
  'reopen',
];
const choosing: ReadonlySet<ChangeName> = new Set(['status', 'severity', 'assignee', 'close', 'reopen']);

/** Answers that are JSON and say nothing of what was done. */
const strangeAnswers: readonly [string, () => Response][] = [
  ['nothing', () => new Response(null, { status: 200 })],
  ['null', () => Response.json(null)],
  ['an empty list', () => Response.json([])],
  ['an empty object', () => Response.json({})],
  ['bare text', () => new Response('OK', { headers: { 'content-type': 'text/plain' } })],
  [
    'half a document',
    () => new Response('{"data": {"ti', { headers: { 'content-type': 'application/json' } }),
  ],
];

export function writeSuite(subject: Subject): void {
  describe('writing', () => {
    /** Where nothing is changed: what there is to change. */
    let look: WriteStand;
    beforeAll(async () => {
      look = await createWriteStand(subject);
    }, 60_000);

    /** Runs for every change that is available, each time at a vendor where nothing was changed yet. */
    async function forEachSample(work: (stand: WriteStand, sample: Sample, name: string) => Promise<void>) {
      for (const [name, sample] of look.samples) await work(await createWriteStand(subject), sample, name);
    }

    test('every change is offered once, to choose from or with the reason why not', async () => {
      for (const { id } of look.rows.slice(0, 6)) {
        await look.chain.rest();
        const offers = await look.newWriter().offers(id, still());
        expect(new Set(offers.map(({ name }) => name))).toEqual(new Set(everyName));
        const places = offers.map(({ name, field }) => `${name} ${field}`);
        expect(new Set(places).size).toBe(places.length);
        for (const offer of offers) {
          expect(offer.field !== undefined).toBe(offer.name === 'post' || offer.name === 'text');
          const said = [offer.unavailable, offer.warning].filter(words => words !== null && words !== '');
          for (const words of said) expect(words).toMatch(/^[\p{Lu}\d#].*\.$/su);
          expect(offer.maxLength === null || offer.maxLength >= 0).toBe(true);
          if (offer.unavailable === null && choosing.has(offer.name))
            expect(offer.choices, offer.name).not.toEqual([]);
          const values = offer.choices.map(({ value }) => value);
          expect(new Set(values).size).toBe(values.length);
          for (const { label } of offer.choices) expect(label.trim()).not.toBe('');
          if (offer.unavailable === null && offer.name === 'text')
            expect(offer.base?.[offer.field ?? '']).toBeTypeOf('string');
        }
        expect(structuredClone(offers)).toEqual(offers);
      }
    });

    test('closing what is open and reopening what is closed are never both available', async () => {
      for (const row of look.rows.slice(0, 6)) {
        await look.chain.rest();
        const offers = await look.newWriter().offers(row.id, still());
        const isAvailable = (name: ChangeName) =>
          offers.some(one => one.name === name && one.unavailable === null);
        expect(isAvailable('close') && isAvailable('reopen')).toBe(false);
        if (isOpen(row)) expect(isAvailable('reopen')).toBe(false);
      }
    });

    test('each is read fresh as a row shows it, sent, seen, and shown', async () => {
      await forEachSample(async (stand, { row, change, offer }, name) => {
        const before = await readShown(stand, subject, row.id);
        stand.writes.start();
        const { fresh, wanted, verdict } = await runChange(stand, row.id, change);
        const base = { ...baseOf(row), ...offer.base };
        for (const [field, value] of Object.entries(fresh))
          if (field in base) expect(value, `${name}: ${field}`).toBe(base[field]);
        for (const field of Object.keys(wanted)) expect(fresh, name).toHaveProperty([field]);
        // What nobody can foretell is left out.
        const foretold = Object.keys(wanted);
        if (foretold.length > 0)
          expect(
            foretold.some(field => wanted[field] !== fresh[field]),
            name,
          ).toBe(true);
        expect(stand.writes.taken().length, name).toBeGreaterThan(0);
        expect(verdict, name).toMatchObject({ kind: 'applied', after: wanted });

        const shown = await readShown(stand, subject, row.id);
        expect(shown.text, name).not.toBe(before.text);
        const told = baseOf(shown.row);
        for (const field of Object.keys(told))
          if (wanted[field] !== undefined) expect(told[field], name).toBe(wanted[field]);
        if (change.name === 'post' || change.name === 'text' || change.name === 'title')
          expect(countWords(shown.text, sampleWords), name).toBeGreaterThan(0);
        if (change.name === 'close') expect(isOpen(shown.row)).toBe(false);
        if (change.name === 'reopen') expect(isOpen(shown.row)).toBe(true);
        expect(stand.chain.simulator.count()).toBe(look.chain.simulator.count());
      });
    }, 120_000);

    test('what is there already is known for it, unless it adds', async () => {
      await forEachSample(async (stand, { row, change }, name) => {
        if (change.name === 'post' || (change.name === 'close' && change.reason !== '')) return;
        await runChange(stand, row.id, change);
        await stand.chain.rest();
        const writer = stand.newWriter();
        // What is final cannot be read for writing any more, and says so.
        if (writer.isFinal(change)) return;
        const fresh = await writer.fresh(row.id, change, still());
        expect(fresh, name).toMatchObject(writer.wanted(change, fresh));
      });
    }, 120_000);

    describe.each<Loss['when']>(['before', 'after'])('an answer lost %s the vendor took the write', when => {
      test('is looked up after a reload, and in the end it is there exactly once', async () => {
        for (const [name, { row, change }] of look.samples) {
          const clean = await createWriteStand(subject);
          clean.writes.start();
          await runChange(clean, row.id, change);
          const calls = clean.writes.taken();
          const once = await readShown(clean, subject, row.id);
          for (let nth = 1; nth <= calls.length; nth += 1) {
            const stand = await createWriteStand(subject);
            await loseOne(stand, { row, change }, { nth, when }, calls.length, `${name}, call ${nth}`);
            const shown = await readShown(stand, subject, row.id);
            expect(countWords(shown.text, sampleWords), name).toBe(countWords(once.text, sampleWords));
            expect(baseOf(shown.row)).toEqual(baseOf(once.row));
          }
        }
      }, 240_000);
    });

    /** As an outbox goes on from there: look, and send again only what is not there. */
    async function loseOne(
      stand: WriteStand,
      { row: { id }, change }: Pick<Sample, 'row' | 'change'>,
      loss: Loss,
      calls: number,
      name: string,
    ): Promise<void> {
      const { chain, writes } = stand;
      await chain.rest();
      const writer = stand.newWriter();
      const fresh = await writer.fresh(id, change, still());
      const sentAt = chain.clock.now;
      writes.start(loss);
      const error = await errorOf(writer.send(id, change, fresh, still()));
      expect(error, name).toMatchObject({ code: 'unavailable', retryable: true });
      writes.start();
      await chain.rest();
      const verdict = await stand.newWriter().verify(id, change, sentAt, still());
      if (loss.when === 'before') expect(verdict.kind, name).not.toBe('applied');
      if (loss.when === 'before' && loss.nth === 1) expect(verdict.kind, name).toBe('absent');
      if (loss.when === 'after' && loss.nth === calls) expect(verdict.kind, name).toBe('applied');
      if (verdict.kind === 'applied') return;
      const again = await runChange(stand, id, change);
      expect(again.verdict.kind, name).toBe('applied');
    }

    // 403: what a credential is answered that may only read, whose records nobody marks as such.
    test.each([400, 403, 404, 422])('a refusal with %d is final, and told', async status => {
      for (const [name, { row, change }] of look.samples) {
        await look.chain.rest();
        look.writes.answerWith(() => Response.json({ error: 'No', message: 'No' }, { status }));
        const error = await errorOf(runChange(look, row.id, change));
        look.writes.answerWith(null);
        expect(error, name).toBeInstanceOf(VendorError);
        expect(isRefusal(error), `${name}: ${String(error)}`).toBe(true);
      }
    });

    test.each([429, 503])('an answer of %d is not final', async status => {
      for (const [name, { row, change }] of look.samples) {
        await look.chain.rest();
        look.writes.answerWith(() => Response.json({ error: 'Later' }, { status }));
        const error = await errorOf(runChange(look, row.id, change));
        look.writes.answerWith(null);
        expect(error, name).toBeInstanceOf(VendorError);
        expect(isRefusal(error), `${name}: ${String(error)}`).toBe(false);
      }
    });

    test.each(strangeAnswers)(
      'where a write is answered with %s, the record is believed',
      async (_, make) => {
        await forEachSample(async (stand, { row, change }, name) => {
          await stand.chain.rest();
          const writer = stand.newWriter();
          const fresh = await writer.fresh(row.id, change, still());
          const sentAt = stand.chain.clock.now;
          stand.writes.coverWith(make);
          const error = await errorOf(writer.send(row.id, change, fresh, still()));
          stand.writes.coverWith(null);
          // It was taken: whoever is told that it was refused for good would say it twice.
          if (error !== null) expect(isRefusal(error), `${name}: ${String(error)}`).toBe(false);
          const verdict = await writer.verify(row.id, change, sentAt, still());
          if (verdict.kind !== 'applied')
            expect((await runChange(stand, row.id, change)).verdict.kind, name).toBe('applied');
        });
      },
      120_000,
    );

    test('a record that is not there is not found, or nobody says', async () => {
      await look.chain.rest();
      const writer = look.newWriter();
      const asked = [
        writer.offers(subject.unknownId, still()),
        ...[...look.samples.values()].flatMap(({ change }) => [
          writer.fresh(subject.unknownId, change, still()),
          writer.verify(subject.unknownId, change, 0, still()),
        ]),
      ];
      for (const error of await Promise.all(asked.map(errorOf))) {
        expect(error).toBeInstanceOf(VendorError);
        expect(['not-found', 'forbidden']).toContain(error instanceof VendorError ? error.code : error);
      }
    });

    test('whoever gives up gets their own reason', async () => {
      const reason = new Error('gave up');
      const writer = look.newWriter();
      for (const { row, change } of look.samples.values()) {
        await look.chain.rest();
        const given = AbortSignal.abort(reason);
        const fresh = await writer.fresh(row.id, change, still());
        expect(await errorOf(writer.fresh(row.id, change, given))).toBe(reason);
        expect(await errorOf(writer.send(row.id, change, fresh, given))).toBe(reason);
        expect(await errorOf(writer.verify(row.id, change, 0, given))).toBe(reason);
      }
    });

    outboxSuite(subject, () => look);
    hostileSuite(subject, () => look);
  });
}
