import { useMemo, useState } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useHeldDetail } from '#store/case/held-detail.ts';
import { type SectionRead, useHeldSections } from '#store/case/sections.ts';
import { type CaseObservable, collectObservables } from './case-observables.ts';

/** All that was read of a case and that others can hold too; nothing is asked for. The same list as long as nothing more was read. */
export function useCaseObservables(ref: CaseRef, sections: readonly SectionId[]): readonly CaseObservable[] {
  const detail = useHeldDetail(ref);
  const reads = useKept(
    useHeldSections(ref, sections).flatMap(({ section, read }) =>
      read === undefined ? [] : [{ section, read }],
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
