import { beforeAll, describe, expect, test } from 'vitest';
import type { QueueRow } from '#domain/case.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { still } from './chain.ts';
import { type Demo, demoOf } from './demo.ts';
import { faultsOf } from './held.ts';
import type { Subject } from './subject.ts';

/** What every list tells. */
function told(row: QueueRow) {
  const { tags, alertCount, expiresAt, dueAt, ...others } = row;
  return others;
}

export function detailSuite(subject: Subject): void {
  describe('one record', () => {
    let demo: Demo;
    beforeAll(async () => {
      demo = await demoOf(subject);
    });

    test.each([0, 0.25, 0.5, 0.75, 1])('at %d of the list is the one in the list', async share => {
      const { chain, held } = demo;
      const rows = [...held.values()];
      const row = rows[Math.round(share * (rows.length - 1))];
      if (row === undefined) throw new Error('The demo has no rows.');
      const detail = await chain.newAdapter().get(row.id, still());
      // It may say more than the list does, and nothing else.
      expect(told(detail.row)).toEqual(told(row));
      expect(faultsOf(detail.row)).toEqual([]);
      expect(detail.redirectedFrom).toBeUndefined();
      if (detail.description !== null) {
        expect(['text', 'markdown', 'html']).toContain(detail.description.format);
        expect(detail.description.text).not.toBe('');
      }
      expect(detail.consoleUrl === null || detail.consoleUrl.startsWith('https://')).toBe(true);
      expect(detail.fields.length).toBeGreaterThan(0);
      for (const field of detail.fields) {
        expect(field.label).not.toBe('');
        expect(field.text).not.toBe('');
        expect(field.kind === 'instant').toBe(field.at !== undefined);
      }
      expect(structuredClone(detail)).toEqual(detail);
    });

    test('that is not there is not found, or nobody says', async () => {
      const asked = demo.chain.newAdapter().get(subject.unknownId, still());
      const error: unknown = await asked.catch(reason => reason);
      expect(error).toBeInstanceOf(VendorError);
      expect(['not-found', 'forbidden']).toContain(error instanceof VendorError ? error.code : error);
    });

    test.each([
      '',
      '.',
      '..',
      '../..',
      'a/b',
      'a b',
      '%2e%2e',
      '\u0000',
      '💥',
      "1' or '1'='1",
      'x'.repeat(5000),
    ])('called %j is refused, not looked for elsewhere', async id => {
      const error: unknown = await demo.chain
        .newAdapter()
        .get(id, still())
        .catch(reason => reason);
      expect(error).toBeInstanceOf(VendorError);
    });
  });

  test('who signs in is somebody, or the vendor does not say', async () => {
    const { chain } = await demoOf(subject);
    const person = await chain.newAdapter().whoAmI(still());
    expect(person?.name ?? null).toBe(subject.me);
    expect(person === null || person.id !== '').toBe(true);
  });
}
