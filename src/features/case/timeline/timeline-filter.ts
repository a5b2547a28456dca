import type { SectionId } from '#domain/section.ts';
import type { EntryKind } from '#domain/timeline.ts';
import type { PlacedEntry } from './place-on-days.ts';

/** From `fromAt` to before `toAt`, epoch ms. */
export type TimeRange = { fromAt: number; toAt: number };

/** By whom: everything, what people did, what machines did. */
export type Doer = 'all' | 'people' | 'machines';

/** What is shown. An empty set leaves nothing out. */
export type TimelineFilter = {
  doer: Doer;
  kinds: ReadonlySet<EntryKind>;
  people: ReadonlySet<string>;
  sources: ReadonlySet<SectionId>;
  text: string;
};

export const noFilter: TimelineFilter = {
  doer: 'all',
  kinds: new Set(),
  people: new Set(),
  sources: new Set(),
  text: '',
};

/** How many conditions are on. */
export function countConditions({ doer, kinds, people, sources, text }: TimelineFilter): number {
  const isOn = [doer !== 'all', kinds.size > 0, people.size > 0, sources.size > 0, text.trim() !== ''];
  return isOn.filter(Boolean).length;
}

/** All words must be found, in any order. */
export function filterEntries(
  placed: readonly PlacedEntry[],
  filter: TimelineFilter,
): readonly PlacedEntry[] {
  if (countConditions(filter) === 0) return placed;
  const { doer, kinds, people, sources } = filter;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return placed.filter(({ entry, searched }) => {
    const { actor, kind, section } = entry;
    if (doer !== 'all' && (actor === null) !== (doer === 'machines')) return false;
    if (kinds.size > 0 && !kinds.has(kind)) return false;
    if (people.size > 0 && (actor === null || !people.has(actor))) return false;
    if (sources.size > 0 && !sources.has(section)) return false;
    return words.every(word => searched.includes(word));
  });
}
