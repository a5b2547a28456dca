import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRef, type QueueRow } from '#domain/case.ts';
import { arbitraryRow } from './arbitrary-rows.ts';
import { createQueueIndex } from './queue-index.ts';
import { decodeSnapshot, encodeSnapshot } from './snapshot.ts';

function encoded(rows: readonly QueueRow[]): Promise<Uint8Array<ArrayBuffer>> {
  const index = createQueueIndex();
  index.upsert(rows);
  return encodeSnapshot(index.copyConnection('a'), async () => {});
}

function decodedRows(bytes: Uint8Array<ArrayBuffer>): QueueRow[] | null {
  const { data } = decodeSnapshot(bytes);
  if (data === null) return null;
  const index = createQueueIndex();
  index.load([data]);
  const { resultId, total } = index.open({ q: '', sort: [], facets: {}, ranges: {}, me: [] });
  return (index.window(resultId, 0, total)?.rows ?? []).filter(row => row !== null);
}

const rowsOfA = fc.array(
  arbitraryRow.map(row => ({ ...row, connectionId: 'a' })),
  { minLength: 1, maxLength: 20 },
);

describe('a snapshot', () => {
  it('gives back every row as it was', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfA, async rows => {
        const expected = [...new Map(rows.map(row => [row.id, row])).values()];
        expected.sort((a, b) => (formatRef(a) < formatRef(b) ? -1 : 1));
        expect(decodedRows(await encoded(rows))).toEqual(expected);
      }),
    );
  });

  it('holds more distinct values than a byte, and than two, can count', async () => {
    const [row] = fc.sample(arbitraryRow, 1) as [QueueRow];
    for (const count of [257, 65_537]) {
      const rows = Array.from({ length: count }, (_, number) => ({
        ...row,
        connectionId: 'a',
        id: String(number).padStart(5, '0'),
        title: `Title ${number}`,
        tags: number === 0 ? [] : [`tag ${number}`],
      }));
      const back = decodedRows(await encoded(rows));
      expect(back).toHaveLength(count);
      expect(back?.at(-1)).toEqual(rows.at(-1));
      expect(back?.[256]).toEqual(rows[256]);
    }
  });

  it('of no rows is a snapshot too', async () => {
    expect(decodedRows(await encoded([]))).toEqual([]);
  });

  it('is refused when any bit of it has flipped', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfA, fc.nat(), fc.nat({ max: 7 }), async (rows, place, bit) => {
        const bytes = await encoded(rows);
        const at = place % bytes.length;
        fc.pre(at < 12 || at >= 16);
        bytes[at] = (bytes[at] as number) ^ (1 << bit);
        expect(decodeSnapshot(bytes).data).toBeNull();
      }),
    );
  });

  it('is refused when it has been cut short or made longer', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOfA, fc.nat(), async (rows, place) => {
        const bytes = await encoded(rows);
        expect(decodeSnapshot(bytes.slice(0, place % bytes.length))).toEqual({
          data: null,
          fault: 'damaged',
        });
      }),
    );
    const bytes = await encoded([]);
    const longer = new Uint8Array(bytes.length + 8).fill(1);
    longer.set(bytes);
    expect(decodeSnapshot(longer).fault).toBe('damaged');
  });

  it('of another format is told apart from a damaged one', async () => {
    const bytes = await encoded([]);
    bytes[4] = (bytes[4] as number) + 1;
    expect(decodeSnapshot(bytes)).toEqual({ data: null, fault: 'other-format' });
  });
});
