import * as v from 'valibot';
import type { Change } from '#domain/command.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { Call } from '#http/request.ts';
import { readList } from '../container.ts';
import { isDeleted, toTags } from '../mapping.ts';
import type { operations } from '../operations.ts';
import { wireTag } from '../wire.ts';
import { id as wireId } from '../wire-parts.ts';
import { notAcceptable } from './refusals.ts';

type TagChange = Extract<Change, { name: 'tags' }>;
type ArgusCall = Call<typeof operations>;

const wireKeptTag = v.object({ ...wireTag.entries, id: wireId });

export async function readKeptTags(call: ArgusCall, id: string, signal: AbortSignal) {
  const body = await call('tags', { params: { id }, query: { limit: 1000 }, signal });
  return readList(body, wireKeptTag, 'a list of tags').items.filter(tag => !isDeleted(tag));
}

/** As one text that two readers write alike. */
export function joinTags(tags: readonly string[]): string {
  return [...tags].sort().join('\n');
}

export function splitTags(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}

/** Only what is to be added and removed counts: what others do to other tags meanwhile stays. */
export function applyTags({ add, remove }: TagChange, tags: readonly string[]): string[] {
  const kept = tags.filter(tag => !remove.includes(tag));
  return [...kept, ...new Set(add.filter(tag => !kept.includes(tag)))];
}

/** A tag of Argus is a key and a value. */
export function readPair(tag: string): { key: string; value: string } {
  const slash = tag.indexOf('/');
  const key = tag.slice(0, slash).trim();
  const value = tag.slice(slash + 1).trim();
  if (slash < 1 || key === '' || value === '')
    throw notAcceptable('tags', `An Argus tag is a key and a value, like topic/phishing. '${tag}' is not.`);
  return { key, value };
}

/**
 * Adds what is not there and takes away what is, each by its id: a key or value with a slash could not stand in a path.
 * One that left meanwhile is gone, as was wanted.
 */
export async function sendTags(
  call: ArgusCall,
  id: string,
  change: TagChange,
  signal: AbortSignal,
): Promise<void> {
  const kept = await readKeptTags(call, id, signal);
  const there = toTags(kept);
  const added = [...new Set(change.add)].filter(tag => !there.includes(tag));
  if (added.length > 0)
    await call('addTags', { params: { id }, body: { tags: added.map(readPair) }, signal });
  for (const [index, tag] of kept.entries()) {
    if (!change.remove.includes(there[index] ?? '')) continue;
    try {
      await call('removeTag', { params: { id, tagId: tag.id }, signal });
    } catch (error) {
      if (!(error instanceof VendorError) || error.code !== 'not-found') throw error;
    }
  }
}
