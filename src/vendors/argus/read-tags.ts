import PQueue from 'p-queue';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import { readList } from './container.ts';
import { toTags } from './mapping.ts';
import type { operations } from './operations.ts';
import { wireTag } from './wire.ts';

/** One case's tags. None where they, or the case, may not be read any more. */
export async function readTags(
  call: Call<typeof operations>,
  id: string,
  signal: AbortSignal,
): Promise<string[]> {
  try {
    const body = await call('tags', { params: { id }, query: { limit: 1000 }, signal });
    return toTags(readList(body, wireTag, 'a list of tags').items);
  } catch (error) {
    if (error instanceof VendorError && (error.code === 'forbidden' || error.code === 'not-found')) return [];
    throw error;
  }
}

/** No list of cases carries tags, so they cost a call per case: 4 at a time. */
export async function readTagsOf(
  call: Call<typeof operations>,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, string[]>> {
  const queue = new PQueue({ concurrency: 4 });
  try {
    const pairs = await queue.addAll(
      ids.map(id => async () => [id, await readTags(call, id, signal)] as const),
    );
    return new Map(pairs);
  } finally {
    queue.clear();
  }
}
