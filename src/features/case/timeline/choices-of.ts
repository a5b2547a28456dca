import { type SectionId, sectionTitles } from '#domain/section.ts';
import type { EntryKind } from '#domain/timeline.ts';
import { kindRenderers } from './entry-kinds.tsx';
import type { Choice } from './filter-menu.tsx';
import type { PlacedEntry } from './place-on-days.ts';

export type Choices = {
  kinds: readonly Choice<EntryKind>[];
  people: readonly Choice<string>[];
  sources: readonly Choice<SectionId>[];
};

/** What there is to choose from, the most frequent first. */
export function choicesOf(placed: readonly PlacedEntry[]): Choices {
  const kinds = new Map<EntryKind, number>();
  const people = new Map<string, number>();
  const sources = new Map<SectionId, number>();
  for (const { entry } of placed) {
    count(kinds, entry.kind);
    count(sources, entry.section);
    if (entry.actor !== null) count(people, entry.actor);
  }
  return {
    kinds: toChoices(kinds, kind => kindRenderers[kind].name),
    people: toChoices(people, person => person),
    sources: toChoices(sources, section => sectionTitles[section]),
  };
}

function count<Value>(counts: Map<Value, number>, value: Value): void {
  counts.set(value, (counts.get(value) ?? 0) + 1);
}

function toChoices<Value extends string>(
  counts: ReadonlyMap<Value, number>,
  nameOf: (value: Value) => string,
): Choice<Value>[] {
  return [...counts]
    .map(([value, held]) => ({ value, name: nameOf(value), count: held }))
    .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
}
