import type { CaseRef } from '#domain/case.ts';
import { type SectionId, sectionTitles } from '#domain/section.ts';
import { CaseSection } from './case-section.tsx';
import { SectionAge } from './section-age.tsx';
import { SectionBody, type SectionResult } from './section-body.tsx';
import { countText } from './section-count.ts';

export type VendorSectionProps = {
  caseRef: CaseRef;
  section: SectionId;
  result: SectionResult;
  badge: string;
  /** Why the case itself was not read; null: it was. */
  caseError: Error | null;
};

/** A section as its vendor fills it. */
export function VendorSection(props: VendorSectionProps) {
  const { section, result } = props;
  return (
    <CaseSection
      title={sectionTitles[section]}
      support={countText(result?.data)}
      end={<SectionAge title={sectionTitles[section]} result={result} />}
    >
      <SectionBody {...props} />
    </CaseSection>
  );
}
