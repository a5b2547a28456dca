import type { ReactNode } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { CaseSection } from '../case-section.tsx';
import { ObservableDigest } from './observable-digest.tsx';

type ObservablesSectionProps = {
  caseRef: CaseRef;
  sections: readonly SectionId[];
  /** What the vendor itself lists: its own table of them. */
  children?: ReactNode;
};

/** Everything in the case that others can share, whoever named it. */
export function ObservablesSection({ caseRef, sections, children }: ObservablesSectionProps) {
  return (
    <CaseSection title="Observables">
      <ObservableDigest caseRef={caseRef} sections={sections} />
      {children}
    </CaseSection>
  );
}
