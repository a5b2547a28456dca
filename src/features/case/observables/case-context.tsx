import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { ObservableDigest } from './observable-digest.tsx';

type CaseContextProps = { caseRef: CaseRef; sections: readonly SectionId[] };

/** Beside the case: what it shares with others. */
export function CaseContext({ caseRef, sections }: CaseContextProps) {
  return (
    <aside aria-label="Context">
      <ObservableDigest caseRef={caseRef} sections={sections} />
    </aside>
  );
}
