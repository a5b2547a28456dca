import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { CaseSection, SkeletonLines } from '../case-section.tsx';

type TimelineSectionProps = {
  caseRef: CaseRef;
  /** What the vendor is called beside an entry. */
  badge: string;
  /** Whose entries are merged. */
  sections: readonly SectionId[];
};

/** Everything of a case that has an instant, on one axis. */
export function TimelineSection({ caseRef, badge, sections }: TimelineSectionProps) {
  const reads = useSections(caseRef, sections);
  const entries = reads.flatMap(
    ({ result }) => result?.data?.pages.flatMap(({ value }) => value.entries) ?? [],
  );
  const isReading = reads.some(({ result }) => result?.isPending === true);
  return (
    <CaseSection title="Timeline" support={`${entries.length.toLocaleString('en')} entries from ${badge}`}>
      {isReading && entries.length === 0 ? <SkeletonLines count={4} /> : null}
    </CaseSection>
  );
}
