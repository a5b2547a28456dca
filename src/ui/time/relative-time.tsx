import { usePreferences, type Zone } from '#ui/preferences/preferences.ts';
import { absoluteTime, longDuration, relativeTime, shortDuration } from './format-time.ts';
import { useTicking } from './ticker.ts';

type RelativeTimeProps = {
  /** Epoch ms. null: not said, and nothing is shown. */
  at: number | null;
  /** 'short' for table cells ('12m'), 'long' for sentences ('12 min ago'), 'age' before 'old' ('12 min'). */
  form?: 'short' | 'long' | 'age';
  /** Overrides the analyst's own choice. */
  zone?: Zone;
};

/** How long ago or how soon, kept current; the absolute time in the analyst's zone on hover. */
export function RelativeTime({ at, form = 'long', zone }: RelativeTimeProps) {
  const preferences = usePreferences();
  const text = useTicking(nowMs => {
    if (at === null || !Number.isFinite(at)) return '';
    if (form === 'short') return shortDuration(nowMs - at);
    return form === 'age' ? longDuration(nowMs - at) : relativeTime(at, nowMs);
  });
  if (at === null || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return null;
  return (
    <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, zone ?? preferences.zone)}>
      {text}
    </time>
  );
}
