import * as v from 'valibot';
import { notUnderstood } from './errors.ts';
import { type WireCase, wireCase, wireContainer } from './wire.ts';

export type Listed<Item> = {
  items: readonly Item[];
  /** null: the vendor did not count, or not in time. */
  count: number | null;
  /** Rows that came, those that cannot be used included. */
  size: number;
  /** As applied; 0: without limit. */
  limit: number;
};

/** The rows of an answer. One that cannot be used at all (no id) is left out; nothing else is. */
export function readList<Item>(
  body: unknown,
  schema: v.GenericSchema<unknown, Item>,
  what: string,
): Listed<Item> {
  const container = v.safeParse(wireContainer, body);
  const data = container.success ? container.output.data : undefined;
  if (!container.success || !(Array.isArray(data) || data === null)) throw notUnderstood(what);
  const rows: unknown[] = data ?? [];
  const items = rows.flatMap(row => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? [parsed.output] : [];
  });
  const { count, limit } = container.output;
  const isCounted = count > 0 || (count === 0 && rows.length === 0);
  return { items, count: isCounted ? count : null, size: rows.length, limit };
}

export function readOne<Item>(body: unknown, schema: v.GenericSchema<unknown, Item>, what: string): Item {
  const container = v.safeParse(wireContainer, body);
  const parsed = container.success ? v.safeParse(schema, container.output.data) : null;
  if (parsed?.success !== true) throw notUnderstood(what);
  return parsed.output;
}

export function readCases(body: unknown): Listed<WireCase> {
  return readList(body, wireCase, 'a list of cases');
}

/**
 * The stop rule of the vendor's own client: without a limit there is one page; without a count a full page means that
 * there may be more.
 */
export function isLastPage({ count, size, limit }: Listed<unknown>, offset: number): boolean {
  if (size === 0 || limit === 0) return true;
  return count === null ? size < limit : count <= offset + size;
}
