import type { CaseDetail } from '#domain/case.ts';
import { observableKey } from '#domain/observable-key.ts';
import {
  type Block,
  type Observable,
  observableTypes,
  type SectionId,
  type SectionPage,
  sectionTitles,
} from '#domain/section.ts';
import { textsOfDetail, textsOfPage } from './case-texts.ts';
import { observablesIn } from './find-observables.ts';

/** An observable of a case, once, however often it stands in it. */
export type CaseObservable = {
  observable: Observable;
  /** Did the vendor name it as one? Else it was recognised in texts. */
  isNamed: boolean;
  /** Titles of the parts of the page where it stands. */
  places: readonly string[];
};

export type ReadSection = { section: SectionId; pages: readonly SectionPage[] };

/** All that a case holds, by type; within a type in the order of the page, with what the vendor named first. */
export function collectObservables(
  detail: CaseDetail | null,
  sections: readonly ReadSection[],
): readonly CaseObservable[] {
  const named = sections.flatMap(({ section, pages }) =>
    pages.flatMap(page => namedIn(page).map(observable => ({ observable, place: sectionTitles[section] }))),
  );
  const recognised = sections.flatMap(({ section, pages }) =>
    pages.flatMap(page =>
      recognisedIn(page, textsOfPage).map(observable => ({ observable, place: sectionTitles[section] })),
    ),
  );
  const ofDetail = detail === null ? [] : recognisedIn(detail, textsOfDetail);
  const merged = new Map<string, { observable: Observable; isNamed: boolean; places: Set<string> }>();
  function add(observable: Observable, place: string, isNamed: boolean): void {
    const key = observableKey(observable);
    const held = merged.get(key) ?? { observable, isNamed, places: new Set() };
    merged.set(key, held);
    held.places.add(place);
  }
  for (const { observable, place } of named) add(observable, place, true);
  for (const observable of ofDetail) add(observable, sectionTitles.summary, false);
  for (const { observable, place } of recognised) add(observable, place, false);
  const all = [...merged.values()].map(held => ({ ...held, places: [...held.places] }));
  return observableTypes.flatMap(type => all.filter(({ observable }) => observable.type === type));
}

/** What pages and answers hold does not change: each is read once. */
const known = new WeakMap<object, readonly Observable[]>();

function recognisedIn<Source extends object>(source: Source, textsOf: (source: Source) => string[]) {
  const found = known.get(source) ?? textsOf(source).flatMap(observablesIn);
  known.set(source, found);
  return found;
}

/** Those of the page, and those that stand in cells of its tables. */
function namedIn({ observables, blocks }: SectionPage): Observable[] {
  return [...observables, ...blocks.flatMap(namedInBlock)].filter(({ value }) => value.trim() !== '');
}

function namedInBlock(block: Block): Observable[] {
  if (block.kind !== 'table') return [];
  return block.rows.flatMap(({ cells, blocks = [] }) => [
    ...Object.values(cells).flatMap(cell => {
      if (cell.kind === 'observable') return [cell.observable];
      return cell.kind === 'observables' ? cell.observables : [];
    }),
    ...blocks.flatMap(namedInBlock),
  ]);
}
