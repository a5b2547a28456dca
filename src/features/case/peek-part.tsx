import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { PeekObservables } from './observables/peek-observables.tsx';
import type { PagePart } from './page-parts.ts';
import { PeekTimeline } from './peek-timeline.tsx';
import { SectionBody } from './section-body.tsx';

type PeekPartProps = {
  part: PagePart;
  caseRef: CaseRef;
  badge: string;
  offered: readonly SectionId[];
};

/** What stands under an opened heading. */
export function PeekPart({ part, caseRef, badge, offered }: PeekPartProps) {
  switch (part.id) {
    case 'timeline':
      return <PeekTimeline caseRef={caseRef} badge={badge} sections={offered} />;
    case 'observables':
      return <PeekObservables caseRef={caseRef} sections={offered} />;
    case 'details':
    case 'raw':
      return null;
    default:
      return <PeekSection caseRef={caseRef} badge={badge} section={part.id} />;
  }
}

function PeekSection({ caseRef, badge, section }: { caseRef: CaseRef; badge: string; section: SectionId }) {
  const [read] = useSections(caseRef, [section]);
  return (
    <SectionBody caseRef={caseRef} badge={badge} section={section} result={read?.result} caseError={null} />
  );
}
