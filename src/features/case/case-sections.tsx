import { Button } from '@mantine/core';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { CaseDetail, DetailField, QueueRow, RichText } from '#domain/case.ts';
import { kindLabels } from '#domain/words.ts';
import { JsonView } from '#ui/json/json-view.tsx';
import { RichTextView } from '#ui/rich-text/rich-text-view.tsx';
import { CopyButton } from '#ui/text/copy-button.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import { AbsoluteTime } from '#ui/time/absolute-time.tsx';
import { CaseSection, SkeletonLines } from './case-section.tsx';
import classes from './case-sections.module.css';
import { FieldList, type ShownField } from './field-list.tsx';

/** What there is of a case's own answer: on its way, here, or it did not come. */
export type Answer = CaseDetail | 'reading' | 'failed';

const formatNames: Record<RichText['format'], string> = { text: 'Text', markdown: 'Markdown', html: 'HTML' };

export function SummarySection({ answer }: { answer: Answer }) {
  if (typeof answer === 'string')
    return (
      <CaseSection title="Summary">
        <div className={classes['description']}>
          {answer === 'reading' ? <SkeletonLines count={3} /> : <p className={classes['none']}>Not read.</p>}
        </div>
      </CaseSection>
    );
  const { description } = answer;
  if (description === null)
    return (
      <CaseSection title="Summary">
        <p className={classes['none']}>No description.</p>
      </CaseSection>
    );
  return (
    <CaseSection title="Summary" support={formatNames[description.format]}>
      <div className={classes['description']}>
        <RichTextView format={description.format} text={description.text} />
      </div>
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
    { label: 'Id', value: <Mono text={row.id} label="Copy the id" /> },
  ];
  if (row.alertCount !== null) fields.push({ label: 'Alerts', value: row.alertCount.toLocaleString('en') });
  return fields;
}

/** What the vendor has beyond the id, which stands above. */
function ownFields({ row, fields }: CaseDetail): ShownField[] {
  return fields.filter(({ kind, text }) => kind !== 'mono' || text !== row.id).map(toShownField);
}

function toShownField({ label, text, kind, at }: DetailField): ShownField {
  if (kind === 'instant' && at !== undefined) return { label, value: <AbsoluteTime at={at} /> };
  if (kind === 'mono') return { label, value: <Mono text={text} label={`Copy ${label}`} /> };
  return { label, value: <InertText text={text} /> };
}

function Mono({ text, label }: { text: string; label: string }) {
  return (
    <span className={classes['mono']}>
      <code>
        <InertText text={text} shownLength={2_000} />
      </code>
      <CopyButton text={text} label={label} />
    </span>
  );
}

type RawSectionProps = {
  answer: Answer;
  vendorName: string;
  /** Kept by the page, so that it stays as it is from one case to the next. */
  isOpen: boolean;
  onToggle: () => void;
};

export function RawSection({ answer, vendorName, isOpen, onToggle }: RawSectionProps) {
  const Chevron = isOpen ? ChevronDown : ChevronRight;
  return (
    <CaseSection title="Raw" support={`JSON, as ${vendorName} sent it`}>
      <div>
        <Button
          variant="default"
          aria-expanded={isOpen}
          leftSection={<Chevron size={14} aria-hidden />}
          onClick={onToggle}
        >
          {isOpen ? 'Hide' : 'Show'} the answer of {vendorName}
        </Button>
      </div>
      {isOpen ? <RawBody answer={answer} vendorName={vendorName} /> : null}
    </CaseSection>
  );
}

function RawBody({ answer, vendorName }: { answer: Answer; vendorName: string }) {
  if (answer === 'reading') return <SkeletonLines count={4} />;
  if (answer === 'failed') return <p className={classes['none']}>Not read.</p>;
  return <JsonView value={answer.raw} name={`Answer of ${vendorName}`} />;
}
