import type { DetailField } from '#domain/case.ts';
import type { Block, TableRow, TreeNode } from '#domain/section.ts';
import { cellText } from './cell-text.ts';

/** Everything that can be read in blocks, for looking whether a text is among it. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `${block.title ?? ''}\n${block.text.text}`;
    case 'fields':
      return fieldsText(block.fields);
    case 'table':
      return block.rows.map(rowText).join('\n');
    case 'posts':
      return block.posts
        .map(({ title, author, text }) => `${title ?? ''} ${author ?? ''} ${text.text}`)
        .join('\n');
    case 'tree':
      return block.nodes.map(treeText).join('\n');
    case 'downloads':
      return block.downloads.map(({ label, name }) => `${label} ${name}`).join('\n');
    case 'notice':
      return block.text;
  }
}

/** A row with what stands under it. */
export function rowText(row: TableRow): string {
  return `${Object.values(row.cells).map(cellText).join('\n')}\n${blocksText(row.blocks ?? [])}`;
}

export function treeText(node: TreeNode): string {
  return [node.name, fieldsText(node.fields), ...node.children.map(treeText)].join('\n');
}

function fieldsText(fields: readonly DetailField[]): string {
  return fields.map(({ label, text }) => `${label} ${text}`).join('\n');
}
