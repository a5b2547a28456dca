import type { ReactNode } from 'react';
import type { CaseDetail, QueueRow, RichText } from '#domain/case.ts';
import { kindLabels } from '#domain/words.ts';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { LongText } from './blocks/long-text.tsx';
import { CaseSection, SkeletonLines } from './case-section.tsx';
import classes from './case-sections.module.css';
import { MonoValue, toShownField } from './detail-field.tsx';
import { FieldList, type ShownField } from './field-list.tsx';
import { TextEdits } from './write/text-edits.tsx';

/** What there is of a case's own answer: on its way, here, or it did not come. */
export type Answer = CaseDetail | 'reading' | 'failed';

const formatNames: Record<RichText['format'], string> = { text: 'Text', markdown: 'Markdown', html: 'HTML' };

type SummarySectionProps = {
  answer: Answer;
  /** What the vendor says beyond the description. */
  children?: ReactNode;
};

export function SummarySection({ answer, children }: SummarySectionProps) {
  const description = typeof answer === 'string' ? null : answer.description;
  if (description === null)
    return (
      <CaseSection title="Summary">
        <TextEdits />
        {answer === 'reading' ? (
          <div className={classes['description']}>
            <SkeletonLines count={3} />
          </div>
        ) : (
          <p className={classes['none']}>{answer === 'failed' ? 'Not read.' : 'No description.'}</p>
        )}
        {children}
      </CaseSection>
    );
  return (
    <CaseSection
      title="Summary"
      support={formatNames[description.format]}
      end={<CopyButton text={description.text} label="Copy the description" />}
    >
      <TextEdits />
      <div className={classes['description']}>
        <LongText text={description} />
      </div>
      {children}
    </CaseSection>
  );
}

type DetailsSectionProps = { row: QueueRow | null; connectionName: string; answer: Answer };

/** What is not in the header: which record it is, and what only this vendor says. */
export function DetailsSection({ row, connectionName, answer }: DetailsSectionProps) {
  const known = row === null ? [] : recordFields(row, connectionName);
  const own = typeof answer === 'string' ? [] : ownFields(answer);
  return (
    <CaseSection title="Details">
      <div className={classes['fields']}>
        <FieldList layout="rows" fields={[...known, ...own]} />
        {answer === 'reading' ? <SkeletonLines count={4} /> : null}
        {answer === 'failed' ? (
          <p className={classes['none']}>The vendor's own fields were not read.</p>
        ) : null}
      </div>
    </CaseSection>
  );
}

function recordFields(row: QueueRow, connectionName: string): ShownField[] {
  const fields: ShownField[] = [
    { label: 'Connection', value: <InertText text={connectionName} /> },
    { label: 'Kind', value: kindLabels[row.kind] },
    { label: 'Id', value: <MonoValue text={row.id} label="the id" /> },
  ];
  if (row.alertCount !== null) fields.push({ label: 'Alerts', value: row.alertCount.toLocaleString('en') });
  return fields;
}

/** What the vendor has beyond the id, which stands above. */
function ownFields({ row, fields }: CaseDetail): ShownField[] {
  return fields.filter(({ kind, text }) => kind !== 'mono' || text !== row.id).map(toShownField);
}
