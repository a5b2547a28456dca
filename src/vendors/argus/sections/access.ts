import type { DetailField } from '#domain/case.ts';
import type { Block, Cell, Column, SectionPage, TableRow } from '#domain/section.ts';
import { VendorError } from '#domain/vendor-error.ts';
import type { SectionReader } from '#http/sections.ts';
import { sayAccessMode } from '../access-words.ts';
import { type Listed, readList } from '../container.ts';
import { isDeleted, toAccess, toPerson } from '../mapping.ts';
import { toStamp } from '../stamp.ts';
import type { WireCase } from '../wire.ts';
import { type WireGrant, wireGrant } from './access-wire.ts';
import { nextOffset, pageSize, readOffset, type Source, sayMissing, withKeys } from './source.ts';

const columns: readonly Column[] = [
  { id: 'who', title: 'Who' },
  { id: 'level', title: 'Level' },
  { id: 'added', title: 'Added' },
  { id: 'by', title: 'By' },
];

const nobody: Listed<WireGrant> = { items: [], count: null, size: 0, limit: 0 };

/** Who may do what with a case: its access mode, what this key may do, and the list of those named one by one. */
export function createAccessReader({ call, cases }: Source): SectionReader {
  async function read(id: string, cursor: string | null, signal: AbortSignal): Promise<SectionPage> {
    const offset = readOffset(cursor);
    const item = await cases.find(id, signal);
    const blocks: Block[] = offset === 0 ? [...toModeBlock(item)] : [];
    let listed = nobody;
    try {
      const query = { limit: pageSize, offset };
      listed = readList(
        await call('access', { params: { id: item.id }, query, signal }),
        wireGrant,
        'an access list',
      );
      const rows = withKeys(listed.items, offset).map(toTableRow);
      if (rows.length > 0)
        blocks.push({ kind: 'table', key: 'access-list', title: 'Access list', columns, rows });
      else if (offset === 0)
        blocks.push({
          kind: 'notice',
          key: 'access-list',
          text: 'Nobody is on the access list of this case.',
        });
    } catch (error) {
      // The mode is known all the same. A case that went meanwhile is told as gone.
      if (!(error instanceof VendorError) || error.code === 'not-found' || offset > 0) throw error;
      blocks.push({ kind: 'notice', key: 'access-list', text: sayMissing('the access list', error) });
    }
    return {
      blocks,
      entries: [],
      observables: [],
      count: listed.count,
      next: nextOffset(listed, offset)?.toString() ?? null,
    };
  }
  return { read };
}

function toModeBlock({ accessMode, currentUserAccess }: WireCase): Block[] {
  const values = [['Access mode', sayAccessMode(accessMode)] as const, ...toAccess(currentUserAccess)];
  const fields = values.flatMap(([label, text]): DetailField[] =>
    text?.trim() ? [{ label, text, kind: 'text' }] : [],
  );
  return fields.length === 0 ? [] : [{ kind: 'fields', key: 'access-mode', title: null, fields }];
}

function toTableRow(grant: WireGrant & { key: string }): TableRow {
  const who = toPerson(grant.subject ?? grant.user ?? grant.group);
  const by = toPerson(grant.addedByUser);
  const stamp = toStamp(grant.addedTimestamp, grant.addedTime);
  const cells: Record<string, Cell> = {
    who: { kind: 'text', text: who?.name ?? 'Somebody whom Argus does not name' },
  };
  if (grant.level) cells['level'] = { kind: 'text', text: grant.level };
  if (stamp !== null) cells['added'] = { kind: 'instant', stamp };
  if (by !== null) cells['by'] = { kind: 'text', text: by.name };
  return { id: grant.key, cells, ...(isDeleted(grant) ? { isDeleted: true } : {}) };
}
