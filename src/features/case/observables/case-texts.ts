import type { CaseDetail, DetailField, RichText } from '#domain/case.ts';
import type { Block, Cell, Column, SectionPage, TableRow, TreeNode } from '#domain/section.ts';
import { decodeEntities } from '../decode-entities.ts';

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
      return block.rows.flatMap(row => textsOfRow(row, block.columns));
    case 'posts':
      return block.posts.flatMap(({ title, text }) => [title ?? '', ...textsOf(text)]);
    case 'tree':
      return block.nodes.flatMap(textsOfNode);
    case 'downloads':
      // Without a warning it is the vendor's own make: a report, an export.
      return block.downloads.filter(({ warning }) => warning !== '').map(({ name }) => name);
    case 'notice':
      return [];
  }
}

function textsOfRow({ cells, blocks = [] }: TableRow, columns: readonly Column[]): string[] {
  return [
    ...columns.flatMap(({ id, title }) => textsOfCell(cells[id], title)),
    ...blocks.flatMap(textsOfBlock),
  ];
}

function textsOfCell(cell: Cell | undefined, title: string): string[] {
  if (cell?.kind === 'text') return [cell.text, cell.support ?? ''];
  return cell?.kind === 'mono' && !isId(cell.text, title) ? [cell.text] : [];
}

/** Vendors number their records by what looks like hashes. It is one where its name says so. */
function isId(text: string, name: string): boolean {
  return /^[\da-f]+$/i.test(text) && !/hash|md5|sha|checksum|digest/i.test(name);
}

function textsOfNode({ name, fields, children }: TreeNode): string[] {
  return [name, ...textsOfFields(fields), ...children.flatMap(textsOfNode)];
}

function textsOfFields(fields: readonly DetailField[]): string[] {
  return fields
    .filter(({ kind, text, label }) => kind === 'text' || (kind === 'mono' && !isId(text, label)))
    .map(({ text }) => text);
}

function textsOf(text: RichText | null): string[] {
  if (text === null) return [];
  return text.format === 'html' ? textsOfHtml(text.text) : [text.text];
}

const href = /\bhref\s{0,9}=\s{0,9}["']?([^"'<>\s]{1,2048})/gi;

/** What is written between the tags, and where links lead. Only read, never shown. */
function textsOfHtml(html: string): string[] {
  const links = [...html.matchAll(href)].map(match => decodeEntities(match[1] ?? ''));
  return [decodeEntities(html.replace(/<[^<>]*>/g, ' ')), ...links];
}
