import type { Block, Cell, Column, TableRow } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import { readList } from '../container.ts';
import { isDeleted, toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import { type Source, sayMissing, withKeys } from './source.ts';
import { type WireAddedTag, wireAddedTag } from './summary-wire.ts';

const columns: readonly Column[] = [
  { id: 'tag', title: 'Tag' },
  { id: 'added', title: 'Added' },
  { id: 'by', title: 'By' },
];

/** The tags with who added them and when. Without them the rest of the summary stands all the same. */
export async function readTagsBlock(
  call: Source['call'],
  caseId: string,
  signal: AbortSignal,
): Promise<Block[]> {
  try {
    const body = await call('tags', { params: { id: caseId }, query: { limit: 1000 }, signal });
    const rows = withKeys(readList(body, wireAddedTag, 'a list of tags').items).map(toTableRow);
    return rows.length === 0 ? [] : [{ kind: 'table', key: 'tags', title: 'Tags', columns, rows }];
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    return [{ kind: 'notice', key: 'tags', text: sayMissing('the tags', error) }];
  }
}

function toTableRow(tag: WireAddedTag & { key: string }): TableRow {
  const stamp = toStamp(tag.addedTimestamp, tag.addedTime);
  const by = toPerson(tag.addedByUser);
  const cells: Record<string, Cell> = {
    tag: { kind: 'tags', tags: [`${tag.name ?? ''}/${tag.value ?? ''}`] },
  };
  if (stamp !== null) cells['added'] = { kind: 'instant', stamp };
  if (by !== null) cells['by'] = { kind: 'text', text: by.name };
  return { id: tag.key, cells, ...(isDeleted(tag) ? { isDeleted: true } : {}) };
}
