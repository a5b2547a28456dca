import { OutboxState } from '#features/outbox/outbox-state.tsx';
import { useConnectionStates, useConnections, useDiskTrouble } from '#store/queries.ts';
import { toFreshness } from '#store/to-freshness.ts';
import { FreshnessStrip } from '#ui/feedback/freshness-strip.tsx';
import { usePreferences } from '#ui/preferences/preferences.ts';

const work = <OutboxState />;

/** Where every row on screen comes from and how old it is; at its end, what is wrong with keeping them, and what waits. */
export function Strip() {
  const states = useConnectionStates();
  const trouble = useDiskTrouble();
  const isDemo = useConnections().data?.secretStore.kind === 'demo';
  const end = trouble ?? (isDemo ? 'Demo: five simulated vendors in this browser' : null);
  const { zone } = usePreferences();
  return (
    <FreshnessStrip
      items={states.map(state => toFreshness(state, Date.now(), zone))}
      {...(end === null ? {} : { end })}
      work={work}
    />
  );
}
