import { expect, test } from 'vitest';
import type { Block, TableRow } from '#domain/section.ts';
import { mergeBlocks } from './merge-blocks.ts';

function row(id: string, text: string): TableRow {
  return { id, cells: { name: { kind: 'text', text } } };
}

function table(key: string, rows: readonly TableRow[]): Block {
  return { kind: 'table', key, title: null, columns: [{ id: 'name', title: 'Name' }], rows };
}

test('a block goes on where the one of the same key ended, and others stand by themselves', () => {
  const merged = mergeBlocks([
    { blocks: [table('a', [row('1', 'one')]), { kind: 'notice', key: 'a', text: 'The first 50.' }] },
    { blocks: [table('a', [row('2', 'two')]), table('b', [row('1', 'other')])] },
  ]);
  expect(merged).toEqual([
    table('a', [row('1', 'one'), row('2', 'two')]),
    { kind: 'notice', key: 'a', text: 'The first 50.' },
    table('b', [row('1', 'other')]),
  ]);
});

test('a record that came with two pages stands once, in its first place and as it was said last', () => {
  const merged = mergeBlocks([
    { blocks: [table('a', [row('1', 'old'), row('2', 'two')])] },
    { blocks: [table('a', [row('3', 'three'), row('1', 'new')])] },
  ]);
  expect(merged).toEqual([table('a', [row('1', 'new'), row('2', 'two'), row('3', 'three')])]);
});
