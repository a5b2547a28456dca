import { useTicking } from '#ui/time/ticker.ts';
import classes from './day-head.module.css';
import type { DayNumber } from './day-reader.ts';
import { dayTitle } from './stamp-text.ts';
import { dayMs, instantAt, type TimeZone, wallTime, zoneNameAt } from './zone-time.ts';

type DayHeadProps = { day: DayNumber; count: number; timeZone: TimeZone };

/** 'Today, Sunday 22 November  CET'. */
export function DayHead({ day, count, timeZone }: DayHeadProps) {
  const title = useTicking(nowMs => dayTitle(day, Math.floor(wallTime(nowMs, timeZone) / dayMs)));
  return (
    <div className={classes['head']}>
      <h3>{title}</h3>
      <span>{zoneOfDay(day, timeZone)}</span>
      <span className={classes['count']} aria-hidden>
        {count.toLocaleString('en')}
      </span>
    </div>
  );
}

/** Both names on a day on which the clock is moved. */
function zoneOfDay(day: DayNumber, timeZone: TimeZone): string {
  const first = zoneNameAt(instantAt(day * dayMs, timeZone), timeZone);
  const last = zoneNameAt(instantAt((day + 1) * dayMs, timeZone) - 1, timeZone);
  return first === last ? first : `${first}, then ${last}`;
}
