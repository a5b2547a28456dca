import type { Stamp } from '#domain/stamp.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { showHidden } from '#ui/text/hidden-characters.ts';
import { longDuration } from '#ui/time/format-time.ts';
import { stampIso, stampText } from './stamp-text.ts';
import classes from './stamp-value.module.css';

/** A vendor's time in the analyst's zone; on hover as the vendor wrote it. A doubt about it stands beside it. */
export function StampValue({ stamp }: { stamp: Stamp }) {
  const { zone } = usePreferences();
  const original = `${showHidden(stamp.original)} (${showHidden(stamp.zone)})`;
  return (
    <span className={classes['stamp']}>
      <time dateTime={stampIso(stamp)} title={original}>
        {stampText(stamp, zone)}
      </time>
      {stamp.doubt === null ? null : (
        <span className={classes['doubt']} title={stamp.doubt}>
          {stamp.doubtMs === undefined ? 'in doubt' : `±${longDuration(stamp.doubtMs)}`}
          <span className="cf-unseen">. {stamp.doubt}</span>
        </span>
      )}
    </span>
  );
}
