import type { CaseDetail, DetailField, RichText } from '#domain/case.ts';
import type { Block, Cell, SectionPage, TableRow, TreeNode } from '#domain/section.ts';

/** Every text of a page in which an observable may stand. */
export function textsOfPage({ blocks, entries }: SectionPage): string[] {
  return [
    ...blocks.flatMap(textsOfBlock),
    ...entries.flatMap(({ subject, support, body }) => [subject, support, ...textsOf(body)]),
  ];
}

export function textsOfDetail({ row, description, fields }: CaseDetail): string[] {
  return [row.title, ...row.tags, ...textsOf(description), ...textsOfFields(fields)];
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return textsOf(block.text);
    case 'fields':
      return textsOfFields(block.fields);
    case 'table':
      return block.rows.flatMap(textsOfRow);
    case 'posts':
      return block.posts.flatMap(({ title, text }) => [title ?? '', ...textsOf(text)]);
    case 'tree':
      return block.nodes.flatMap(textsOfNode);
    case 'downloads':
      return block.downloads.map(({ name }) => name);
    case 'notice':
      return [];
  }
}

function textsOfRow({ cells, blocks = [] }: TableRow): string[] {
  return [...Object.values(cells).flatMap(textsOfCell), ...blocks.flatMap(textsOfBlock)];
}

function textsOfCell(cell: Cell): string[] {
  if (cell.kind === 'text') return [cell.text, cell.support ?? ''];
  return cell.kind === 'mono' ? [cell.text] : [];
}

function textsOfNode({ name, fields, children }: TreeNode): string[] {
  return [name, ...textsOfFields(fields), ...children.flatMap(textsOfNode)];
}

function textsOfFields(fields: readonly DetailField[]): string[] {
  return fields.filter(({ kind }) => kind !== 'instant').map(({ text }) => text);
}

function textsOf(text: RichText | null): string[] {
  if (text === null) return [];
  return text.format === 'html' ? textsOfHtml(text.text) : [text.text];
}

const href = /\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,2048})/gi;

/** What is written between the tags, and where links lead. Only read, never shown. */
function textsOfHtml(html: string): string[] {
  const links = [...html.matchAll(href)].map(match => decode(match[1] ?? ''));
  return [decode(html.replace(/<[^<>]*>/g, ' ')), ...links];
}

function decode(text: string): string {
  return text
    .replace(/&(?:nbsp|lt|gt|quot|#39);/gi, ' ')
    .replace(/&(?:#0*46|#x0*2e|period);/gi, '.')
    .replaceAll('&amp;', '&');
}
