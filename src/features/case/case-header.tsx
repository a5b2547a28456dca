import type { QueueRow } from '#domain/case.ts';
import { VendorBadge } from '#ui/marks/badges.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { StatusLabel } from '#ui/marks/status-label.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './case-header.module.css';
import { FieldList, type ShownField } from './field-list.tsx';
import { Deadline, Moment } from './moment.tsx';
import { AssigneeValue, isDone, SeverityValue, TagsValue } from './row-values.tsx';
import { TitleText } from './title-text.tsx';

type CaseHeaderProps = { row: QueueRow; badge: string; connectionName: string };

export function CaseHeader({ row, badge, connectionName }: CaseHeaderProps) {
  return (
    <header className={classes['header']}>
      <div className={classes['head']}>
        <span className={classes['mark']}>
          <SeverityMark severity={row.severity.value} word={row.severity.raw} sizePx={18} />
        </span>
        <h1 className={classes['title']}>
          <TitleText text={row.title} />
        </h1>
        <span className={classes['which']}>
          <VendorBadge name={badge} title={connectionName} />
          <span className={classes['number']}>
            <InertText text={row.number} shownLength={80} />
          </span>
        </span>
      </div>
      <section aria-label="Fields">
        <FieldList layout="line" fields={headerFields(row)} />
      </section>
    </header>
  );
}

/** What every vendor can say; what this one did not is left out, save for what somebody will look for. */
function headerFields(row: QueueRow): ShownField[] {
  const fields: ShownField[] = [
    {
      label: 'Status',
      value: <StatusLabel status={row.status.value} word={row.status.raw} hasRoom />,
    },
    { label: 'Severity', value: <SeverityValue severity={row.severity} /> },
    { label: 'Assignee', value: <AssigneeValue assignee={row.assignee} /> },
  ];
  if (row.tenant !== null)
    fields.push({ label: 'Tenant', value: <InertText text={row.tenant} shownLength={120} /> });
  fields.push({ label: 'Tags', value: <TagsValue tags={row.tags} /> });
  if (row.createdAt !== null) fields.push({ label: 'Opened', value: <Moment at={row.createdAt} /> });
  if (row.updatedAt !== null) fields.push({ label: 'Updated', value: <Moment at={row.updatedAt} /> });
  if (row.closedAt !== null) fields.push({ label: 'Closed', value: <Moment at={row.closedAt} /> });
  if (row.dueAt !== null)
    fields.push({ label: 'Due', value: <Deadline at={row.dueAt} isDone={isDone(row)} /> });
  if (row.expiresAt !== null)
    fields.push({ label: 'Expires', value: <Deadline at={row.expiresAt} isDone={false} /> });
  return fields;
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
