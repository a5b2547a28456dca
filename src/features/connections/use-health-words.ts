import type { ConnectionState } from '#domain/sync-state.ts';
import { describeHealth, type HealthWords } from '#store/describe-health.ts';
import { usePreferences } from '#ui/preferences/preferences.ts';
import { useTicking } from '#ui/time/ticker.ts';

/** A connection's state in words, its ages kept current. */
export function useHealthWords(state: ConnectionState): HealthWords {
  const { zone } = usePreferences();
  const title = useTicking(now => describeHealth(state, now, zone).title);
  const sentence = useTicking(now => describeHealth(state, now, zone).sentence);
  return { title, sentence, tone: describeHealth(state, 0, zone).tone };
}
