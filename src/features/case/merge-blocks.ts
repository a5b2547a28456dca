import type { Block, SectionPage } from '#domain/section.ts';

/** The blocks of all pages that were read: a block of a further page goes on where the one of its key ended. */
export function mergeBlocks(pages: readonly Pick<SectionPage, 'blocks'>[]): readonly Block[] {
  const merged = new Map<string, Block>();
  for (const block of pages.flatMap(({ blocks }) => blocks)) {
    const key = `${block.kind} ${block.key}`;
    const before = merged.get(key);
    merged.set(key, before === undefined ? block : join(before, block));
  }
  return [...merged.values()];
}

function join(before: Block, after: Block): Block {
  if (before.kind === 'fields' && after.kind === 'fields')
    return { ...before, fields: [...before.fields, ...after.fields] };
  if (before.kind === 'table' && after.kind === 'table')
    return { ...before, rows: uniqueOf(before.rows, after.rows) };
  if (before.kind === 'posts' && after.kind === 'posts')
    return { ...before, posts: uniqueOf(before.posts, after.posts) };
  if (before.kind === 'tree' && after.kind === 'tree')
    return { ...before, nodes: uniqueOf(before.nodes, after.nodes) };
  if (before.kind === 'downloads' && after.kind === 'downloads')
    return { ...before, downloads: uniqueOf(before.downloads, after.downloads) };
  if (before.kind === 'text' && after.kind === 'text' && after.text.format === before.text.format)
    return { ...before, text: { ...before.text, text: `${before.text.text}\n${after.text.text}` } };
  return after;
}

/** A record that moved while pages were read comes twice: its place is the first, what it says is the latest. */
function uniqueOf<Item extends { id: string }>(before: readonly Item[], after: readonly Item[]): Item[] {
  return [...new Map([...before, ...after].map(item => [item.id, item])).values()];
}
