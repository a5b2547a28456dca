import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef } from 'react';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import type { useSections } from '#store/case/sections.ts';
import { FindBar } from '#ui/find/find-bar.tsx';
import { UnfoldContext } from '#ui/find/unfold.ts';
import { useFind } from '#ui/find/use-find.ts';
import { useKeepFocus } from '#ui/focus/use-keep-focus.ts';
import { usePrinting } from '#ui/print/use-printing.ts';
import { CaseAge } from './case-age.tsx';
import { CaseColumn } from './case-column.tsx';
import { CaseHeader, CaseHeaderBare, CaseHeaderSkeleton } from './case-header.tsx';
import { CaseKeys } from './case-keys.tsx';
import type { Answer } from './case-sections.tsx';
import { CaseTopBar } from './case-top-bar.tsx';
import classes from './case-view.module.css';
import { ConsoleLink } from './console-link.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { CaseContext } from './observables/case-context.tsx';
import { useObserved } from './observables/observed.ts';
import { describeNotOffered, type PartId, partsOf } from './page-parts.ts';
import type { CallGroup } from './raw-section.tsx';
import { countText, useEntryCount } from './section-count.ts';
import { SectionList } from './section-list.tsx';
import type { CasePlace } from './use-case-place.ts';
import { useOpenCalls } from './use-open-calls.ts';
import { useReadingPlace } from './use-reading-place.ts';
import { Composer } from './write/composer.tsx';

export type CaseViewProps = {
  caseRef: CaseRef;
  place: CasePlace;
  connectionName: string;
  badge: string;
  /** What is held: of the vendor's answer, else of the queue; null: nothing yet, or nothing at all. */
  row: QueueRow | null;
  answer: Answer;
  /** Why the vendor did not answer for the case itself; null: it did, or is asked. */
  error: Error | null;
  /** The sections that the vendor offers, in the order of the page. */
  offered: readonly SectionId[];
  /** What was read of them; of those that are not asked for yet there is nothing. */
  sections: ReturnType<typeof useSections>;
  /** Every call that what is shown was read with. */
  calls: readonly CallGroup[];
  readAt: number | null;
  isReading: boolean;
  /** A sentence; null: all is well. */
  trouble: string | null;
  onRefresh: () => void;
};

export function CaseView(props: CaseViewProps) {
  const { caseRef, place, connectionName, badge, row, answer, offered, sections } = props;
  const isNarrow = useMediaQuery('(max-width: 719px)') ?? false;
  // The whole page scrolls there, and the composer stands under it.
  const isOneColumn = useMediaQuery('(max-width: 1023px)') ?? false;
  const isWide = useMediaQuery('(min-width: 1200px)') ?? false;
  const content = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const parts = partsOf(offered);
  const { current, jump, follow, letGo } = useReadingPlace({
    titles: parts.map(({ title }) => title),
    name: formatRef(caseRef),
    outer: content,
    inner: reading,
    column,
  });

  const find = useFind(content, letGo);
  const openCalls = useOpenCalls();
  const isPrinting = usePrinting();
  const unfolding = useMemo(() => ({ needle: find.needle, isAll: isPrinting }), [find.needle, isPrinting]);
  useKeepFocus(content);

  // So that the keys that scroll do so at once.
  useEffect(() => reading.current?.focus({ preventScroll: true }), []);

  const hasSomething = row !== null || answer !== 'failed';
  const detail = typeof answer === 'string' ? null : answer;
  const asked = sections.map(({ section }) => section);
  const counts = new Map<PartId, string>(
    sections.map(({ section, result }) => [section, countText(result?.data)]),
  );
  counts.set('timeline', useEntryCount(sections));
  const { all } = useObserved();
  if (all.length > 0) counts.set('observables', all.length.toLocaleString('en'));
  const listed = parts.map(({ id, title }) => ({ title, count: counts.get(id) ?? '' }));
  const age = (
    <CaseAge badge={badge} readAt={props.readAt} isReading={props.isReading} onRefresh={props.onRefresh} />
  );
  const console = <ConsoleLink url={detail?.consoleUrl ?? null} vendorName={badge} />;
  const composer = <Composer key={formatRef(caseRef)} />;
  return (
    <div className={classes['page']}>
      <CaseKeys place={place} find={find} />
      <CaseTopBar
        place={place}
        end={
          <>
            {isNarrow ? null : age}
            {isNarrow ? null : console}
            <CopyMenu caseRef={caseRef} />
          </>
        }
      />
      <UnfoldContext value={unfolding}>
        <div className={classes['frame']}>
          {find.isOpen ? <FindBar find={find} label="Find in this case" /> : null}
          <div ref={content} className={classes['content']} onScrollCapture={follow}>
            {row === null ? (
              <NoHeader caseRef={caseRef} badge={badge} answer={answer} />
            ) : (
              <CaseHeader row={row} badge={badge} connectionName={connectionName} />
            )}
            {isNarrow ? (
              <div className={classes['source']}>
                {age}
                {console}
              </div>
            ) : null}
            <div className={classes['columns']}>
              {hasSomething ? (
                <SectionList
                  sections={listed}
                  current={current}
                  onJump={jump}
                  notOffered={describeNotOffered(offered, badge)}
                />
              ) : null}
              <div className={classes['main']}>
                <div ref={reading} className={classes['reading']} tabIndex={-1}>
                  <div ref={column} className={classes['column']}>
                    <CaseColumn
                      {...props}
                      parts={hasSomething ? parts : []}
                      asked={asked}
                      openCalls={openCalls}
                    />
                  </div>
                </div>
                {isOneColumn ? null : composer}
              </div>
              {hasSomething && isWide ? (
                <div className={classes['context']}>
                  <CaseContext caseRef={caseRef} />
                </div>
              ) : null}
            </div>
          </div>
          {isOneColumn ? composer : null}
        </div>
      </UnfoldContext>
    </div>
  );
}

function NoHeader({ caseRef, badge, answer }: { caseRef: CaseRef; badge: string; answer: Answer }) {
  if (answer === 'failed') return <CaseHeaderBare name={caseRef.id} badge={badge} />;
  return <CaseHeaderSkeleton name={caseRef.id} badge={badge} />;
}
