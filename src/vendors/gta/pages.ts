import * as v from 'valibot';
import { notUnderstood } from './errors.ts';
import { wirePage } from './wire.ts';

export type Page<Item> = {
  items: readonly Item[];
  /** What leads to the next page; null on the last one. */
  after: string | null;
  /** The last cursor named. In order of the sequence number it is a checkpoint, on the last page too. */
  endCursor: string | null;
  /** There is more, and no way to it. What was read is not the whole list. */
  isCut: boolean;
  /** Something came that could not be read, such as an item without an id. */
  isDamaged: boolean;
};

const mostPages = 1000;

/**
 * Reads a collection to its end, which `hasNextPage` alone tells. A GET names its next page in `next` (whose cursor
 * is another than `endCursor`), a POST only in `endCursor`. Cursors are opaque.
 * Stops where a cursor comes again: such a list would never end.
 */
export async function* readPages<Schema extends v.GenericSchema>(
  schema: Schema,
  what: string,
  start: string | null,
  ask: (after: string | undefined, page: number) => Promise<unknown>,
): AsyncGenerator<Page<v.InferOutput<Schema>>, void, void> {
  const seen = new Set<string>();
  let after = start;
  for (let number = 0; ; number += 1) {
    const parsed = v.safeParse(wirePage, await ask(after ?? undefined, number));
    if (!parsed.success) throw notUnderstood(what);
    const { items, pageInfo } = parsed.output;
    const next = pageInfo.hasNextPage ? (cursorOf(pageInfo.next) ?? pageInfo.endCursor) : null;
    const isCut = pageInfo.hasNextPage && (next === null || seen.has(next) || number + 1 >= mostPages);
    const read = readItems(schema, items);
    yield {
      items: read,
      isDamaged: read.length < items.length,
      after: isCut ? null : next,
      endCursor: pageInfo.endCursor,
      isCut,
    };
    if (next === null || isCut) return;
    seen.add(next);
    after = next;
  }
}

/** What has no id is left out: nothing could refer to it. */
function readItems<Schema extends v.GenericSchema>(
  schema: Schema,
  items: readonly unknown[],
): v.InferOutput<Schema>[] {
  return items.flatMap(item => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The cursor in a relative link. */
function cursorOf(link: string | null): string | null {
  if (link === null || !URL.canParse(link, 'https://relative.invalid')) return null;
  return new URL(link, 'https://relative.invalid').searchParams.get('after');
}
