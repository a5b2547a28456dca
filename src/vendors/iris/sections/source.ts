import PQueue from 'p-queue';
import * as v from 'valibot';
import type { Stamp } from '#domain/stamp.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { IrisApi } from '../api.ts';
import { notUnderstood } from '../errors.ts';
import { serverStamp } from '../stamps.ts';
import { type People, toPeople, wireCaseUser } from './people.ts';

/** IRIS has one worker: more at once only wait for each other. */
const readsAtOnce = 3;

export type Source = ReturnType<typeof createSource>;

/** What the readers of sections ask with. `serverZone`: see `serverStamp`. */
export function createSource(api: IrisApi, serverZone: string | null) {
  let known: People | null = null;

  /**
   * The records of a list, each as far as it can be read. What is no record at all is left out and counted.
   * `key`: where the list stands in the answer; null: it is the answer.
   */
  async function list<Schema extends v.GenericSchema>(
    name: Parameters<IrisApi['read']>[0],
    caseId: string,
    key: string | null,
    schema: Schema,
    signal: AbortSignal,
    more: { params?: Readonly<Record<string, string>>; query?: Readonly<Record<string, string>> } = {},
  ): Promise<{ rows: v.InferOutput<Schema>[]; lost: number }> {
    const data = await api.read(name, caseId, signal, more.params, more.query);
    const found = key === null ? data : readKey(data, key);
    // An empty list within an answer that holds nothing else: `data` is then `[]`.
    if (Array.isArray(data) && data.length === 0) return { rows: [], lost: 0 };
    if (!Array.isArray(found)) throw notUnderstood('the list it was asked for');
    return readRows(found, schema);
  }

  async function one<Schema extends v.GenericSchema>(
    name: Parameters<IrisApi['read']>[0],
    caseId: string,
    schema: Schema,
    signal: AbortSignal,
    params: Readonly<Record<string, string>> = {},
  ): Promise<v.InferOutput<Schema>> {
    const parsed = v.safeParse(schema, await api.read(name, caseId, signal, params));
    if (!parsed.success) throw notUnderstood('the record it was asked for');
    return parsed.output;
  }

  /**
   * Runs a read for each item, three at a time, in the order given; null where the item is not there any more or
   * breaks IRIS. Any other failure ends them all.
   */
  async function each<Item, Result>(
    items: readonly Item[],
    signal: AbortSignal,
    read: (item: Item) => Promise<Result>,
  ): Promise<(Result | null)[]> {
    const queue = new PQueue({ concurrency: readsAtOnce });
    const reads = items.map(item => async () => {
      try {
        return await read(item);
      } catch (error) {
        if (!isOfOneRecord(error)) throw error;
        return null;
      }
    });
    return queue.addAll(reads, { signal }).finally(() => queue.clear());
  }

  /**
   * Names by number and by login, as records have the one or the other. Read once; without them (null) people are
   * called as the record calls them.
   */
  async function people(caseId: string, signal: AbortSignal): Promise<People> {
    try {
      known ??= toPeople((await list('listCaseUsers', caseId, null, wireCaseUser, signal)).rows);
    } catch (error) {
      if (!(error instanceof VendorError)) throw error;
    }
    return known ?? toPeople([]);
  }

  const server = (text: string | null): Stamp | null => serverStamp(text, serverZone);

  return { list, one, each, people, server };
}

export function readRows<Schema extends v.GenericSchema>(
  found: readonly unknown[],
  schema: Schema,
): { rows: v.InferOutput<Schema>[]; lost: number } {
  const parsed = found.map(item => v.safeParse(schema, item));
  const rows = parsed.flatMap(result => (result.success ? [result.output] : []));
  return { rows, lost: found.length - rows.length };
}

function readKey(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}

function isOfOneRecord(error: unknown): boolean {
  return error instanceof VendorError && (error.code === 'not-found' || error.status === 500);
}
