// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dropDraft, keepDraft, listDrafts, readDraft } from './drafts.ts';

const ref = { connectionId: 'iris-lab', id: '412' };

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

test('words are kept by record and field, with what they began with, until they are dropped', () => {
  expect(keepDraft(ref, 'post', 'RDP seen', 7)).toBe(true);
  expect(keepDraft(ref, 'summary', 'new', 8, 'old')).toBe(true);
  expect(readDraft(ref, 'post')).toEqual({ text: 'RDP seen', keptAt: 7 });
  expect(readDraft(ref, 'summary')).toEqual({ text: 'new', keptAt: 8, base: 'old' });
  expect(readDraft({ ...ref, id: '4' }, 'post')).toBeNull();
  expect(listDrafts().map(({ ref: name, field }) => [name, field])).toEqual([
    ['iris-lab:412', 'summary'],
    ['iris-lab:412', 'post'],
  ]);
  dropDraft(ref, 'summary');
  expect(listDrafts()).toHaveLength(1);
});

test('nothing typed is no draft, and a text that was emptied is one', () => {
  keepDraft(ref, 'post', '', 7);
  expect(readDraft(ref, 'post')).toBeNull();
  keepDraft(ref, 'summary', '', 7, 'old');
  expect(readDraft(ref, 'summary')).toEqual({ text: '', keptAt: 7, base: 'old' });
});

test('what cannot be kept on disk lives as long as the page', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(keepDraft(ref, 'post', 'RDP seen', 7)).toBe(false);
  expect(readDraft(ref, 'post')?.text).toBe('RDP seen');
  dropDraft(ref, 'post');
  expect(readDraft(ref, 'post')).toBeNull();
});

test.each(['{', '7', '{"text":7,"keptAt":1}', '{"text":"x","keptAt":1,"base":2}'])(
  'what is kept as %s is no draft',
  kept => {
    keepDraft(ref, 'post', 'x', 1);
    const [key = ''] = Object.keys(localStorage);
    localStorage.setItem(key, kept);
    expect(readDraft(ref, 'post')).toBeNull();
  },
);
