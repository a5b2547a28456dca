import type { ReactNode } from 'react';
import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { useSections } from '#store/case/sections.ts';
import { useConnectionNames } from '#store/queries.ts';
import { CaseSection } from '../case-section.tsx';
import { SectionAge } from '../section-age.tsx';
import { CopyAllMenu } from './copy-all-menu.tsx';
import { ObservableTable } from './observable-table.tsx';
import classes from './observables.module.css';
import { useObserved } from './observed.ts';

type ObservablesSectionProps = {
  caseRef: CaseRef;
  sections: readonly SectionId[];
  /** What the vendor itself lists: its own table of them. */
  children?: ReactNode;
};

/** Everything in the case that others can share, whoever named it; then what the vendor says of its own. */
export function ObservablesSection({ caseRef, sections, children = null }: ObservablesSectionProps) {
  const { all, sightings } = useObserved();
  const badge = useConnectionNames().get(caseRef.connectionId)?.badge ?? caseRef.connectionId;
  const reads = useSections(caseRef, sections);
  const ofVendor = reads.find(({ section }) => section === 'observables');
  const isReading = reads.some(({ result }) => result?.isLoading === true);
  return (
    <CaseSection
      title="Observables"
      support={all.length === 0 ? undefined : all.length.toLocaleString('en')}
      end={
        <>
          {all.length === 0 ? null : <CopyAllMenu all={all} sightings={sightings} />}
          {ofVendor === undefined ? null : <SectionAge title="Observables" result={ofVendor.result} />}
        </>
      }
    >
      {all.length === 0 ? (
        <p className={classes['none']}>{isReading ? 'Reading the case.' : 'None in what was read.'}</p>
      ) : (
        <ObservableTable all={all} sightings={sightings} />
      )}
      {children === null ? null : (
        <div className={classes['own']}>
          <h3>As {badge} lists them</h3>
          {children}
        </div>
      )}
    </CaseSection>
  );
}
