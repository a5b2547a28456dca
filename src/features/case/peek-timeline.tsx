import type { CaseRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { SkeletonLines } from './case-section.tsx';
import { ObservedText } from './observables/observed-text.tsx';
import classes from './peek-sections.module.css';
import { StampValue } from './stamp-value.tsx';
import { useTimelineEntries } from './timeline/use-timeline-entries.ts';

const shownEntries = 10;

type PeekTimelineProps = { caseRef: CaseRef; badge: string; sections: readonly SectionId[] };

/** The latest of what happened. */
export function PeekTimeline({ caseRef, badge, sections }: PeekTimelineProps) {
  const { merged, sources } = useTimelineEntries(caseRef, sections);
  const latest = merged.entries.slice(-shownEntries).reverse();
  const isReading = sources.some(({ result }) => result?.isPending === true);
  if (latest.length === 0 && isReading) return <SkeletonLines count={4} />;
  if (latest.length === 0) return <p className={classes['none']}>{badge} lists nothing with a time.</p>;
  return (
    <>
      <ol className={classes['entries']}>
        {latest.map(({ entry: { id, stamp, actor, action, subject } }) => (
          <li key={id}>
            <span className={classes['time']}>
              <StampValue stamp={stamp} />
            </span>{' '}
            {actor === null ? null : <InertText text={actor} shownLength={120} />}{' '}
            <InertText text={action} shownLength={120} /> <ObservedText text={subject} shownLength={200} />
          </li>
        ))}
      </ol>
      {merged.entries.length > shownEntries ? (
        <p className={classes['none']}>
          All {merged.entries.length.toLocaleString('en')} are on the case page.
        </p>
      ) : null}
    </>
  );
}
