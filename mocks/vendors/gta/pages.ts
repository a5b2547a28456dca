import { HttpResponse } from 'msw';
import { badRequest } from './answers.ts';

const largestPage = 1000;

/** How a collection is ordered and what its cursors look like. */
export type Ordering<Item> = {
  compare: (a: Item, b: Item) => number;
  /** What `startCursor` and `endCursor` say. Opaque to clients; may hold commas. */
  cursorOf: (item: Item) => string;
  /** What `next` and `previous` say: for ids, the bare id without the sort value before it. */
  linkCursorOf: (item: Item) => string;
  /** Index of the item that a cursor of either form names; -1 when nothing has it. */
  find: (sorted: readonly Item[], cursor: string) => number;
  /** The sequence order names its last item even on the last page: that value is the checkpoint of a sync. */
  isCheckpoint: boolean;
};

/** Sorted by a value that the cursor carries, then by id: "High,32c4…" in `endCursor`, "32c4…" in `next`. */
export function byValue<Item extends { id: string }>(
  compare: (a: Item, b: Item) => number,
  sortValueOf: (item: Item) => string,
): Ordering<Item> {
  return {
    compare: (a, b) => compare(a, b) || (a.id < b.id ? -1 : 1),
    cursorOf: item => `${sortValueOf(item)},${item.id}`,
    linkCursorOf: item => item.id,
    find: (sorted, cursor) => {
      const id = cursor.slice(cursor.lastIndexOf(',') + 1);
      return sorted.findIndex(item => item.id === id);
    },
    isCheckpoint: false,
  };
}

export function byId<Item extends { id: string }>(): Ordering<Item> {
  return {
    ...byValue<Item>(
      () => 0,
      item => item.id,
    ),
    cursorOf: item => item.id,
  };
}

/** `sort=modificationSequenceNumber`: the cursor is the number itself, and need not belong to an item. */
export function bySequence<Item extends { sequence: number }>(): Ordering<Item> {
  return {
    compare: (a, b) => a.sequence - b.sequence,
    cursorOf: item => String(item.sequence),
    linkCursorOf: item => String(item.sequence),
    find: (sorted, cursor) =>
      /^\d+$/.test(cursor) ? sorted.filter(item => item.sequence <= Number(cursor)).length - 1 : -2,
    isCheckpoint: true,
  };
}

/** One page of a collection, as GET (with relative links) or as POST (links always null). */
export function answerPage<Item>(
  request: Request,
  items: readonly Item[],
  ordering: Ordering<Item>,
  render: (item: Item) => object,
): Response {
  const url = new URL(request.url);
  const size = Number(url.searchParams.get('size') ?? largestPage);
  if (!Number.isInteger(size) || size < 1 || size > largestPage)
    return badRequest(`size must be between 1 and ${largestPage}`);

  const sorted = items.toSorted(ordering.compare);
  const after = url.searchParams.get('after');
  const before = url.searchParams.get('before');
  let from = 0;
  let to = size;
  if (after !== null) {
    const at = ordering.find(sorted, after);
    if (at < (ordering.isCheckpoint ? -1 : 0)) return badRequest('after is not a valid cursor');
    from = at + 1;
    to = from + size;
  } else if (before !== null) {
    const at = ordering.find(sorted, before);
    if (at < 0) return badRequest('before is not a valid cursor');
    to = at;
    from = Math.max(0, to - size);
  }

  const page = sorted.slice(from, to);
  const first = page[0];
  const last = page.at(-1);
  const hasNextPage = to < sorted.length;
  const isGet = request.method === 'GET';
  const link = (key: 'after' | 'before', item: Item) => {
    const query = new URLSearchParams(url.searchParams);
    query.delete('after');
    query.delete('before');
    query.set(key, ordering.linkCursorOf(item));
    return `${url.pathname}?${query}`;
  };
  return HttpResponse.json({
    items: page.map(render),
    pageInfo: {
      // The vendor's example has a `previous` on the first page, beside `hasPreviousPage: false`.
      previous: isGet && first !== undefined ? link('before', first) : null,
      next: isGet && hasNextPage && last !== undefined ? link('after', last) : null,
      hasNextPage,
      hasPreviousPage: from > 0 && first !== undefined,
      startCursor: first === undefined ? null : ordering.cursorOf(first),
      endCursor:
        last === undefined || !(hasNextPage || ordering.isCheckpoint) ? null : ordering.cursorOf(last),
    },
  });
}
