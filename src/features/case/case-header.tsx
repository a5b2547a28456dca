import { formatRef, type QueueRow } from '#domain/case.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './case-header.module.css';
import { FieldList, type ShownField } from './field-list.tsx';
import { Deadline, Moment } from './moment.tsx';
import { AssigneeValue, isDone, SeverityValue, TagsValue } from './row-values.tsx';
import { TitleText } from './title-text.tsx';
import { AssigneeField } from './write/assignee-field.tsx';
import { type CaseWriting, useCaseWriting } from './write/case-writing.ts';
import { EndActions } from './write/end-actions.tsx';
import { SeverityField } from './write/severity-field.tsx';
import { OutcomeField, ownStatusName, StatusField } from './write/status-field.tsx';
import { TagsField } from './write/tags-field.tsx';
import { TitleField } from './write/title-field.tsx';

type CaseHeaderProps = { row: QueueRow; badge: string; connectionName: string };

export function CaseHeader({ row, badge, connectionName }: CaseHeaderProps) {
  const given = useCaseWriting();
  // The page may have gone on to another record already.
  const writing = given !== null && formatRef(given.row) === formatRef(row) ? given : null;
  return (
    <header className={classes['header']}>
      <div className={classes['head']}>
        <span className={classes['mark']}>
          <SeverityMark severity={row.severity.value} word={row.severity.raw} sizePx={18} />
        </span>
        {writing === null ? (
          <h1 className={classes['title']}>
            <TitleText text={row.title} />
          </h1>
        ) : (
          <TitleField key={formatRef(row)} writing={writing} className={classes['title'] ?? ''} />
        )}
        <span className={classes['which']}>
          <VendorBadge name={badge} title={connectionName} />
          <span className={classes['number']}>
            <InertText text={row.number} shownLength={80} />
          </span>
          {writing === null ? null : <EndActions key={formatRef(row)} writing={writing} />}
        </span>
      </div>
      <section aria-label="Fields">
        <FieldList layout="line" fields={headerFields(row, writing)} />
      </section>
    </header>
  );
}

/** What every vendor can say; what this one did not is left out, save for what somebody will look for. */
function headerFields(row: QueueRow, writing: CaseWriting | null): ShownField[] {
  const fields = writing === null ? shownFields(row) : editedFields(writing);
  const tenant = row.tenant;
  if (tenant !== null)
    fields.splice(-1, 0, { label: 'Tenant', value: <InertText text={tenant} shownLength={120} /> });
  if (row.createdAt !== null) fields.push({ label: 'Opened', value: <Moment at={row.createdAt} /> });
  if (row.updatedAt !== null) fields.push({ label: 'Updated', value: <Moment at={row.updatedAt} /> });
  if (row.closedAt !== null) fields.push({ label: 'Closed', value: <Moment at={row.closedAt} /> });
  if (row.dueAt !== null)
    fields.push({ label: 'Due', value: <Deadline at={row.dueAt} isDone={isDone(row)} /> });
  if (row.expiresAt !== null)
    fields.push({ label: 'Expires', value: <Deadline at={row.expiresAt} isDone={false} /> });
  return fields;
}

function shownFields(row: QueueRow): ShownField[] {
  return [
    {
      label: 'Status',
      value: <StatusLabel status={row.status.value} word={row.status.raw} hasRoom />,
    },
    { label: 'Severity', value: <SeverityValue severity={row.severity} /> },
    { label: 'Assignee', value: <AssigneeValue assignee={row.assignee} /> },
    { label: 'Tags', value: <TagsValue tags={row.tags} /> },
  ];
}

function editedFields(writing: CaseWriting): ShownField[] {
  const key = formatRef(writing.row);
  const ownName = ownStatusName(writing);
  return [
    { label: 'Status', value: <StatusField key={key} writing={writing} /> },
    ...(ownName === null
      ? []
      : [{ label: ownName, value: <OutcomeField key={key} writing={writing} name={ownName} /> }]),
    { label: 'Severity', value: <SeverityField key={key} writing={writing} /> },
    { label: 'Assignee', value: <AssigneeField key={key} writing={writing} /> },
    { label: 'Tags', value: <TagsField key={key} writing={writing} /> },
  ];
}

/** The same room while nothing is known yet: what comes takes its place. `name` is what people read meanwhile. */
export function CaseHeaderSkeleton({ name, badge }: { name: string; badge: string }) {
  return (
    <header className={classes['header']}>
      <h1 className="cf-unseen">
        Reading <InertText text={name} shownLength={80} /> from {badge}
      </h1>
      <div className={classes['skeleton']} aria-hidden>
        <div className={classes['head']}>
          <span className={classes['titleBar']} />
        </div>
        <div className={classes['fieldBars']}>
          {['status', 'severity', 'assignee', 'tenant', 'tags', 'opened'].map(field => (
            <span key={field} className={classes['fieldBar']} />
          ))}
        </div>
      </div>
    </header>
  );
}

/** A record of which nothing is held and nothing came. */
export function CaseHeaderBare({ name, badge }: { name: string; badge: string }) {
  return (
    <header className={classes['header']}>
      <div className={classes['head']}>
        <h1 className={classes['title']}>
          <InertText text={name} shownLength={80} />
        </h1>
        <VendorBadge name={badge} />
      </div>
    </header>
  );
}
