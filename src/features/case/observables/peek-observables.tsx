import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { ObservableDigest } from './observable-digest.tsx';
import classes from './observables.module.css';
import { useObserved } from './observed.ts';

const own: readonly SectionId[] = ['observables'];
const none: readonly SectionId[] = [];

type PeekObservablesProps = { caseRef: CaseRef; sections: readonly SectionId[] };

/** Those of what was read so far; what the vendor lists is read for it. */
export function PeekObservables({ caseRef, sections }: PeekObservablesProps) {
  const { all, sightings } = useObserved();
  const [ofVendor] = useSections(caseRef, sections.includes('observables') ? own : none);
  if (all.length > 0) return <ObservableDigest all={all} sightings={sightings} />;
  return (
    <p className={classes['none']}>
      {ofVendor?.result?.isLoading === true ? 'Reading the case.' : 'None in what was read.'}
    </p>
  );
}
