import { expect, test } from 'vitest';
import { VendorError } from '#domain/vendor-error.ts';
import { sampleChange } from './sample-change.ts';
import type { Subject } from './subject.ts';
import { createWriteStand, isRefusal, type Run, runChange, type WriteStand } from './write-stand.ts';

const hostileTexts: readonly [string, string][] = [
  ['emoji and combining marks', 'Done 👩🏽‍💻✅ e\u0301 नि ﷽'],
  ['text from right to left', 'اختبار \u202Eexe.gpj\u202C mixed'],
  ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['another system’s line ends', 'one\r\ntwo\r\n\r\nthree'],
  ['what looks like a template', '{{7*7}} %s %00 &amp; &#60; \\n'],
  ['what looks like markup', '**bold** [link](javascript:alert(1)) `code` | a | b |'],
  ['a hundred thousand letters', 'x'.repeat(100_000)],
  ['more than anybody takes', 'y'.repeat(600_000)],
  ['a NUL and other controls', 'a\u0000b\u0007c'],
  ['half a character', 'a\uD83D b'],
  ['white space alone', ' \t\n '],
];

/** Words come back as they were sent, or what differs is told, or they are refused and nothing was written. */
export function hostileSuite(subject: Subject, look: () => WriteStand): void {
  test.each(hostileTexts)(
    'words that are %s',
    async (_, words) => {
      for (const [name, { offer, row }] of look().samples) {
        if (!['post', 'text', 'title'].includes(offer.name)) continue;
        const stand = await createWriteStand(subject);
        stand.writes.start();
        const run = await runChange(stand, row.id, sampleChange(offer, row, words)).catch(reason => reason);
        if (run instanceof VendorError) {
          expect(isRefusal(run), `${name}: ${run}`).toBe(true);
          expect(['invalid', 'unsupported'], name).toContain(run.code);
          expect(stand.writes.taken(), name).toEqual([]);
          continue;
        }
        if (run instanceof Error) throw run;
        const { verdict } = run as Run;
        expect(['applied', 'differs'], name).toContain(verdict.kind);
        // HTML is written anew by who cleans it.
        if (verdict.kind !== 'applied' || offer.format === 'html') continue;
        const kept = Object.values(verdict.after);
        // One vendor writes its log in lower case, and is known for it.
        if (offer.warning.includes('lower case'))
          expect(kept.map(toLowerCase), name).toContain(toLowerCase(words));
        else expect(kept, name).toContain(words);
      }
    },
    120_000,
  );
}

function toLowerCase(words: string): string {
  return words.toLowerCase();
}
