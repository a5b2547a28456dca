import type { Block, Column, ItemDetail, SectionPage, TableRow } from '#domain/section.ts';
import { emptyPage, type SectionReader } from '#http/sections.ts';
import { lostNotice, tableBlock } from './blocks.ts';
import { type CommentedKind, commentsBlock } from './comment-posts.ts';
import type { Source } from './source.ts';

type ListedTable = {
  key: string;
  columns: readonly Column[];
  rows: readonly TableRow[];
  /** How many records could not be read, and what they are called: 'assets'. */
  lost: number;
  plural: string;
  /** What is to be said of the table. */
  notices?: readonly Block[];
};

/** A list that IRIS gives in one go, as a table; the timeline and the observables are the section's own. */
export function listPage({ key, columns, rows, lost, plural, notices = [] }: ListedTable): SectionPage {
  return {
    ...emptyPage,
    blocks: [...tableBlock(key, null, columns, rows), ...notices, ...lostNotice(lost, plural)],
    count: rows.length,
  };
}

/** A record of a list, read whole, with the comments on it at its end. */
export function withComments(
  source: Source,
  kind: CommentedKind,
  read: (caseId: string, id: string, signal: AbortSignal) => Promise<ItemDetail>,
): NonNullable<SectionReader['item']> {
  return async (caseId, id, signal) => {
    const { blocks, ...more } = await read(caseId, id, signal);
    return { ...more, blocks: [...blocks, ...(await commentsBlock(source, caseId, kind, id, signal))] };
  };
}
