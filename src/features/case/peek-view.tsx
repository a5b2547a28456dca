import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CaseDetail, CaseRef, QueueRow } from '#domain/case.ts';
import { ErrorLine } from '#ui/feedback/error-line.tsx';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { Kbd } from '#ui/marks/kbd.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { SidePane } from '#ui/panes/side-pane.tsx';
import { useCopy } from '#ui/text/copy-text.ts';
import { InertText } from '#ui/text/inert-text.tsx';
import { SkeletonLines } from './case-section.tsx';
import type { Answer } from './case-sections.tsx';
import { ConsoleLink } from './console-link.tsx';
import { excerptOf } from './excerpt.ts';
import { FieldList, type ShownField } from './field-list.tsx';
import { Deadline, Moment } from './moment.tsx';
import { ObservedRichText } from './observables/observed-rich-text.tsx';
import classes from './peek-view.module.css';
import { AssigneeValue, isDone, TagsValue } from './row-values.tsx';
import { TitleText } from './title-text.tsx';
import { useCaseLink } from './use-case-link.ts';

export type PeekViewProps = {
  caseRef: CaseRef;
  badge: string;
  row: QueueRow | null;
  answer: Answer;
  trouble: string | null;
  /** The case's sections, folded. */
  children?: ReactNode;
  onRetry: () => void;
  onOpen: () => void;
  onClose: () => void;
};

/** A look at a row without leaving the list, which keeps the focus. */
export function PeekView(props: PeekViewProps) {
  const { caseRef, badge, row, answer, trouble, children, onRetry, onOpen, onClose } = props;
  return (
    <SidePane
      label="Peek"
      onClose={onClose}
      head={
        <>
          <VendorBadge name={badge} />
          <span className={classes['number']}>
            <InertText text={row?.number ?? caseRef.id} shownLength={80} />
          </span>
          <Button
            variant="subtle"
            color="gray"
            className={classes['open'] ?? ''}
            onClick={onOpen}
            rightSection={<Kbd keys="↵" />}
          >
            Open
          </Button>
        </>
      }
      foot={
        <>
          <CopyLink caseRef={caseRef} />
          <ConsoleLink url={typeof answer === 'string' ? null : answer.consoleUrl} vendorName={badge} />
        </>
      }
    >
      {row === null ? <SkeletonLines count={6} /> : <PeekRow row={row} />}
      <h3 className={classes['heading']}>What happened</h3>
      {trouble === null ? null : <ErrorLine text={trouble} onRetry={onRetry} />}
      <WhatHappened answer={answer} />
      {row === null || row.tags.length === 0 ? null : (
        <>
          <h3 className={classes['heading']}>Tags</h3>
          <TagsValue tags={row.tags} />
        </>
      )}
      {children}
    </SidePane>
  );
}

function PeekRow({ row }: { row: QueueRow }) {
  return (
    <>
      <div className={classes['title']}>
        <span className={classes['mark']}>
          <SeverityMark severity={row.severity.value} word={row.severity.raw} />
        </span>
        <h2>
          <TitleText text={row.title} />
        </h2>
      </div>
      <FieldList layout="rows" fields={peekFields(row)} />
    </>
  );
}

function peekFields(row: QueueRow): ShownField[] {
  const fields: ShownField[] = [
    { label: 'Status', value: <StatusLabel status={row.status.value} word={row.status.raw} hasRoom /> },
    { label: 'Assignee', value: <AssigneeValue assignee={row.assignee} /> },
  ];
  if (row.tenant !== null)
    fields.push({ label: 'Tenant', value: <InertText text={row.tenant} shownLength={120} /> });
  if (row.createdAt !== null) fields.push({ label: 'Opened', value: <Moment at={row.createdAt} /> });
  if (row.updatedAt !== null) fields.push({ label: 'Updated', value: <Moment at={row.updatedAt} /> });
  if (row.dueAt !== null)
    fields.push({ label: 'Due', value: <Deadline at={row.dueAt} isDone={isDone(row)} /> });
  return fields;
}

function WhatHappened({ answer }: { answer: Answer }) {
  if (answer === 'failed') return null;
  return (
    <div className={classes['happened']}>
      {answer === 'reading' ? <SkeletonLines count={3} /> : <Description detail={answer} />}
    </div>
  );
}

function Description({ detail }: { detail: CaseDetail }) {
  if (detail.description === null) return <p className={classes['none']}>No description.</p>;
  const { text, isCut } = excerptOf(detail.description);
  return (
    <>
      <ObservedRichText text={text} />
      {isCut ? <p className={classes['none']}>The rest is on the case page.</p> : null}
    </>
  );
}

const copyWords = { idle: 'Copy link', copied: 'Copied', refused: 'Copying was not allowed' };

function CopyLink({ caseRef }: { caseRef: CaseRef }) {
  const { state, copy } = useCopy();
  const link = useCaseLink(caseRef);
  return (
    <Button onClick={() => copy(link)}>
      <span aria-live="polite">{copyWords[state]}</span>
    </Button>
  );
}
