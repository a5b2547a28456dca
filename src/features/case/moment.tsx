import { Clock } from 'lucide-react';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { RelativeTime } from '#ui/time/relative-time.tsx';
import { useTicking } from '#ui/time/ticker.ts';
import classes from './fields.module.css';
import { shortInstant } from './short-instant.ts';

const soonMs = 3 * 86_400_000;

/** '05:02, 3 h ago'. */
export function Moment({ at }: { at: number }) {
  const { zone } = usePreferences();
  const text = useTicking(nowMs => shortInstant(at, nowMs, zone));
  return (
    <span className={classes['moment']}>
      {text}, <RelativeTime at={at} />
    </span>
  );
}

/** A moment that somebody waits for: in the wait colour once it is near or past, unless all is done. */
export function Deadline({ at, isDone }: { at: number; isDone: boolean }) {
  const isNear = useTicking(nowMs => (!isDone && at - nowMs < soonMs ? 'near' : '')) !== '';
  if (!isNear) return <Moment at={at} />;
  return (
    <span className={classes['near']}>
      <Clock size={12} aria-hidden /> <Moment at={at} />
    </span>
  );
}
