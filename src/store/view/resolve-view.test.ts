import { describe, expect, it } from 'vitest';
import { parseView } from '#domain/view-url.ts';
import { resolveView } from './resolve-view.ts';

const now = Date.parse('2026-11-22T08:00:00Z');
const resolve = (search: string) =>
  resolveView(parseView(new URLSearchParams(search)), { now, zone: 'utc', me: ['mari dahl'] });

describe('a view as a question', () => {
  it('counts ages from now', () => {
    expect(resolve('created=-1d..&due=..%2B12h').ranges).toEqual({
      createdAt: { from: now - 86_400_000, to: null },
      dueAt: { from: null, to: now + 12 * 3_600_000 },
    });
  });

  it('takes a day whole, in the zone of the analyst', () => {
    expect(resolve('updated=2026-11-20..2026-11-20').ranges.updatedAt).toEqual({
      from: Date.parse('2026-11-20T00:00:00.000Z'),
      to: Date.parse('2026-11-20T23:59:59.999Z'),
    });
  });

  it('carries who is asking', () => {
    expect(resolve('assignee=@me').me).toEqual(['mari dahl']);
  });
});
