import { describe, expect, test } from 'vitest';
import { still } from './chain.ts';
import { baseOf, sampleWords } from './sample-change.ts';
import { sendThroughOutbox } from './send-through-outbox.ts';
import type { Subject } from './subject.ts';
import type { Loss } from './watch-writes.ts';
import {
  countWords,
  createWriteStand,
  readShown,
  runChange,
  type Sample,
  type WriteStand,
} from './write-stand.ts';

/** The outbox, the vendor's writer and the vendor: what is called saved is there once, and nothing else is. */
export function outboxSuite(subject: Subject, look: () => WriteStand): void {
  async function give(stand: WriteStand, { row, change, offer }: Sample) {
    const writer = stand.newWriter();
    const { clock } = stand.chain;
    await stand.chain.rest();
    const fresh = await writer.fresh(row.id, change, still());
    const seen = { ...baseOf(row), ...offer.base };
    const base = Object.fromEntries(Object.entries(seen).filter(([field]) => field in fresh));
    const advance = (ms: number) => {
      clock.now += Math.max(ms, subject.restMs);
    };
    return sendThroughOutbox({ writer, now: () => clock.now, advance }, row.id, change, base);
  }

  describe.each<Loss['when']>(['before', 'after'])('through the outbox, an answer lost %s', when => {
    test('ends as saved and there once, or asks again for what nobody can undo', async () => {
      for (const [name, sample] of look().samples) {
        const clean = await createWriteStand(subject);
        clean.writes.start();
        await runChange(clean, sample.row.id, sample.change);
        const calls = clean.writes.taken().length;
        const once = await readShown(clean, subject, sample.row.id);
        for (let nth = 1; nth <= calls; nth += 1) {
          const stand = await createWriteStand(subject);
          const before = await readShown(stand, subject, sample.row.id);
          stand.writes.start({ nth, when });
          const stage = await give(stand, sample);
          const shown = await readShown(stand, subject, sample.row.id);
          const mayAsk = when === 'before' && stand.newWriter().isFinal(sample.change);
          if (mayAsk && stage.kind === 'failed') {
            expect(stage.error.reason, name).toBe('ask-again');
            expect(countWords(shown.text, sampleWords)).toBe(countWords(before.text, sampleWords));
            continue;
          }
          expect(stage, `${name}, call ${nth}`).toMatchObject({ kind: 'saved', receipt: { notKept: [] } });
          expect(countWords(shown.text, sampleWords), name).toBe(countWords(once.text, sampleWords));
          expect(baseOf(shown.row), name).toEqual(baseOf(once.row));
        }
      }
    }, 240_000);
  });
}
