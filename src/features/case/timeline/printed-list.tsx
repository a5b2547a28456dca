import { DayHead } from './day-head.tsx';
import { EntryRow } from './entry-row.tsx';
import classes from './timeline-list.module.css';
import type { TimelineRow } from './timeline-rows.ts';
import type { TimeZone } from './zone-time.ts';

/** About forty pages. */
const mostRows = 1_500;

type PrintedListProps = { rows: readonly TimelineRow[]; timeZone: TimeZone; badge: string };

/** The entries on paper: all of them, as far as anybody reads them there. */
export function PrintedList({ rows, timeZone, badge }: PrintedListProps) {
  const leftOut = rows.slice(mostRows).filter(({ kind }) => kind === 'entry').length;
  return (
    <>
      <ol aria-label="Entries" className={classes['list']}>
        {rows.slice(0, mostRows).map(row => (
          <li key={row.key}>
            {row.kind === 'day' ? (
              <DayHead day={row.day} count={row.count} timeZone={timeZone} />
            ) : (
              <EntryRow
                placed={row.placed}
                timeZone={timeZone}
                badge={badge}
                isTabStop={false}
                isBodyOpen
                onToggleBody={() => {}}
                onOpen={() => {}}
              />
            )}
          </li>
        ))}
      </ol>
      {leftOut === 0 ? null : (
        <p>{leftOut.toLocaleString('en')} more are not printed. Copy the timeline to have them all.</p>
      )}
    </>
  );
}
