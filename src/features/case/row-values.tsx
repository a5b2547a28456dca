import type { Person, QueueRow } from '#domain/case.ts';
import { openStatuses, severityLabels } from '#domain/words.ts';
import { TagChip } from '#ui/chips/tag-chip.tsx';
import { Initials } from '#ui/marks/initials.tsx';
import { SeverityMark } from '#ui/marks/severity-mark.tsx';
import { InertText } from '#ui/text/inert-text.tsx';
import classes from './fields.module.css';

export function isDone(row: QueueRow): boolean {
  return !openStatuses.has(row.status.value);
}

/** Our word, and the vendor's where it says something else. */
export function SeverityValue({ severity }: { severity: QueueRow['severity'] }) {
  const ours = severityLabels[severity.value];
  const isSame = severity.raw === '' || severity.raw.toLowerCase() === ours.toLowerCase();
  return (
    <span className={classes['marked']}>
      <SeverityMark severity={severity.value} isDecoration />
      {ours}
      {isSame ? null : (
        <span className={classes['vendorWord']}>
          <InertText text={severity.raw} shownLength={60} />
        </span>
      )}
    </span>
  );
}

export function AssigneeValue({ assignee }: { assignee: Person | null }) {
  if (assignee === null) return <span className={classes['none']}>Unassigned</span>;
  return (
    <span className={classes['marked']}>
      <span aria-hidden>
        <Initials name={assignee.name} />
      </span>
      <InertText text={assignee.name} shownLength={120} />
    </span>
  );
}

const shownTags = 50;

export function TagsValue({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return <span className={classes['none']}>None</span>;
  const unique = [...new Set(tags)];
  return (
    <span className={classes['tags']}>
      {unique.slice(0, shownTags).map(tag => (
        <TagChip key={tag} text={tag} />
      ))}
      {unique.length > shownTags ? <span>+{unique.length - shownTags}</span> : null}
    </span>
  );
}
