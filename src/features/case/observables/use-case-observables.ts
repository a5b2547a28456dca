import { useMemo, useState } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { type SectionRead, useSections } from '#store/case/sections.ts';
import { useCaseDetail } from '#store/queries.ts';
import { type CaseObservable, collectObservables } from './case-observables.ts';

/** All that was read of a case and that others can hold too. The same list as long as nothing more was read. */
export function useCaseObservables(ref: CaseRef, sections: readonly SectionId[]): readonly CaseObservable[] {
  const detail = useCaseDetail(ref).data?.value ?? null;
  const reads = useKept(
    useSections(ref, sections).flatMap(({ section, result }) =>
      result?.data === undefined ? [] : [{ section, read: result.data }],
    ),
  );
  return useMemo(
    () =>
      collectObservables(
        detail,
        reads.map(({ section, read }) => ({ section, pages: read.pages.map(({ value }) => value) })),
      ),
    [detail, reads],
  );
}

type Read = { section: SectionId; read: SectionRead };

/** The list of before as long as the same was read. */
function useKept(reads: readonly Read[]): readonly Read[] {
  const [kept, setKept] = useState(reads);
  const isSame =
    kept.length === reads.length &&
    kept.every(
      ({ section, read }, index) => section === reads[index]?.section && read === reads[index]?.read,
    );
  if (isSame) return kept;
  setKept(reads);
  return reads;
}
