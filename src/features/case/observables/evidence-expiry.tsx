import { Clock } from 'lucide-react';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { longDuration } from '#ui/time/format-time.ts';
import { useTicking } from '#ui/time/ticker.ts';
import { shortInstant } from '../short-instant.ts';
import classes from './observables.module.css';

/** How long the vendor still has what the case rests on. */
export function EvidenceExpiry({ expiresAt, badge }: { expiresAt: number; badge: string }) {
  const { zone } = usePreferences();
  const words = useTicking(nowMs => {
    const day = shortInstant(expiresAt, nowMs, zone);
    return expiresAt > nowMs
      ? `Leaves ${badge} in ${longDuration(expiresAt - nowMs)}, ${day}.`
      : `Was to leave ${badge} ${longDuration(nowMs - expiresAt)} ago, ${day}.`;
  });
  return (
    <div>
      <div className={classes['contextHead']}>
        <h2>Evidence expires</h2>
      </div>
      <p className={classes['expiry']}>
        <Clock size={14} aria-hidden /> {words}
      </p>
    </div>
  );
}
