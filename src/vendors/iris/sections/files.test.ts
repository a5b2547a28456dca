import { expect, test } from 'vitest';
import type { Download, TreeNode } from '#domain/section.ts';
import { createTestWorld } from '../test-world.ts';

const { signal } = new AbortController();

function filesOf(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap(node => (node.isFolder ? filesOf(node.children) : [node]));
}

async function treeOf({ adapter }: ReturnType<typeof createTestWorld>): Promise<TreeNode[]> {
  const page = await adapter.section('files', '412', null, signal);
  return filesOf(page.blocks.flatMap(block => (block.kind === 'tree' ? block.nodes : [])));
}

const options = { signal, onProgress: () => undefined };

test('no password of a file and no path of the server goes further than the gateway', async () => {
  const world = createTestWorld();
  const files = await treeOf(world);
  expect(files.map(file => [file.name, file.fields.some(field => field.label === 'Password')])).toEqual([
    ['login-page.md', false],
    ['inbox-rules t.haugen.csv', false],
    ['kit.html.zip', true],
    ['vpn-session.log.zip', true],
  ]);
  const shown = JSON.stringify([files, world.traced]);
  expect(shown).toContain('file_password');
  expect(shown).not.toMatch(/Vidar-0412|infected|\/srv\/iris/);
});

function downloadOf(files: readonly TreeNode[], name: string): Download {
  const download = files.find(file => file.name === name)?.download;
  if (download === undefined) throw new Error(`${name} cannot be fetched`);
  return download;
}

test('a file comes as bytes, under its own name', async () => {
  const world = createTestWorld();
  const files = await treeOf(world);
  const plain = await world.adapter.download('412', downloadOf(files, 'login-page.md'), options);
  expect([plain.name, await plain.blob.text(), plain.blob.type]).toEqual([
    'login-page.md',
    '# login-vidar.app\n\nCertificate two days old.\n',
    'application/octet-stream',
  ]);
  const spaced = await world.adapter.download('412', downloadOf(files, 'inbox-rules t.haugen.csv'), options);
  expect(spaced.name).toBe('inbox-rules t.haugen.csv');
});

test('a file that is not there, and an id that is none', async () => {
  const { adapter } = createTestWorld();
  const download = { id: 'f-9999', name: 'x', size: null, label: 'x', warning: '' };
  await expect(adapter.download('412', download, options)).rejects.toMatchObject({ status: 400 });
  await expect(adapter.download('412', { ...download, id: '../1' }, options)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(adapter.download('99999', download, options)).rejects.toMatchObject({ code: 'not-found' });
});

test('the export is the whole case as JSON', async () => {
  const { adapter } = createTestWorld();
  const page = await adapter.section('exports', '412', null, signal);
  const [download] = page.blocks.flatMap(block => (block.kind === 'downloads' ? block.downloads : []));
  if (download === undefined) throw new Error('no export is offered');
  const progress: unknown[] = [];
  const { blob, name } = await adapter.download('412', download, {
    signal,
    onProgress: (...told) => progress.push(told),
  });
  expect(name).toBe('iris-case-412.json');
  expect(JSON.parse(await blob.text())).toMatchObject({ case: { case_id: 412 }, notes: expect.any(Array) });
  expect(progress).toEqual([[blob.size, blob.size]]);
});
