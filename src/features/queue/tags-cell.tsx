import type { QueueRow } from '#domain/case.ts';
import { TagChip, TagList } from '#ui/chips/tag-chip.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import classes from './queue-table.module.css';

const soonMs = 3 * 86_400_000;

/** A deadline speaks first, in the wait colour; then one tag and how many more there are. */
export function TagsCell({ row }: { row: QueueRow }) {
  const deadline = useTicking(now => describeDeadline(row, now));
  if (deadline === '') return <TagList tags={row.tags} />;
  return (
    <span className={classes['tags']} title={[deadline, ...row.tags].join(', ')}>
      <TagChip text={deadline} isWait />
      {row.tags.length > 0 ? <span className={classes['more']}>+{row.tags.length}</span> : null}
    </span>
  );
}

function describeDeadline(row: QueueRow, now: number): string {
  if (row.dueAt !== null && row.closedAt === null) {
    if (row.dueAt < now) return 'past due';
    if (row.dueAt - now < soonMs) return `due ${span(row.dueAt - now)}`;
  }
  if (row.expiresAt !== null && row.expiresAt > now && row.expiresAt - now < soonMs)
    return `ages out ${span(row.expiresAt - now)}`;
  return '';
}

function span(ms: number): string {
  if (ms < 3_600_000) return `${Math.ceil(ms / 60_000)}m`;
  if (ms < 86_400_000) return `${Math.ceil(ms / 3_600_000)}h`;
  return `${Math.ceil(ms / 86_400_000)}d`;
}
