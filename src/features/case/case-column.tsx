import { formatRef } from '#domain/case.ts';
import type { SectionId } from '#domain/section.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { DetailsSection, SummarySection } from './case-sections.tsx';
import classes from './case-view.module.css';
import type { CaseViewProps } from './case-view.tsx';
import { ObservablesSection } from './observables/observables-section.tsx';
import type { PagePart } from './page-parts.ts';
import { type OpenCalls, RawSection } from './raw-section.tsx';
import { SectionBody } from './section-body.tsx';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { VendorSection } from './vendor-section.tsx';

type CaseColumnProps = CaseViewProps & {
  /** None where nothing is known of the case. */
  parts: readonly PagePart[];
  /** The sections that are read. */
  asked: readonly SectionId[];
  openCalls: OpenCalls;
};

/** What one reads of a case, from top to bottom. */
export function CaseColumn(props: CaseColumnProps) {
  const { answer, trouble, parts } = props;
  const redirectedFrom = typeof answer === 'string' ? undefined : answer.redirectedFrom;
  return (
    <>
      {trouble === null ? null : (
        <ErrorLine text={trouble} onRetry={props.onRefresh} isRetrying={props.isReading} />
      )}
      {redirectedFrom === undefined ? null : (
        <p className={classes['merged']}>
          <InertText text={redirectedFrom} shownLength={80} /> was merged into this case.
        </p>
      )}
      {parts.map(part => (
        // What was opened and sorted in one case says nothing of the next.
        <Part key={`${part.id} ${formatRef(props.caseRef)}`} part={part} {...props} />
      ))}
    </>
  );
}

function Part({ part, ...props }: CaseColumnProps & { part: PagePart }) {
  const { caseRef, badge, answer, asked, error } = props;
  const resultOf = (id: SectionId) => props.sections.find(({ section }) => section === id)?.result;
  const shared = { caseRef, badge, caseError: error };
  switch (part.id) {
    case 'summary':
      return (
        <SummarySection answer={answer}>
          {props.offered.includes('summary') ? (
            <SectionBody
              {...shared}
              section="summary"
              result={resultOf('summary')}
              omitted={typeof answer === 'string' ? undefined : answer.description?.text}
            />
          ) : null}
        </SummarySection>
      );
    case 'timeline':
      return <TimelineSection caseRef={caseRef} badge={badge} sections={asked} />;
    case 'observables':
      return (
        <ObservablesSection caseRef={caseRef} sections={asked}>
          {props.offered.includes('observables') ? (
            <SectionBody {...shared} section="observables" result={resultOf('observables')} />
          ) : null}
        </ObservablesSection>
      );
    case 'details':
      return <DetailsSection row={props.row} connectionName={props.connectionName} answer={answer} />;
    case 'raw':
      return (
        <RawSection groups={props.calls} badge={badge} isReading={props.isReading} open={props.openCalls} />
      );
    default:
      return <VendorSection {...shared} section={part.id} result={resultOf(part.id)} />;
  }
}
