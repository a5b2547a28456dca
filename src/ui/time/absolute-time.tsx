import { usePreferences, type Zone } from '#ui/preferences/preferences.ts';
import { absoluteTime, relativeTime } from './format-time.ts';
import { useTicking } from './ticker.ts';

/** The instant itself in the analyst's zone; how long ago on hover. */
export function AbsoluteTime({ at, zone }: { at: number; zone?: Zone }) {
  const preferences = usePreferences();
  const relative = useTicking(nowMs => relativeTime(at, nowMs));
  const text = absoluteTime(at, zone ?? preferences.zone);
  if (text === 'not a time') return <span>{text}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={relative}>
      {text}
    </time>
  );
}
