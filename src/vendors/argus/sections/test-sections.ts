import type { Block, SectionId, SectionPage } from '#domain/section.ts';
import { createTestWorld, type TestWorld } from '../test-world.ts';

export const { signal } = new AbortController();

/** A world with its stories, and the id of the one whose subject begins with these words. */
export function createStory(
  subject = 'Suspected ransomware',
  options: Parameters<typeof createTestWorld>[1] = {},
) {
  const test = createTestWorld(60, options);
  const record = [...test.world.cases.values()].find(item => item.subject.startsWith(subject));
  if (record === undefined) throw new Error(`No case begins with ${subject}`);
  return { ...test, record, id: String(record.id) };
}

export async function readAll(test: TestWorld, section: SectionId, id: string): Promise<SectionPage[]> {
  const pages = [await test.adapter.section(section, id, null, signal)];
  for (;;) {
    const next = pages.at(-1)?.next ?? null;
    if (next === null) return pages;
    pages.push(await test.adapter.section(section, id, next, signal));
  }
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

/** What a row's cells say, by column. */
export function textsOf(cells: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([id, cell]) => [
      id,
      cell.text ?? cell.stamp?.original ?? cell.severity?.raw ?? cell.tags?.join(', ') ?? '',
    ]),
  );
}

/** Answers calls whose path holds a word with these bodies, one after another; the last one again and again. */
export function answerWith(test: TestWorld, word: string, ...bodies: unknown[]): void {
  test.hooks.beforeSend = ({ path }) => {
    if (!path.split('?')[0]?.endsWith(word)) return undefined;
    return Response.json(bodies.length > 1 ? bodies.shift() : bodies[0]);
  };
}
