import fc from 'fast-check';
import type { Person, QueueRow } from '#domain/case.ts';
import type { IndexQuery } from '#domain/queue-index.ts';
import { assigneeMe, type FacetFilter, type FacetKey, facetKeys, nobody, sortKeys } from '#domain/view.ts';
import { kinds, severities, statuses } from '#domain/words.ts';
import type { IndexConnection } from './facet-sources.ts';

/** 'c' is a connection that the index was not told of. 'a' and 'a-b' order by ref as their texts do, not as ids. */
export const connectionIds = ['a', 'a-b', 'c'] as const;
export const connections: readonly IndexConnection[] = [
  { id: 'a', vendor: 'stellar', vendorName: 'Stellar', name: 'Zürich' },
  { id: 'a-b', vendor: 'argus', vendorName: 'Argus', name: 'Bergen' },
];

const rowIds = ['1', '2', '10', 'x', 'É', 'y', 'zz', '-'] as const;
const texts = [
  '',
  'Alpha',
  'alpha',
  'Ålesund beta',
  'øre',
  'Straße',
  'beta alpha',
  'a\u0301',
  '日本',
  'zeta 007',
];
const people: readonly Person[] = [
  { id: 'U1', name: 'Anna Berg' },
  { id: 'u2', name: 'anna berg' },
  { id: 'u3', name: 'Jørgen' },
  { id: 'u4', name: 'Anna Berg' },
];
const tags = ['vip', 'phish', 'VIP', 'Ø'] as const;
const numbers = ['#9', '#10', '#010', 'A-2', 'A-10', 'a', '7', ''];

const instant = fc.option(fc.integer({ min: 0, max: 5 }));

export const arbitraryRef = fc.record({
  connectionId: fc.constantFrom(...connectionIds),
  id: fc.constantFrom(...rowIds),
});

export const arbitraryRow: fc.Arbitrary<QueueRow> = fc
  .tuple(
    arbitraryRef,
    fc.record({
      number: fc.constantFrom(...numbers),
      kind: fc.constantFrom(...kinds),
      title: fc.constantFrom(...texts),
      status: fc.record({ value: fc.constantFrom(...statuses), raw: fc.constantFrom('', 'Open', 'NEW') }),
      severity: fc.record({ value: fc.constantFrom(...severities), raw: fc.constantFrom('', '3') }),
      assignee: fc.option(fc.constantFrom(...people)),
      tenant: fc.option(fc.constantFrom('', 'Acme', 'acme', 'Øst')),
      tags: fc.uniqueArray(fc.constantFrom(...tags), { maxLength: 3 }),
      createdAt: instant,
      updatedAt: instant,
      closedAt: instant,
      dueAt: instant,
      expiresAt: instant,
      alertCount: instant,
    }),
  )
  .map(([ref, rest]) => ({ ...ref, ...rest }));

const valuesOfFacet: Record<FacetKey, readonly string[]> = {
  severity: [...severities, 'nonsense'],
  connection: [...connectionIds, 'nonsense'],
  status: statuses,
  assignee: ['Anna Berg', 'Jørgen', assigneeMe, nobody],
  tenant: ['', 'Acme', nobody, 'nonsense'],
  vendor: ['stellar', 'argus', 'nonsense'],
  kind: kinds,
  tag: [...tags, nobody],
};

function arbitraryFilter(key: FacetKey): fc.Arbitrary<FacetFilter> {
  const some = fc.uniqueArray(fc.constantFrom(...valuesOfFacet[key]), { maxLength: 2 });
  return fc.record({ include: some, exclude: some });
}

const facets = fc
  .uniqueArray(fc.constantFrom(...facetKeys), { maxLength: 3 })
  .chain(keys => fc.tuple(...keys.map(key => arbitraryFilter(key).map(filter => [key, filter] as const))))
  .map(entries => Object.fromEntries(entries));

const range = fc.record({ from: instant, to: instant });

export const arbitraryQuery: fc.Arbitrary<IndexQuery> = fc.record({
  q: fc.constantFrom(
    '',
    '',
    '',
    'alpha',
    'ALPHA be',
    'ore',
    'strasse',
    'a',
    'a e',
    '10',
    ' u3 vip ',
    '日',
    'nothing',
  ),
  sort: fc.uniqueArray(fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }), {
    maxLength: 4,
    selector: term => term.key,
  }),
  facets,
  ranges: fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    fc.record({ createdAt: range }),
    fc.record({ updatedAt: range, dueAt: range }),
  ),
  me: fc.constantFrom([], ['u1'], ['anna berg', 'u3']),
});
