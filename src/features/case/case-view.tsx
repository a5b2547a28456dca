import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type CaseRef, formatRef, type QueueRow } from '#domain/case.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { CaseAge } from './case-age.tsx';
import { CaseHeader, CaseHeaderBare, CaseHeaderSkeleton } from './case-header.tsx';
import { CaseKeys } from './case-keys.tsx';
import { type Answer, DetailsSection, RawSection, SummarySection } from './case-sections.tsx';
import { CaseTopBar } from './case-top-bar.tsx';
import classes from './case-view.module.css';
import { ConsoleLink } from './console-link.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { SectionList } from './section-list.tsx';
import type { CasePlace } from './use-case-place.ts';
import { useSections } from './use-sections.ts';

const sections = ['Summary', 'Details', 'Raw'];

export type CaseViewProps = {
  caseRef: CaseRef;
  place: CasePlace;
  connectionName: string;
  badge: string;
  /** What is held: of the vendor's answer, else of the queue; null: nothing yet, or nothing at all. */
  row: QueueRow | null;
  answer: Answer;
  readAt: number | null;
  isReading: boolean;
  /** A sentence; null: all is well. */
  trouble: string | null;
  onRefresh: () => void;
};

export function CaseView(props: CaseViewProps) {
  const { caseRef, place, connectionName, badge, row, answer, trouble } = props;
  const [isRawOpen, setRawOpen] = useState(false);
  const isNarrow = useMediaQuery('(max-width: 719px)') ?? false;
  const content = useRef<HTMLDivElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const { current, show, jump, follow } = useSections(sections, content);
  const name = formatRef(caseRef);

  // Drawn at once, so that there is something to scroll to.
  const openRaw = () => flushSync(() => setRawOpen(true));
  const jumpTo = (title: string) => {
    if (title === 'Raw') openRaw();
    jump(title);
  };
  const toggleRaw = () => {
    if (isRawOpen) return setRawOpen(false);
    openRaw();
    show('Raw');
  };

  // So that the keys that scroll do so at once.
  useEffect(() => reading.current?.focus({ preventScroll: true }), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another case begins at its beginning
  useEffect(() => {
    for (const box of [content.current, reading.current]) if (box !== null) box.scrollTop = 0;
  }, [name]);

  const hasSomething = row !== null || answer !== 'failed';
  const detail = typeof answer === 'string' ? null : answer;
  const age = (
    <CaseAge badge={badge} readAt={props.readAt} isReading={props.isReading} onRefresh={props.onRefresh} />
  );
  const console = <ConsoleLink url={detail?.consoleUrl ?? null} vendorName={badge} />;
  return (
    <div className={classes['page']}>
      <CaseKeys place={place} />
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
          {hasSomething ? <SectionList titles={sections} current={current} onJump={jumpTo} /> : null}
          <div ref={reading} className={classes['reading']} tabIndex={-1}>
            <div className={classes['column']}>
              {trouble === null ? null : (
                <ErrorLine text={trouble} onRetry={props.onRefresh} isRetrying={props.isReading} />
              )}
              {detail?.redirectedFrom === undefined ? null : (
                <p className={classes['merged']}>
                  <InertText text={detail.redirectedFrom} shownLength={80} /> was merged into this case.
                </p>
              )}
              {hasSomething ? (
                <>
                  <SummarySection key={`summary ${name}`} answer={answer} />
                  <DetailsSection row={row} connectionName={connectionName} answer={answer} />
                  <RawSection
                    key={`raw ${name}`}
                    answer={answer}
                    vendorName={badge}
                    isOpen={isRawOpen}
                    onToggle={toggleRaw}
                  />
                </>
              ) : null}
            </div>
          </div>
        </div>
      </div>
    </div>
  );
}

function NoHeader({ caseRef, badge, answer }: { caseRef: CaseRef; badge: string; answer: Answer }) {
  if (answer === 'failed') return <CaseHeaderBare name={caseRef.id} badge={badge} />;
  return <CaseHeaderSkeleton name={caseRef.id} badge={badge} />;
}
