import type { Block, Download, SectionId, SectionPage } from '#domain/section.ts';
import { createTestWorld, logins, pullAll } from '../test-world.ts';

export const { signal } = new AbortController();

export type Generation = 'gateway' | 'legacy';

export function createWorld(api: Generation = 'gateway', size = 60) {
  const world = createTestWorld(size, {
    settings: { ...logins.user.settings, api },
    secrets: logins.user.secrets,
  });

  /** The number of the first case whose name begins so. */
  async function numberOf(name: string): Promise<string> {
    const rows = (await pullAll(world.adapter, null, 'all')).flatMap(page => page.rows);
    return rows.find(row => row.title.startsWith(name))?.id ?? '';
  }

  async function numberIn(status: string): Promise<string> {
    const rows = (await pullAll(world.adapter, null, 'all')).flatMap(page => page.rows);
    return rows.find(row => row.status.raw === status)?.id ?? '';
  }

  const read = (section: SectionId, id: string, cursor: string | null = null): Promise<SectionPage> =>
    world.adapter.section(section, id, cursor, signal);

  const fetchFile = (id: string, download: Download | undefined) => {
    if (download === undefined) throw new Error('no download');
    return world.adapter.download(id, download, { signal, onProgress: () => undefined });
  };

  /** Answers a path that ends so with this. */
  function answer(end: string, body: unknown): void {
    world.hooks.beforeSend = path => (path.endsWith(end) ? Response.json(body) : undefined);
  }

  return { ...world, numberOf, numberIn, read, fetchFile, answer };
}

export function blockOf<Kind extends Block['kind']>(
  blocks: readonly Block[],
  kind: Kind,
  key?: string,
): Extract<Block, { kind: Kind }> {
  const found = blocks.find(block => block.kind === kind && (key === undefined || block.key === key));
  if (found === undefined) throw new Error(`No ${kind} ${key ?? ''} in ${JSON.stringify(blocks)}`);
  return found as Extract<Block, { kind: Kind }>;
}
