import { describe, expect, it } from 'vitest';
import { fitColumns } from './fit-columns.ts';
import { defaultPriority } from './queue-columns.tsx';

describe('columns that fit', () => {
  it('are all of the default ones where there is room', () => {
    expect(new Set(fitColumns(null, 1400))).toEqual(new Set(defaultPriority));
  });

  it('go last priority first, and the title never goes', () => {
    expect(fitColumns(null, 840)).not.toContain('tags');
    expect(fitColumns(null, 300)).toEqual(['severity', 'title']);
    expect(fitColumns(null, 0)).toEqual(['title']);
  });

  it('are the chosen ones, without those that do not exist', () => {
    const layout = { order: ['title', 'nonsense', 'kind'], widths: {}, pinned: [] };
    expect(fitColumns(layout, 100)).toEqual(['title', 'kind']);
  });
});
