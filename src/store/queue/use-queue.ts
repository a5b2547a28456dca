import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { View } from '#domain/view.ts';
import { formatView } from '#domain/view-url.ts';
import { getEngine, getTold, subscribeToEngine } from '../engine/engine-client.ts';
import { useMe } from '../queries.ts';
import { resolveView, type Zone } from '../view/resolve-view.ts';
import { changeQueuePlace, getQueuePlace, setQueuePlace } from './current-list.ts';
import { createQueueSession, type QueueSession, type QueueSnapshot } from './queue-session.ts';

/**
 * The open queue under a view. Coming back to the view one left finds the same order; any other view is asked anew.
 * While an answer is on its way the old rows stay.
 */
export function useQueue(view: View, zone: Zone): { session: QueueSession; queue: QueueSnapshot } {
  const me = useMe();
  const search = questionOf(view);
  const [session] = useState(() => getQueuePlace()?.session ?? createQueueSession(getEngine()));
  const queue = useSyncExternalStore(session.subscribe, session.getSnapshot);

  const question = `${search} ${zone}`;
  const asking = me.join();
  // Asked before the frame is painted: the answer often comes in time for it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question says all of the view that matters to the answer
  useLayoutEffect(() => {
    const place = getQueuePlace();
    const query = resolveView(view, { now: Date.now(), zone, me });
    if (place?.question !== question) {
      const nowhere = { cursor: null, cursorIndex: -1, scrollTop: 0, selected: new Set<string>() };
      setQueuePlace({ question, me: asking, session, ...nowhere });
      void session.open(query);
    } else if (place.me !== asking) {
      changeQueuePlace({ me: asking });
      void session.learnWhoAsks(query);
    }
  }, [question, asking, session]);

  useEffect(() => {
    // Rows may have come while another page was on screen.
    let seen: number | null = null;
    const hear = () => {
      const { revision, states } = getTold();
      const isFilling = states.some(({ health }) => health.kind === 'reading' || health.kind === 'waiting');
      void session.hear(isFilling, revision !== seen);
      seen = revision;
    };
    hear();
    return subscribeToEngine(hear);
  }, [session]);

  return { session, queue };
}

/** The part of a view that decides which rows there are and in what order. */
function questionOf(view: View): string {
  return formatView({ ...view, columns: null, leftovers: [] }).toString();
}
