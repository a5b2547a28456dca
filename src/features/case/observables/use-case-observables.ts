import type { CaseRef } from '#domain/case.ts';
import type { Observable, SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';

/** What the sections of a case hold that cases can share. */
export function useCaseObservables(ref: CaseRef, sections: readonly SectionId[]): readonly Observable[] {
  const found = useSections(ref, sections).flatMap(({ result }) =>
    (result?.data?.pages ?? []).flatMap(({ value }) => value.observables),
  );
  return [
    ...new Map(found.map(observable => [`${observable.type} ${observable.value}`, observable])).values(),
  ];
}
