import { sectionTitles } from '#domain/section.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import classes from './entry-row.module.css';
import type { PlacedEntry } from './place-on-days.ts';
import { clockText, describeStamp, doubtText } from './stamp-text.ts';
import type { TimeZone } from './zone-time.ts';

type EntryTimeProps = {
  placed: PlacedEntry;
  isMarked: boolean;
  timeZone: TimeZone;
  isTabStop: boolean;
  onOpen: () => void;
};

/** When it was, as far as the vendor says; the way to the record. What the vendor wrote is its description. */
export function EntryTime({
  placed: { entry, isAllDay },
  isMarked,
  timeZone,
  isTabStop,
  onOpen,
}: EntryTimeProps) {
  const { stamp, section } = entry;
  const clock = clockText(stamp, timeZone);
  const doubt = doubtText(stamp);
  const dateTime = new Date(stamp.at).toISOString();
  return (
    <div className={classes['when']}>
      <button
        type="button"
        className={classes['time']}
        tabIndex={isTabStop ? 0 : -1}
        data-entry-time={entry.id}
        aria-label={`${clock}, go to ${sectionTitles[section]}`}
        aria-description={describeStamp(stamp, timeZone).map(showHidden).join(' ')}
        onClick={onOpen}
      >
        <time dateTime={isAllDay ? dateTime.slice(0, 10) : dateTime}>{clock}</time>
      </button>
      {doubt === null ? null : <span className={classes['doubt']}>{doubt}</span>}
      {isMarked ? <span className={classes['doubt']}>clock skew?</span> : null}
    </div>
  );
}
