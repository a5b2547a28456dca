import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateKeys, facetKeys, sortKeys, type View } from './view.ts';
import { defaultSort, emptyView, formatView, parseView } from './view-url.ts';
import { severities, statuses } from './words.ts';

const read = (search: string) => parseView(new URLSearchParams(search));

describe('a view in the URL', () => {
  it('is empty when the URL says nothing', () => {
    expect(read('')).toEqual(emptyView);
    expect(formatView(emptyView).toString()).toBe('');
  });

  it('reads includes, excludes, sort, dates and columns', () => {
    const view = read(
      'q=rdp&sort=-updatedAt,title&status=new,!closed&tenant=!A%252C%20B&created=-1d..&columns=title,status:140,number*',
    );
    expect(view).toEqual({
      q: 'rdp',
      sort: [
        { key: 'updatedAt', isDescending: true },
        { key: 'title', isDescending: false },
      ],
      facets: {
        status: { include: ['new'], exclude: ['closed'] },
        tenant: { include: [], exclude: ['A, B'] },
      },
      dates: { created: { from: '-1d', to: null } },
      columns: { order: ['title', 'status', 'number'], widths: { status: 140 }, pinned: ['number'] },
      leftovers: [],
    });
  });

  it('falls back on nonsense, keeps it as leftovers and writes it back', () => {
    const view = read('status=new,banana&sort=up&created=yesterday&frob=1&tenant=%25E0%25A4%25A');
    expect(view.facets).toEqual({ status: { include: ['new'], exclude: [] } });
    expect(view.sort).toEqual(defaultSort);
    expect(view.dates).toEqual({});
    expect(view.leftovers).toEqual([
      ['status', 'banana'],
      ['sort', 'up'],
      ['created', 'yesterday'],
      ['frob', '1'],
      ['tenant', '%E0%A4%A'],
    ]);
    expect(formatView(view).get('status')).toBe('new,banana');
    expect(formatView(view).get('frob')).toBe('1');
  });

  it('never throws, and says the same when read back, for any search string', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...facetKeys, ...dateKeys, 'q', 'sort', 'columns', 'x'), fc.string()),
          {
            maxLength: 12,
          },
        ),
        pairs => {
          const once = parseView(new URLSearchParams(pairs));
          expect(sorted(parseView(formatView(once)))).toEqual(sorted(once));
        },
      ),
    );
  });

  it('round-trips every view', () => {
    const words = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    const filter = (values: fc.Arbitrary<string>) =>
      fc
        .uniqueArray(values, { minLength: 1, maxLength: 4 })
        .chain(all =>
          fc.nat({ max: all.length }).map(cut => ({ include: all.slice(0, cut), exclude: all.slice(cut) })),
        );
    const views: fc.Arbitrary<View> = fc.record({
      q: fc.string({ maxLength: 30 }),
      sort: fc.uniqueArray(fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
        selector: term => term.key,
      }),
      facets: fc.record(
        {
          status: filter(fc.constantFrom(...statuses)),
          severity: filter(fc.constantFrom(...severities)),
          tenant: filter(words),
          tag: filter(words),
        },
        { requiredKeys: [] },
      ),
      dates: fc.record(
        { updated: fc.constantFrom({ from: '-7d', to: null }, { from: '2026-11-01', to: '2026-11-20' }) },
        { requiredKeys: [] },
      ),
      columns: fc.constant(null),
      leftovers: fc.constant([]),
    });
    fc.assert(
      fc.property(views, view => {
        expect(parseView(new URLSearchParams(formatView(view).toString()))).toEqual(view);
      }),
    );
  });
});

function sorted(view: View): View {
  return { ...view, leftovers: [...view.leftovers].sort((a, b) => a.join().localeCompare(b.join())) };
}
