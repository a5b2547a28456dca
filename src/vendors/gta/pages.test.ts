import { expect, test } from 'vitest';
import getInfo from './fixtures/page-info-get.json' with { type: 'json' };
import sequenceInfo from './fixtures/page-info-last-by-sequence.json' with { type: 'json' };
import { type Page, readPages } from './pages.ts';
import { wireAsset } from './wire.ts';

async function read(...answers: unknown[]) {
  const asked: (string | undefined)[] = [];
  const pages: Page<{ id: string }>[] = [];
  const ask = async (after: string | undefined) => {
    asked.push(after);
    return answers[asked.length - 1];
  };
  for await (const page of readPages(wireAsset, 'assets', null, ask)) pages.push(page);
  return { asked, pages };
}

const last = { hasNextPage: false, next: null, endCursor: null };

test("the next page is asked for by the cursor of the link, which is another than the page's own", async () => {
  const { asked } = await read({ items: [], pageInfo: getInfo }, { items: [], pageInfo: last });
  expect(asked).toEqual([undefined, '32c43ccb-20b7-4e39-a2ab-d05791ae23f0']);
});

test('without a link the cursor itself leads on, comma and all', async () => {
  const info = { hasNextPage: true, next: null, endCursor: 'High,32c4' };
  const { asked } = await read({ items: [], pageInfo: info }, { items: [], pageInfo: last });
  expect(asked).toEqual([undefined, 'High,32c4']);
});

test('a last page with a cursor is the last page, and its cursor is kept', async () => {
  const { asked, pages } = await read({ items: [], pageInfo: sequenceInfo });
  expect(asked).toHaveLength(1);
  expect(pages).toMatchObject([{ after: null, endCursor: '25717281', isCut: false }]);
});

test('a page that leads nowhere and one that leads back are the end of a list that is not whole', async () => {
  const nowhere = await read({ items: [], pageInfo: { hasNextPage: true, next: null, endCursor: null } });
  expect(nowhere.pages).toMatchObject([{ isCut: true }]);
  const back = { items: [], pageInfo: { hasNextPage: true, next: '/x?after=1', endCursor: null } };
  expect((await read(back, back, back)).pages.map(page => page.isCut)).toEqual([false, true]);
});

test('an item without an id is left out, and no other', async () => {
  const items = [{ id: 'a' }, { assumedOwner: 'x' }, null, { id: 'b', assumedOwner: 5 }];
  const { pages } = await read({ items, pageInfo: last });
  expect(pages[0]?.items).toEqual([
    { id: 'a', assumedOwner: null },
    { id: 'b', assumedOwner: null },
  ]);
});

test.each([[null], [{ items: {} }], [{ items: [] }], [{ items: [], pageInfo: {} }]])(
  '%j is not a page',
  async answer => {
    await expect(read(answer)).rejects.toMatchObject({ code: 'unreadable', retryable: true });
  },
);
