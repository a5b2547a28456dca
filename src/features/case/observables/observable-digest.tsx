import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { ObservableChip } from '#ui/chips/observable-chip.tsx';
import { useCaseObservables } from './use-case-observables.ts';

type ObservableDigestProps = { caseRef: CaseRef; sections: readonly SectionId[] };

export function ObservableDigest({ caseRef, sections }: ObservableDigestProps) {
  const observables = useCaseObservables(caseRef, sections);
  if (observables.length === 0) return null;
  return (
    <ul>
      {observables.map(({ type, value }) => (
        <li key={`${type} ${value}`}>
          <ObservableChip value={value} />
        </li>
      ))}
    </ul>
  );
}
